/// Why the layouts could not be loaded.
package enum LayoutError: Error, Equatable, CustomStringConvertible {
  case noLayouts(directory: String)
  case unreadable(file: String, reason: String)
  case unknownSchema(file: String, schema: String)
  case misnamed(file: String, id: String)

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
