import Foundation
import RecordStore
import Registry
import Terminal

extension Settings {
  /// Where the registry is kept: what `--store` names, else a file in the data directory.
  func registryPlace() throws -> RegistryPlace {
    guard let address = value("store") else { return .file(dataFolder.path + "/registry.sqlite") }
    // The address may hold a password, so it is not repeated.
    guard let place = RegistryPlace(store: address) else {
      throw UsageError(
        .invalidValue(
          option: "store", value: "…", expected: "an address as postgres://host/database"))
    }
    return place
  }

  /// The registry, which is made when it is not there.
  ///
  /// It may be open in another process meanwhile: each step is one transaction.
  func registryStore() throws -> RegistryStore {
    do {
      // It holds people's data: nobody but the owner may enter.
      try FileManager.default.createDirectory(
        atPath: dataFolder.path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw DataDirectoryError.unusable(path: dataFolder.path, cause: "it cannot be made")
    }
    return try RegistryStore(registryPlace(), workflows: Workflows(directory: dictionaries()))
  }
}
