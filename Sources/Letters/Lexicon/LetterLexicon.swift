internal import Documents
package import Gazetteer
internal import VietnameseText

/// The words by which the parts of a letter are known, from `dictionaries/letters`.
package struct LetterLexicon: Sendable {
  /// What a fixed phrase announces.
  enum Role: String, CaseIterable, Sendable {
    case motto, number, recipients, distribution, subject, filing, urgency, secrecy, received
    case annex, signature, opening, draft
  }

  /// A phrase ready to be compared with readings.
  struct Phrase: Sendable {
    let text: String
    let folded: FoldedLetters
    let wordCount: Int

    init(_ text: String) {
      self.text = text
      folded = FoldedLetters(text)
      wordCount = text.split(separator: " ").count
    }
  }

  let phrases: [Role: [Phrase]]
  /// The kinds of documents, longest first, each with its abbreviation or an empty one.
  let types: [(phrase: Phrase, abbreviation: String)]
  let titles: [Phrase]
  /// Those of the titles that a deputy bears, who signs for another: PHÓ GIÁM ĐỐC.
  let deputies: [Phrase]
  /// For whom somebody signs: TM, KT.
  let authorities: [Phrase]
  /// The bodies that somebody signs for.
  let bodies: [Phrase]
  let organisations: [Phrase]
  /// The symbols of departments that draft and file letters: QLT.
  package let departments: Set<String>
  let surnames: Set<String>
  /// What is known about people's names.
  let names: NameModel
  /// The names of offices that words are put right by.
  let terms: TermList
  /// The names of places.
  let units: UnitNames

  /// Loads the lists in the folder `dictionaries`, whose units `gazetteer` holds.
  package init(dictionaries: String, gazetteer: Gazetteer) throws {
    let folder = dictionaries + "/letters/"
    let phrases = try DictionaryTable(
      path: folder + "phrases.tsv", columns: ["phrase", "role"])
    var byRole: [Role: [Phrase]] = [:]
    for row in 0..<phrases.count {
      guard let role = Role(rawValue: phrases[row, 1]) else {
        throw DictionaryError.malformed(
          path: phrases.path, line: phrases.line(of: row), problem: "there is no such role")
      }
      byRole[role, default: []].append(Phrase(phrases[row, 0]))
    }
    self.phrases = byRole
    let types = try DictionaryTable(path: folder + "types.tsv", columns: ["type", "abbreviation"])
    self.types = (0..<types.count)
      .map { (phrase: Phrase(types[$0, 0]), abbreviation: types[$0, 1]) }
      .sorted { $0.phrase.text.count > $1.phrase.text.count }
    let titles = try DictionaryTable(path: folder + "titles.tsv", columns: ["title", "role"])
    func named(_ role: String) -> [Phrase] {
      (0..<titles.count).filter { titles[$0, 1] == role }.map { Phrase(titles[$0, 0]) }
        .sorted { $0.text.count > $1.text.count }
    }
    deputies = named("deputy")
    self.titles = (named("title") + deputies).sorted { $0.text.count > $1.text.count }
    authorities = named("authority")
    bodies = named("body")
    let offices = try DictionaryTable(path: folder + "organisations.tsv", columns: ["opening"])
    organisations = (0..<offices.count).map { Phrase(offices[$0, 0]) }
    let filing = try DictionaryTable(
      path: folder + "departments.tsv", columns: ["symbol", "department"])
    departments = Set((0..<filing.count).map { filing[$0, 0] })
    let families = try DictionaryTable(
      path: dictionaries + "/lists/surnames.tsv", columns: ["name", "north", "central", "south"])
    surnames = Set((0..<families.count).map { families[$0, 0].lowercased() })
    names = try NameModel(dictionaries: dictionaries)
    terms = TermList(try DictionaryTable(path: folder + "terms.tsv", columns: ["term"]))
    units = UnitNames(gazetteer)
  }

  /// The phrases of `role`.
  subscript(role: Role) -> [Phrase] { phrases[role] ?? [] }

  /// The symbols of departments in `number`, `1281/QĐ-BHXH`: the kind of the document is none.
  func departments(in number: String?) -> [String] {
    guard let number, let slash = number.firstIndex(of: "/") else { return [] }
    return number[slash...].split { "/-".contains($0) }.map(String.init).filter { symbol in
      symbol.contains(where: \.isLetter) && !types.contains { $0.abbreviation == symbol }
    }
  }

  /// Whether people are called `word`, behind their family's name.
  func isOfNames(_ word: String) -> Bool {
    names.isKnown("Nguyễn \(word)") || names.isKnown("Nguyễn \(word) Anh")
  }
}
