internal import Foundation
internal import Postgres
internal import RecordStore

extension RegistryPlace {
  /// Whether a registry was ever made here; makes none.
  ///
  /// - Throws: `PostgresError` when the server cannot be asked.
  package func holdsRegistry() throws -> Bool {
    switch self {
    case .file(let path): FileManager.default.fileExists(atPath: path)
    case .postgres(let address):
      try PostgresConnection(address, isReadOnly: true)
        .execute("SELECT 1 FROM pg_class WHERE oid = to_regclass('hoso_registry')").isEmpty == false
    }
  }

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
