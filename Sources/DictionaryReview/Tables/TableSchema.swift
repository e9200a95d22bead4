internal import Foundation

/// What the columns of a table are, as `schema.json` says.
struct TableSchema: Decodable, Sendable {
  /// The names of the columns, in order.
  var columns: [String]
  /// The columns that together name a row; no two rows have the same.
  var key: [String]
  /// Columns that may be empty.
  var optional: [String]?
  /// The values that a column may have.
  var values: [String: [String]]?
  /// For a column the columns of other tables, as `file#column`, one of which must have its value.
  var refers: [String: [String]]?
  /// Columns whose numbers must not be negative.
  var numbers: [String]?

  /// All tables by the file's path below the folder.
  struct Catalogue: Decodable, Sendable {
    var source: String
    var tables: [String: TableSchema]
    /// Fields that are computed, or of documents that have no labels.
    var fieldsWithoutLayout: [String]

    /// Where it stands in the folder.
    static let file = "schema.json"

    /// Reads the catalogue of `folder`.
    init(of folder: DictionaryFolder) throws {
      let data = try Data(contentsOf: folder.url.appending(path: Self.file))
      self = try JSONDecoder().decode(Self.self, from: data)
    }
  }
}
