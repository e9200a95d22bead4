internal import Documents
internal import VietnameseText

/// Judges the names of social-insurance offices: an opening, then a unit, a number or nothing.
struct OfficeReader: Sendable {
  /// What follows an opening.
  private enum Follower: String, Sendable {
    case nothing, district, province, number, unit
    case districtOrProvince = "district-or-province"
  }

  private let openings: [(opening: String, letters: FoldedLetters, follower: Follower)]

  /// The words, in small letters, for what is no unit of the state: "khu" of "khu vực", "cơ" of
  /// "cơ sở".
  var regions: Set<String> {
    let others = openings.filter { $0.follower == .number || $0.follower == .unit }
    return Set(
      others.compactMap { $0.opening.lowercased().split(separator: " ").suffix(2).first }.map(
        String.init))
  }

  init(path: String) throws(DictionaryError) {
    let table = try DictionaryTable(path: path, columns: ["opening", "follows"])
    var openings: [(opening: String, letters: FoldedLetters, follower: Follower)] = []
    for row in 0..<table.count {
      guard let follower = Follower(rawValue: table[row, 1]) else {
        throw .malformed(
          path: path, line: table.line(of: row), problem: "unknown follower \(table[row, 1])")
      }
      openings.append((table[row, 0], ClosedList.Entry.letters(table[row, 0]), follower))
    }
    self.openings = openings
  }

  func match(_ text: String, units: UnitCatalogue) -> ListMatch {
    let words = text.split(whereSeparator: \.isWhitespace)
    var best: (ListMatch, cost: Double)?
    for (opening, letters, follower) in openings {
      let count = opening.split(separator: " ").count
      guard words.count >= count, let last = words.prefix(count).last else { continue }
      let printed = String(text[..<last.endIndex])
      let distance = ReadingDistance.between(ClosedList.Entry.letters(printed), letters, limit: 3)
      guard distance <= 0.1 + 0.1 * Double(letters.count) else { continue }
      let head = ListMatch.found(printed, name: opening, code: nil, distance: distance)
      let rest = String(text[last.endIndex...]).foldingWhiteSpace()
      let tail = self.tail(rest, follower, units)
      let cost = distance + (tail.lexicon == .absent ? 2 : 0) - 0.01 * Double(count)
      if cost >= best?.cost ?? .infinity { continue }
      let isExact = head.lexicon == .exact && tail.lexicon == .exact
      let name = Self.cased(head.text, like: opening)
      let match = ListMatch(
        text: rest.isEmpty ? name : name + " " + tail.text, code: nil,
        lexicon: tail.lexicon == .absent ? .absent : isExact ? .exact : .corrected,
        repairs: head.repairs + tail.repairs)
      best = (match, cost)
    }
    return best?.0 ?? .absent(text)
  }

  /// The printed opening, or that of the list where capitals stand here and there: no office prints
  /// "Bảo Hiểm xã hội".
  private static func cased(_ printed: String, like opening: String) -> String {
    func capitals(_ text: String) -> [Bool] {
      text.split(separator: " ").map { $0.first?.isUppercase == true }
    }
    guard printed != opening, printed.lowercased() == opening.lowercased(),
      printed != printed.uppercased(), capitals(printed).contains(false)
    else { return printed }
    return opening
  }

  private func tail(_ rest: String, _ follower: Follower, _ units: UnitCatalogue) -> ListMatch {
    let exact = ListMatch(text: rest, code: nil, lexicon: .exact, repairs: [])
    switch follower {
    case .nothing: return rest.isEmpty ? exact : .absent(rest)
    case .number:
      let isNumber =
        !rest.isEmpty && rest.count <= 5
        && (rest.allSatisfy(\.isNumber) || rest.allSatisfy { "IVXL".contains($0) })
      return isNumber ? exact : .absent(rest)
    case .province: return unit(rest, units) { $0.level == .province }
    case .district: return unit(rest, units) { $0.level == .district }
    case .districtOrProvince: return unit(rest, units) { $0.level != .ward }
    case .unit: return unit(rest, units) { _ in true }
    }
  }

  private func unit(
    _ text: String, _ units: UnitCatalogue, _ isWanted: (AdministrativeUnit) -> Bool
  ) -> ListMatch {
    let whole = name(text, units, isWanted)
    // "Bà Rịa - Vũng Tàu" is one name.
    guard whole.lexicon == .absent, let border = text.firstRange(of: #/,| - /#) else {
      return whole
    }
    // The unit above follows; each is judged by itself.
    let first = name(String(text[..<border.lowerBound]), units, isWanted)
    let rest = String(text[border.upperBound...]).foldingWhiteSpace()
    let above = AddressCorrection(catalogue: units, text: rest).match
    guard first.lexicon != .absent, above.lexicon != .absent,
      // A province; a ward of today that has the letters is a misread "thành phố".
      above.province != nil, above.district == nil, above.ward == nil, above.detail == nil
    else { return .absent(text) }
    return ListMatch(
      text: first.text + (text[border] == "," ? ", " : " - ") + above.text, code: nil,
      lexicon: first.lexicon == .exact && above.lexicon == .exact ? .exact : .corrected,
      repairs: first.repairs + above.repairs)
  }

  private func name(
    _ text: String, _ units: UnitCatalogue, _ isWanted: (AdministrativeUnit) -> Bool
  ) -> ListMatch {
    let letters = ClosedList.Entry.letters(text)
    var names: [String: FoldedLetters] = [:]
    for unit in units.units where isWanted(unit) {
      let bare = String(unit.bareName)
      if UnitSpelling.isSame(text, bare) {
        return ListMatch(text: text, code: nil, lexicon: .exact, repairs: [])
      }
      if abs(bare.count - text.count) <= 3 { names[bare] = ClosedList.Entry.letters(bare) }
    }
    for spelling in units.spellings where UnitSpelling.isSame(text, spelling.name) {
      return ListMatch(text: text, code: nil, lexicon: .exact, repairs: [])
    }
    let candidates = names.sorted { $0.key < $1.key }
    guard
      let nearest = ClosedList.nearest(
        to: letters, among: candidates, letters: \.value, name: \.key)
    else { return .absent(text) }
    return .found(text, name: nearest.candidate.key, code: nil, distance: nearest.distance)
  }
}
