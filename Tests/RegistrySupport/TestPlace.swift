import Foundation
package import Registry

/// Where the registries of tests are: files, or PostgreSQL when `HOSO_TEST_STORE` is `postgres`, so that
/// the same tests run over both.
package enum TestPlace {
  /// Whether the tests run over PostgreSQL.
  package static let isPostgres =
    ProcessInfo.processInfo.environment["HOSO_TEST_STORE"] == "postgres"

  /// A place for a registry that is nobody else's; a file stands in `folder`.
  package static func new(in folder: String) throws -> RegistryPlace {
    guard isPostgres else { return .file(folder + "/registry.sqlite") }
    return try PostgresCluster.shared.get().newPlace()
  }
}
