import Foundation
import Registry

extension Settings {
  /// The registry in the data directory, which is made when it is not there.
  ///
  /// It may be open in another process meanwhile: each step is one transaction.
  func registryStore() throws -> RegistryStore {
    let folder = dataFolder.path
    // It holds people's data: nobody but the owner may enter.
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return try RegistryStore(
      path: folder + "/registry.sqlite", workflows: Workflows(directory: dictionaries()))
  }
}
