internal import Documents
internal import Foundation

/// How rare each thing is that may befall a memo: natural logarithms, from `memo/weights.json`.
struct MemoWeights: Decodable, Sendable {
  /// The lengths, in letters, at which banks cut memos.
  var cutLengths: [Int]
  var phrase, purpose: Double
  /// A word that no list holds: as a syllable, or letter by letter.
  var unknownSyllable, unknownLetters, unknownLetter: Double
  /// A word of a name that no list holds.
  var strangerInName: Double
  /// A lost space: the first one, and each that follows.
  var gluedFirst, glued: Double
  /// A lost space between letters and digits, two numbers, a number and a word of no list.
  var gluedNumber, gluedDigits, gluedToUnknown: Double
  /// A space within a word.
  var partedFirst, parted: Double
  /// Marks that are others than expected, or gone while others are there.
  var otherMarks, lostMarks: Double
  /// A sign in place of a letter.
  var unreadable: Double
  /// Dots, dashes and the like between the words of a name; commas.
  var weakInNameFirst, weakInName, strongInName: Double
  /// A name that nothing announces, that something does, and where something else is announced.
  var nameFree, nameOwned, nameAgainst: Double
  /// No name behind words that announce one; words behind a name that hardly follow one.
  var noNameAnnounced, phraseBehindName: Double
  /// A word of two letters without spaces around it.
  var shortGlued: Double
  /// Words for sending money behind the insured person's name, and behind another.
  var insuredSends, otherSends: Double
  /// A word of no list beside a name.
  var unknownBesideName: Double
  var missingName, missingNumber, missingPhone: Double
  /// A number of the insured person that nothing announces, that something does, or other words do.
  var numberFree, numberLabelled, numberAgainst: Double
  /// A number that is no field: any, announced, of the shape of a date or amount; what is added
  /// where it could be a field.
  var other, otherLikeField, otherLabelled, otherShape: Double
  /// A space within a number, between groups as people write them or not.
  var group, oddGroup: Double
  /// What the digits themselves say, against digits at random.
  var insuranceProvince, insuranceNoProvince, personal, notPersonal: Double
  var mobile, unknownMobile, fixed, formerMobile, lostZero, abroad: Double
  /// The order of the fields: that of the template, number before phone, any other.
  var templateOrder, numberBeforePhone, otherOrder: Double
  /// The most that a memo alone can make certain, 0 … 1; of a name whose spaces were lost.
  var ceiling, gluedCeiling: Double

  init(dictionaries: String) throws {
    let path = dictionaries + "/memo/weights.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw MemoError.unreadable(path: path)
    }
    do {
      self = try JSONDecoder().decode(Self.self, from: data)
    } catch {
      throw MemoError.malformed(path: path, problem: "\(error)")
    }
  }
}
