package import Documents
package import Gazetteer
import VietnameseText

/// The repair of values by what is known about their fields: the place where language models plug
/// in.
package struct FieldRepair: Sendable {
  /// A value after repair.
  package struct Repaired: Hashable, Sendable {
    package var value: String
    package var repairs: [Repair]
    package var lexicon: Evidence.Lexicon
    /// The code of the list's entry, where the field has one.
    package var code: String?
    /// What stands before the units of an address; nil elsewhere.
    var detail: String?
    /// Whether it is one unit and nothing else; false for what is no part of an address.
    var isOneUnit = false
    /// Whether more must follow, as behind "trên trước": its next line was not seen.
    var isCut = false
    /// What shows that a word or sign of it was printed but not read: how many such.
    var lacks = 0
    /// How sure the model is of the weakest word, 0 … 1; nil where none says.
    var knowledge: Double?
    /// How likely the least likely of its words is by the language model, 0 … 1; nil where that did
    /// not weigh it.
    var fluency: Double?

    /// Creates a repaired value.
    package init(
      value: String, repairs: [Repair] = [], lexicon: Evidence.Lexicon = .none,
      code: String? = nil
    ) {
      self.value = value
      self.repairs = repairs
      self.lexicon = lexicon
      self.code = code
    }
  }

  private let repair: @Sendable (String, LayoutField, _ weighs: Bool) -> Repaired
  /// Repairs the parts of an address that stand in fields of their own, from the smallest unit to
  /// the largest.
  package var repairParts: @Sendable (_ parts: [String]) -> [Repaired]
  /// Repairs a name by all readings of it, those of each place of the page where it stands.
  package var repairName: @Sendable (_ name: String, _ places: [[String]]) -> Repaired

  /// Creates a repair from what it does.
  package init(
    repair: @escaping @Sendable (String, LayoutField, _ weighs: Bool) -> Repaired,
    repairParts: @escaping @Sendable ([String]) -> [Repaired],
    repairName: @escaping @Sendable (String, [[String]]) -> Repaired
  ) {
    self.repair = repair
    self.repairParts = repairParts
    self.repairName = repairName
  }

  /// Repairs the value of a field as its parser gave it.
  ///
  /// - Parameters:
  ///   - value: What was read.
  ///   - field: Where it stands.
  ///   - weighs: Whether its fluency is wanted too, which takes a second look at all its words.
  /// - Returns: The value after repair.
  package func repaired(_ value: String, _ field: LayoutField, weighs: Bool = false) -> Repaired {
    repair(value, field, weighs)
  }

  /// Leaves every value as it is.
  package static let none = FieldRepair { value, _, _ in
    Repaired(value: value)
  } repairParts: { parts in
    parts.map { Repaired(value: $0) }
  } repairName: { name, _ in
    Repaired(value: name)
  }

  /// Corrects letters by the closed lists and units of `gazetteer`, by the shape of syllables, and
  /// free text by `language`.
  package static func lists(
    _ gazetteer: Gazetteer, language: LanguageRepair? = nil
  ) throws -> FieldRepair {
    let names = NameRepair(model: try NameModel(dictionaries: gazetteer.directory))
    let identification = try IdentificationRepair(dictionaries: gazetteer.directory)
    let phrases = try PhraseRepair.all(dictionaries: gazetteer.directory)
    let mail = try EmailRepair(dictionaries: gazetteer.directory)
    let numbered = NumberedWord(words: gazetteer.vocabulary.numbered)
    let streetDays = try StreetDays(dictionaries: gazetteer.directory)
    // The numbers of houses and hamlets, and the days that streets are named after.
    @Sendable func numbers(of address: String) -> (value: String, repairs: [Repair]) {
      let words = numbered.repaired(address)
      let days = streetDays.repaired(words.value)
      return (days.value, words.repairs + days.repairs)
    }
    return FieldRepair { value, field, weighs in
      if field.parser == .email { return mail.repaired(value) }
      if field.key == .personalIdentification {
        let repaired = identification.repaired(value)
        if repaired.lexicon != .absent || repaired.isCut || repaired.lacks > 0 { return repaired }
      }
      var known = Repaired(value: value)
      if field.key == .religion, let first = value.first, first.isLowercase {
        // It begins with a capital, which for some letters looks like the small one.
        known.value = first.uppercased() + value.dropFirst()
        known.repairs = [
          Repair(from: value, to: known.value, why: "confusable", probability: 0.95)
        ]
      }
      if !field.vocabulary.isEmpty { known = VocabularyRepair(field.vocabulary).repaired(value) }
      let usual =
        field.phrases.flatMap { phrases[$0] }?.repaired(known.value)
        ?? (value: known.value, repairs: [])
      let counted =
        field.parser == .address ? numbers(of: usual.value) : (value: usual.value, repairs: [])
      var repaired = judged(counted.value, field, gazetteer: gazetteer, names: names)
      repaired.repairs =
        known.repairs + usual.repairs + counted.repairs + repaired.repairs
      if repaired.lexicon == .none { repaired.lexicon = known.lexicon }
      guard let language else { return repaired }
      if field.parser == .facility, repaired.lexicon == .absent {
        // A word that was misread too badly for the list may be plain to the language.
        let free = language.repaired(repaired.value, .places)
        if !free.repairs.isEmpty {
          let before = repaired.repairs + free.repairs
          repaired = judged(free.value, field, gazetteer: gazetteer, names: names)
          repaired.repairs = before + repaired.repairs
        }
      }
      repairRest(of: &repaired, field, language, weighs: weighs)
      return repaired
    } repairParts: { parts in
      var tidy = AddressStyle.tidied(parts: parts)
      if let detail = tidy.first {
        let counted = numbers(of: detail.value)
        tidy[0] = (counted.value, detail.repairs + counted.repairs)
      }
      if let last = tidy.indices.last {
        let province = AddressStyle.withProvince(tidy[last].value) { name in
          let match = gazetteer.address(name)
          return match.lexicon == .exact && match.province != nil && match.detail == nil
        }
        tidy[last] = (province.value, tidy[last].repairs + province.repairs)
      }
      let (texts, match) = gazetteer.address(parts: tidy.map(\.value))
      var repaired = zip(tidy, texts).map { part, text in
        Repaired(
          value: text,
          repairs: part.repairs
            + (part.value == text
              ? [] : [Repair(from: part.value, to: text, why: "gazetteer", probability: 0.95)]),
          lexicon: lacksDash(match)
            ? .corrected
            : part.value == text && match.lexicon == .corrected ? .exact : match.lexicon)
      }
      for index in repaired.indices where texts[index] != match.detail {
        repaired[index].isOneUnit = match.namesOneUnit(texts[index])
        if !match.mayNameOneUnit(texts[index]) { repaired[index].lexicon = .absent }
      }
      if let language, let first = texts.first, match.detail == first {
        let free = language.repaired(first, .places, weighs: true)
        repaired[0].value = free.value
        repaired[0].repairs += free.repairs
        repaired[0].fluency = free.fluency
      }
      return repaired
    } repairName: { name, places in
      names.repaired(name, read: places)
    }
  }

  /// Repairs by `language` what no list decides: free text, and what stands before the units of an
  /// address.
  private static func repairRest(
    of repaired: inout Repaired, _ field: LayoutField, _ language: LanguageRepair, weighs: Bool
  ) {
    switch field.parser {
    case .text:
      let tidy = ProseSigns.repaired(repaired.value)
      let free = language.repaired(tidy.value, .prose)
      repaired.value = free.value
      repaired.repairs += tidy.repairs + free.repairs
      repaired.fluency = free.fluency
    case .address where field.group == nil:
      guard let detail = repaired.detail, repaired.value.hasPrefix(detail) else { return }
      let free = language.repaired(detail, .places, weighs: weighs)
      repaired.value = free.value + repaired.value.dropFirst(detail.count)
      repaired.detail = free.value
      repaired.repairs += free.repairs
      repaired.fluency = free.fluency
    default: return
    }
  }

  /// The value as the list of its field judges it.
  private static func judged(
    _ value: String, _ field: LayoutField, gazetteer: Gazetteer, names: NameRepair
  ) -> Repaired {
    func listed(_ match: ListMatch) -> Repaired {
      guard isMisreading(value, of: match.text) else {
        return Repaired(value: value, lexicon: .absent)
      }
      return Repaired(
        value: match.text, repairs: match.repairs, lexicon: match.lexicon, code: match.code)
    }
    func located(_ match: AddressMatch) -> Repaired {
      var located = Repaired(
        value: match.text, repairs: match.repairs,
        lexicon: lacksDash(match) ? .corrected : match.lexicon)
      located.detail = match.detail
      return located
    }
    switch field.parser {
    case .address where field.group == nil:
      var tidy = AddressStyle.tidied(value)
      var match = gazetteer.address(tidy.value)
      if field.isOfUnits, let units = withoutLabelRest(match, gazetteer) {
        tidy.repairs.append(
          Repair(from: tidy.value, to: units, why: "gazetteer", probability: 0.95))
        match = gazetteer.address(units)
      }
      var repaired = located(match)
      if field.isOfUnits, lacksUnitWord(match) { repaired.lexicon = .absent }
      let styled = AddressStyle.evened(match.text, after: match.detail ?? "")
      let parted = AddressLacks.withComma(styled.value, match)
      repaired.value = match.detail == nil ? opened(parted.value, match) : parted.value
      repaired.lacks = AddressLacks.count(in: parted.value, match)
      repaired.repairs = tidy.repairs + repaired.repairs + styled.repairs + parted.repairs
      return repaired
    case .issuer: return seal(of: value, field, gazetteer)
    case .name: return names.repaired(value)
    case .ethnicity: return listed(gazetteer.ethnicGroup(value))
    case .nationality: return listed(gazetteer.nationality(value))
    case .paymentMethod: return listed(gazetteer.paymentMethod(value))
    case .relationship: return listed(gazetteer.relationship(value))
    case .office:
      let match = gazetteer.office(value)
      return match.lexicon == .absent ? seat(of: value, gazetteer) : listed(match)
    case .facility:
      return (try? gazetteer.healthFacility(value)).map(listed) ?? Repaired(value: value)
    default: return Repaired(value: value)
    }
  }

  /// The words of a label's second half that may be left before its value.
  private static let mostOfLabel = 3

  /// An address of units alone without what stands before its first known one and is no Vietnamese:
  /// what was read of the label's second half; nil where there is none.
  private static func withoutLabelRest(
    _ match: AddressMatch, _ gazetteer: Gazetteer
  ) -> String? {
    guard match.ward != nil, let detail = match.detail, match.text.hasPrefix(detail) else {
      return nil
    }
    let words = detail.split(separator: " ")
    let isForeign = words.contains { word in
      let core = word.trimming { !$0.isLetter }
      return core.isEmpty || Syllable(core) == nil
    }
    guard isForeign, words.count <= mostOfLabel,
      !words.contains(where: {
        PrintComparison.isUnitWord($0)
          || gazetteer.vocabulary.small.contains(PrintComparison.key($0))
      })
    else { return nil }
    return String(match.text.dropFirst(detail.count).drop { ",.;: ".contains($0) })
  }

  /// The units with the capital that their first name begins with: engines read some as small letters.
  private static func opened(_ value: String, _ match: AddressMatch) -> String {
    guard let first = value.first, first.isLowercase,
      let name = (match.ward ?? match.district)?.bareName, name.first?.isUppercase == true,
      value.dropFirst().hasPrefix(name.dropFirst())
    else { return value }
    return first.uppercased() + value.dropFirst()
  }

  /// Whether an address begins with the bare number of a ward, which is never printed so: its unit
  /// word was not read.
  private static func lacksUnitWord(_ match: AddressMatch) -> Bool {
    match.ward?.name.last?.isNumber == true && match.text.first?.isNumber == true
  }

  /// Whether a unit is printed without the dash of its name: it may have been left out or not read.
  static func lacksDash(_ match: AddressMatch) -> Bool {
    !match.text.contains("-")
      && match.units.contains { $0.name.contains("-") }
  }

  /// Whether `text` can have been read as `value`: a whole syllable stays the same but for its marks
  /// and one letter, so that a list never puts one word for another.
  private static func isMisreading(_ value: String, of text: String) -> Bool {
    let read = value.split(separator: " ")
    let meant = text.split(separator: " ")
    guard read.count == meant.count else { return true }
    return zip(read, meant).allSatisfy { word, right in
      let core = word.trimming { !$0.isLetter }
      guard core.count > 2, Syllable(core) != nil else { return true }
      return FoldedText.bytes(of: core).editDistance(to: FoldedText.bytes(of: right)) <= 1
    }
  }
}
