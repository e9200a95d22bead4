import Foundation

/// The layouts of all kinds, from `dictionaries/layouts`.
package struct LayoutCatalogue: Sendable {
  /// The layouts by id, in order of their names.
  package let layouts: [Layout]

  /// Creates a catalogue of given layouts.
  package init(layouts: [Layout]) { self.layouts = layouts }

  /// Reads every `.json` file in the folder `layouts` of `dictionaries`.
  package init(dictionaries: String) throws {
    let folder = URL(fileURLWithPath: dictionaries).appendingPathComponent("layouts")
    let names =
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0.hasSuffix(".json") }.sorted()
    guard !names.isEmpty else { throw LayoutError.noLayouts(directory: folder.path) }
    layouts = try names.map { name in
      try Self.layout(from: folder.appendingPathComponent(name))
    }
  }

  private static func layout(from file: URL) throws -> Layout {
    let layout: Layout
    do {
      layout = try JSONDecoder().decode(Layout.self, from: Data(contentsOf: file))
    } catch {
      throw LayoutError.unreadable(file: file.lastPathComponent, reason: "\(error)")
    }
    guard layout.schema == Layout.schema else {
      throw LayoutError.unknownSchema(file: file.lastPathComponent, schema: layout.schema)
    }
    guard layout.id + ".json" == file.lastPathComponent else {
      throw LayoutError.misnamed(file: file.lastPathComponent, id: layout.id)
    }
    return layout
  }
}
