internal import CSQLite

/// The version of the C library that keeps records.
package enum RecordStoreLibraries {
  /// The version of SQLite.
  package static var sqlite: String { String(cString: sqlite3_libversion()) }
}
