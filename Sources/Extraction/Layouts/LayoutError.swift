/// Why the layouts could not be loaded.
package enum LayoutError: Error, Equatable, CustomStringConvertible {
  /// The folder `layouts` holds no file.
  case noLayouts(directory: String)
  /// The file is no JSON, or not of the shape of a layout.
  case unreadable(file: String, reason: String)
  /// The file was written for another schema.
  case unknownSchema(file: String, schema: String)
  /// The `id` in the file is not the file's name.
  case misnamed(file: String, id: String)

  /// What is wrong, with which file, and the way out.
  package var description: String {
    switch self {
    case .noLayouts(let directory):
      "no layouts in \(directory); set --dictionaries to the folder that holds `layouts`"
    case .unreadable(let file, let reason):
      "cannot read the layout \(file): \(reason); correct the file or restore it"
    case .unknownSchema(let file, let schema):
      "the layout \(file) has the schema '\(schema)', this program reads '\(Layout.schema)'"
    case .misnamed(let file, let id):
      "the layout \(file) calls itself '\(id)'; its id must be the file's name"
    }
  }
}
