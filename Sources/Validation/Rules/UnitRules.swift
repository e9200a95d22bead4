import Documents
import Gazetteer

/// Notes units that no longer exist, on documents that name them.
struct UnitRules: Sendable {
  private static let lines: [FieldKey] = [.placeOfResidence, .contactAddress]
  private static let parts = ["addressWard", "addressDistrict", "addressProvince"].map(
    FieldKey.init(rawValue:))

  let gazetteer: Gazetteer

  func findings(_ facts: DocumentFacts) -> [Finding] {
    var findings: [Finding] = []
    for key in Self.lines {
      guard let text = facts.text(key) else { continue }
      if Self.isFormer(gazetteer.address(text)) {
        findings.append(Finding(.unitFormer, field: key))
      }
    }
    let parts = Self.parts.compactMap(facts.text)
    if !parts.isEmpty, Self.isFormer(gazetteer.address(parts: parts).match) {
      findings.append(Finding(.unitFormer, field: Self.parts[2]))
    }
    return findings
  }

  /// A province that both eras have says nothing by itself.
  private static func isFormer(_ match: AddressMatch) -> Bool {
    match.era == .former && match.district != nil
  }
}
