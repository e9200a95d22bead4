internal import Foundation
internal import Gazetteer
internal import VietnameseText

/// Looks a word up in every table of a folder of dictionaries.
package struct WordLook: Sendable {
  private struct Source: Sendable {
    var name: String
    var schema: TableSchema
    var table: ReviewedTable
  }

  private let sources: [Source]
  // The names by code, for the columns that others refer to.
  private let names: [String: [String: String]]

  /// Opens the tables of `folder`.
  package init(in folder: DictionaryFolder) throws {
    let schemas = try TableSchema.Catalogue(of: folder).tables
    sources = try folder.files(withSuffix: ".tsv").compactMap { file in
      guard let schema = schemas[file.name] else { return nil }
      let text = String(decoding: try Data(contentsOf: file.url), as: UTF8.self)
      return Source(name: file.name, schema: schema, table: ReviewedTable(text))
    }
    var names: [String: [String: String]] = [:]
    for source in sources {
      guard let code = source.schema.columns.firstIndex(of: "code"),
        let name = source.schema.columns.firstIndex(of: "name")
      else { continue }
      for row in source.table.rows where row.cells.count == source.schema.columns.count {
        names["\(source.name)#code", default: [:]][String(row.cells[code])] =
          String(row.cells[name])
      }
    }
    self.names = names
  }

  /// The rows in which `word` is a value, the name of a unit without the word for its kind, or a
  /// code; those with the same marks first.
  ///
  /// Letter case, tone placement and white space are folded. A word without marks finds those that
  /// have them too.
  package func entries(for word: String) -> [WordEntry] {
    let sought = word.foldedForComparison()
    let bare = sought.strippingMarks()
    guard !sought.isEmpty else { return [] }
    var entries: [WordEntry] = []
    for source in sources {
      for row in source.table.rows where row.cells.count == source.schema.columns.count {
        let forms = zip(source.schema.columns, row.cells).flatMap { column, cell in
          source.schema.refers?[column] == nil ? Self.forms(of: cell, in: source.name) : []
        }
        guard forms.contains(where: { $0.strippingMarks() == bare }) else { continue }
        let isExact = forms.contains(sought)
        // A word that has marks does not mean the same letters with others.
        guard isExact || sought == bare else { continue }
        entries.append(entry(of: row, in: source, isExact: isExact))
      }
    }
    return entries.filter(\.isExact) + entries.filter { !$0.isExact }
  }

  private static func forms(of cell: Substring, in table: String) -> [String] {
    var forms = [String(cell).foldedForComparison()]
    if table.hasPrefix("units/") {
      forms.append(String(AdministrativeUnit.bareName(of: String(cell))).foldedForComparison())
    }
    return forms
  }

  private func entry(of row: ReviewedTable.Row, in source: Source, isExact: Bool) -> WordEntry {
    let columns = zip(source.schema.columns, row.cells).compactMap {
      column, cell -> WordEntry.Column? in
      guard !cell.isEmpty else { return nil }
      let meaning = source.schema.refers?[column]?.lazy.compactMap { names[$0]?[String(cell)] }
        .first
      return WordEntry.Column(name: column, value: String(cell), meaning: meaning)
    }
    return WordEntry(table: source.name, line: row.line, columns: columns, isExact: isExact)
  }
}
