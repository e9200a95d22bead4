package import Foundation

/// Writes transfer memos as people and banks write them, with everything that befalls them.
///
/// What is held out has wordings, bank formats, separators, cuts and damages of its own, and names
/// whose syllables are drawn from other lists.
package struct MemoMaker: Sendable {
  private let people: PersonMaker
  private let styles: MemoStyles
  private let isHeldOut: Bool

  /// Reads what it needs from the folder of dictionaries.
  package init(dictionaries: URL, heldOut: Bool) throws {
    people = try PersonMaker(dictionaries: dictionaries)
    isHeldOut = heldOut
    styles = heldOut ? .heldOut : .dev
  }

  /// The memo number `index` of `seed`.
  package func memo(seed: UInt64, index: Int) throws -> MemoCase {
    var random = SplitMix64(seed: seed, purpose: "memo \(isHeldOut) \(index)")
    let person = try people.person(bornIn: 1950...2010, with: &random)
    var done: [String] = []
    var marked = person.name
    if isHeldOut, random.chance(0.15), let first = marked.split(separator: " ").first {
      // Names put together otherwise than the lists put them.
      marked = "\(first) \(random.pick(styles.givenNames)) \(random.pick(styles.givenNames))"
    }
    let number = random.chance(0.35) ? person.personalNumber : person.socialInsuranceNumber
    var phone = random.pick(styles.phonePrefixes) + random.digits(7)
    if random.chance(0.02) {
      phone = random.pick(["0123", "0168", "0169", "0122", "0188", "0199"]) + random.digits(7)
    }
    var draft = self.draft(name: marked, number: number, phone: phone, &done, &random)
    let written = letters(&draft, &done, &random)
    let spaces = self.spaces(&draft, &done, &random)
    var characters = draft.characters
    if spaces == .lost { characters.removeAll { $0.0 == " " } }
    cut(&characters, &done, &random)
    if spaces == .wrapped { characters = Self.wrapped(characters) }
    var text = String(characters.map(\.0))
    let name = Self.label(.name, characters, written ?? marked, spaces).map { $0.uppercased() }
    if random.chance(0.6) { text = bank(text, &done, &random) }
    text = encoded(text, &done, &random)
    let whole = { (kind: MemoDraft.Kind, value: String) in
      let left = characters.filter { $0.1 == kind }.map(\.0).filter(\.isNumber)
      let expected = draft.parts.filter { $0.kind == kind }.flatMap { $0.text.filter(\.isNumber) }
      return !left.isEmpty && left == expected ? value : nil
    }
    return MemoCase(
      text: text, name: name, markedName: marked.uppercased(), number: whole(.number, number),
      phone: whole(.phone, phone), mutilations: done)
  }

  /// The parts in some order, with or without words before them.
  private func draft(
    name: String, number: String, phone: String, _ done: inout [String],
    _ random: inout SplitMix64
  ) -> MemoDraft {
    var draft = MemoDraft()
    let separator = random.pick(weighted: styles.separators)
    let order = random.pick(weighted: styles.orders)
    var fields: [MemoDraft.Kind] = order
    if random.chance(0.03) {
      fields.removeAll { $0 == .phone }
      done.append("no phone")
    }
    if order != [.purpose, .name, .number, .phone] { done.append("order") }
    if separator != ", " { done.append("separator '\(separator)'") }
    let labels = random.chance(0.25)
    let isGrouped = random.chance(0.1)
    for (index, kind) in fields.enumerated() {
      let isAfterPurpose = index > 0 && fields[index - 1] == .purpose
      var separator = isAfterPurpose ? random.pick([" ", " ", separator]) : separator
      func label(_ words: [String]) {
        guard labels else { return }
        draft.append(.label, random.pick(words), behind: separator)
        separator = random.pick([" ", " ", ":", ": "])
      }
      switch kind {
      case .purpose:
        draft.append(.purpose, random.pick(weighted: styles.purposes), behind: separator)
      case .name:
        if index > 0, isAfterPurpose {
          let owner = random.pick(weighted: styles.owners)
          if !owner.isEmpty { draft.append(.label, owner, behind: " ") }
          if !owner.isEmpty { separator = " " }
        } else {
          label(["họ tên", "họ và tên", "tên"])
        }
        draft.append(.name, name, behind: separator)
      case .number:
        label(styles.numberLabels)
        let text = isGrouped ? Self.grouped(number, &random) : number
        draft.append(.number, text, behind: separator)
      case .phone:
        label(styles.phoneLabels)
        var text = isGrouped ? Self.grouped(phone, &random) : phone
        if random.chance(0.04) { text = random.pick(["+84", "84"]) + phone.dropFirst() }
        draft.append(.phone, text, behind: separator)
      case .label, .extra: break
      }
    }
    if random.chance(0.15) {
      done.append("extra")
      draft.append(.extra, random.pick(styles.extras), behind: separator)
    }
    return draft
  }

  private static func grouped(_ digits: String, _ random: inout SplitMix64) -> String {
    let separator = random.pick([" ", ".", "-"])
    let groups =
      digits.count == 12
      ? random.pick([[4, 4, 4], [3, 3, 3, 3]])
      : digits.count == 10 ? random.pick([[4, 3, 3], [3, 3, 4], [4, 2, 2, 2]]) : [4, 3, 4]
    var rest = digits[...]
    return groups.map { count in
      defer { rest = rest.dropFirst(count) }
      return String(rest.prefix(count))
    }.joined(separator: separator)
  }

  /// Changes the marks and the case of the letters; the name as it then is, nil where signs stand
  /// for letters that can be told.
  private func letters(
    _ draft: inout MemoDraft, _ done: inout [String], _ random: inout SplitMix64
  ) -> String? {
    let marks = random.pick(weighted: styles.marks)
    let letterCase = random.pick(["as is", "capitals", "capitals", "small"])
    if marks != .kept { done.append("\(marks)") }
    if letterCase != "as is" { done.append(letterCase) }
    var name: String?
    for index in draft.parts.indices {
      var text = draft.parts[index].text
      switch marks {
      case .kept: break
      case .stripped: text = Diacritics.stripped(text)
      case .strippedAround where draft.parts[index].kind != .name:
        text = Diacritics.stripped(text)
      case .strippedAround: break
      case .asked: text = String(text.map { $0.isASCII ? $0 : "?" })
      case .dropped: text = text.filter(\.isASCII)
      }
      if letterCase == "capitals" { text = text.uppercased() }
      if letterCase == "small" { text = text.lowercased() }
      draft.parts[index].text = text
      if draft.parts[index].kind == .name { name = text }
    }
    return marks == .asked ? nil : name
  }

  /// What becomes of the spaces.
  enum Spaces {
    case kept, lost, wrapped
  }

  private func spaces(
    _ draft: inout MemoDraft, _ done: inout [String], _ random: inout SplitMix64
  ) -> Spaces {
    if random.chance(0.06) {
      done.append("glued")
      return .lost
    }
    if random.chance(0.03) {
      done.append("wrapped")
      return .wrapped
    }
    return .kept
  }

  private func cut(
    _ characters: inout [(Character, MemoDraft.Kind?)], _ done: inout [String],
    _ random: inout SplitMix64
  ) {
    guard random.chance(0.7) else { return }
    let limit = random.pick(weighted: styles.cuts)
    guard characters.count > limit else { return }
    done.append("cut at \(limit)")
    characters = Array(characters.prefix(limit))
    while let last = characters.last, last.0 == " " { characters.removeLast() }
  }

  /// Lines of 35 letters, joined by spaces.
  private static func wrapped(
    _ characters: [(Character, MemoDraft.Kind?)]
  ) -> [(Character, MemoDraft.Kind?)] {
    var result: [(Character, MemoDraft.Kind?)] = []
    for (index, character) in characters.enumerated() {
      if index > 0, index % 35 == 0, character.0 != " " { result.append((" ", nil)) }
      result.append(character)
    }
    return result
  }

  /// The letters of the name that are left, with the spaces that the name has.
  private static func label(
    _ kind: MemoDraft.Kind, _ characters: [(Character, MemoDraft.Kind?)], _ name: String,
    _ spaces: Spaces
  ) -> String? {
    let left = characters.filter { $0.1 == kind && $0.0 != " " }.count
    guard left > 0 else { return nil }
    var result = ""
    var count = 0
    for character in name {
      if character != " " {
        guard count < left else { return result.trimmingCharacters(in: .whitespaces) }
        count += 1
      }
      result.append(character)
    }
    return result.trimmingCharacters(in: .whitespaces)
  }

  /// Puts around the memo what the bank adds.
  private func bank(
    _ text: String, _ done: inout [String], _ random: inout SplitMix64
  ) -> String {
    done.append("bank")
    var pattern = random.pick(styles.banks)
    while let open = pattern.firstIndex(of: "{"), let close = pattern.firstIndex(of: "}") {
      let name = String(pattern[pattern.index(after: open)..<close])
      let value: String
      switch name {
      case "memo": value = "\u{1}"
      case "date": value = "\(random.whole(10...28))/\(random.whole(10...12))/2025"
      case "compactDate": value = "\(random.whole(10...28))\(random.whole(10...12))25"
      case "time":
        value = "\(random.whole(10...23)):\(random.whole(10...59)):\(random.whole(10...59))"
      case "amount": value = "\(random.whole(1...9)).\(random.whole(100...999)).000"
      case "sender":
        let sex: Sex = random.chance(0.5) ? .male : .female
        value = Diacritics.stripped(
          "\(people.names.surname(.north, with: &random)) \(people.names.givenNames(sex, with: &random))"
        ).uppercased()
      case let count: value = random.digits(Int(count) ?? 8)
      }
      pattern.replaceSubrange(open...close, with: value)
    }
    return pattern.replacingOccurrences(of: "\u{1}", with: text)
  }

  private func encoded(
    _ text: String, _ done: inout [String], _ random: inout SplitMix64
  ) -> String {
    guard text.contains(where: { !$0.isASCII }) else { return text }
    if random.chance(0.1) {
      done.append("decomposed")
      return text.decomposedStringWithCanonicalMapping
    }
    if random.chance(0.04) {
      done.append("taken for Latin")
      return String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
    }
    if isHeldOut, random.chance(0.05) {
      done.append("entities")
      return text.unicodeScalars.map { $0.isASCII ? String($0) : "&#\($0.value);" }.joined()
    }
    return text
  }
}
