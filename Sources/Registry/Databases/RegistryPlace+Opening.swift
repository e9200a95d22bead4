internal import Postgres
internal import RecordStore

extension RegistryPlace {
  /// Opens it for writing, and brings it to the newest version.
  func openWriter() throws -> any RegistryDatabase {
    switch self {
    case .file(let path): return try Database(path: path, schema: RegistrySchema.schema)
    case .postgres(let address):
      let connection = try PostgresConnection(address)
      try PostgresRegistrySchema.apply(RegistrySchema.versions, to: connection)
      return connection
    }
  }

  /// Opens it for looking, beside what is being written.
  func openReader() throws -> any RegistryDatabase {
    switch self {
    case .file(let path): try Database(path: path, schema: nil, readOnly: true)
    case .postgres(let address): try PostgresConnection(address, isReadOnly: true)
    }
  }
}
