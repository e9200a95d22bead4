import Documents
internal import VietnameseText

/// The health facilities by the words of their names, in spite of misread letters.
struct FacilityIndex: Sendable {
  private static let shortlist = 40

  private let table: DictionaryTable
  private var rows: [String: [Int32]] = [:]
  private var codes: [String: Int32] = [:]

  init(path: String) throws(DictionaryError) {
    table = try DictionaryTable(path: path, columns: ["code", "name"])
    for row in 0..<table.count {
      codes[table[row, 0]] = Int32(row)
      for word in Self.words(table[row, 1]) { rows[word, default: []].append(Int32(row)) }
    }
  }

  /// The name that the facility with `code` has in the catalogue.
  func name(code: String) -> String? { codes[code].map { table[Int($0), 1] } }

  /// The judgement of `text`, which may be narrowed to a province by the first digits of a code.
  func match(_ text: String, province: String?) -> ListMatch {
    var weights: [Int32: Double] = [:]
    for word in Self.words(text) {
      guard let rows = rows[word] else { continue }
      let weight = 1 / Double(rows.count + 1)
      for row in rows where province.map({ table[Int(row), 0].hasPrefix($0) }) ?? true {
        weights[row, default: 0] += weight
      }
    }
    // Names of the same weight keep the order of the catalogue, so the result is always the same.
    let best = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.shortlist)
    let candidates = best.map { row in
      ClosedList.Entry(code: table[Int(row.key), 0], name: table[Int(row.key), 1])
    }
    var match = ClosedList(entries: candidates).match(text)
    if match.lexicon == .exact { Self.restoreSigns(of: candidates, in: &match) }
    if match.code != nil {
      let namesakes = candidates.filter { UnitSpelling.areEquivalent($0.name, match.text) }
      if namesakes.count > 1 { match.code = nil }
    }
    return match
  }

  /// Puts the signs between the words of a name back, which are often too faint to be read.
  private static func restoreSigns(of entries: [ClosedList.Entry], in match: inout ListMatch) {
    func isPrinted(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    let read = match.text
    let printed = read.filter(isPrinted)
    guard let name = entries.first(where: { UnitSpelling.areEquivalent($0.name, read) })?.name,
      name.count(where: isPrinted) == printed.count
    else { return }
    var rest = printed[...]
    let restored = String(name.map { isPrinted($0) ? rest.removeFirst() : $0 })
    guard restored != read else { return }
    match.repairs.append(
      Repair(from: read, to: restored, why: "gazetteer", probability: 0.95))
    match.text = restored
    match.lexicon = .corrected
  }

  private static func words(_ name: String) -> Set<String> {
    Set(
      name.normalized().foldingConfusables().strippingMarks().lowercased()
        .split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init))
  }
}
