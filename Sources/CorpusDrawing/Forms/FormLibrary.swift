package import Foundation

/// Every template, wording and list that drawn sheets are made of.
package struct FormLibrary: Sendable {
  /// What forms are filled in with.
  package let values: FormValues
  /// How members of a household are related to its head.
  package let relationships: [String]
  private let folder: URL
  private let facilities: [(province: String, name: String)]

  /// Reads what it needs from the folder of dictionaries.
  package init(dictionaries: URL) throws {
    let drawing = dictionaries.appendingPathComponent("drawing")
    folder = drawing.appendingPathComponent("forms")
    values = try FormValues(path: drawing.appendingPathComponent("form-values.json").path)
    let kin = try TableFile(dictionaries.appendingPathComponent("lists/relationships.tsv"))
    relationships = try kin.values("name").filter { $0 != "Chủ hộ" && $0 != "Khác" }
    let table = try TableFile(dictionaries.appendingPathComponent("lists/health-facilities.tsv"))
    facilities = zip(try table.values("code"), try table.values("name")).compactMap { code, name in
      let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || " -,().".contains($0) }
      let isTidy = !name.contains("  ") && name.last?.isLetter == true
      guard isPlain, isTidy, (8...70).contains(name.count) else { return nil }
      return (String(code.prefix(2)), name)
    }
  }

  /// The template in the file `name`.json.
  package func template(_ name: String) throws -> FormTemplate {
    try FormTemplate(path: folder.appendingPathComponent(name + ".json").path)
  }

  /// A health facility of the former province `code`.
  func facility(in code: String, with random: inout SplitMix64) -> String {
    let near = facilities.filter { $0.province == code }
    return near.isEmpty ? "Trạm y tế" : random.pick(near).name
  }
}
