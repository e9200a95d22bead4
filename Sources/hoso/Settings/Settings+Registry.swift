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

  /// The registry, which must be there: a look at it makes none.
  func existingRegistry() throws -> RegistryStore {
    let place = try registryPlace()
    guard try place.holdsRegistry() else {
      throw MissingData.registry(value("store") == nil ? dataFolder.path : nil)
    }
    return try RegistryStore(place, workflows: Workflows(directory: dictionaries()))
  }

  /// Throws where the data directory holds no batches, nor, if that counts, a registry.
  func requireData(registry: Bool = false) throws(MissingData) {
    let names = ["hoso.sqlite"] + (registry ? ["registry.sqlite"] : [])
    let isThere = names.contains {
      FileManager.default.fileExists(atPath: dataFolder.path + "/" + $0)
    }
    guard isThere else { throw .batches(dataFolder.path) }
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
