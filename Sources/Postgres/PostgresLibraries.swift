internal import CPostgres

/// The library that speaks to PostgreSQL.
package enum PostgresLibraries {
  /// Its version, such as `15.18`.
  package static var libpq: String { "\(PQlibVersion() / 10000).\(PQlibVersion() % 10000)" }
}
