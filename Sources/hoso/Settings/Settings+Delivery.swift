import Delivery
import RecordStore
import Registry
import Terminal

extension Settings {
  /// The options of commands that deliver registrations.
  static let deliveryOptions = [
    OptionSpecification(
      "registry", value: "URL", environment: "HOSO_REGISTRY",
      help: "The registration service; default the registry in the data directory."),
    OptionSpecification(
      "token-file", value: "FILE", environment: "HOSO_TOKEN_FILE",
      help: "The bearer token for --registry."),
    OptionSpecification(
      "authorities", value: "FILE", environment: "HOSO_AUTHORITIES",
      help: "Certificates in PEM that sign --registry; default the system's."),
  ]

  /// Where the registrations of `command` go.
  func endpoint(in directory: DataDirectory, for command: String) throws -> RegistrationEndpoint {
    if let remote = try remoteRegistry(for: command) { return remote.endpoint }
    return try EmbeddedRegistry(
      directory: directory, place: registryPlace(), workflows: Workflows(directory: dictionaries())
    ).endpoint
  }

  /// The registration service elsewhere that `command` was told of; nil when it was told of none.
  func remoteRegistry(for command: String) throws -> RemoteRegistry? {
    guard let address = value("registry") else { return nil }
    guard let tokenFile = value("token-file") else {
      throw UsageError(.missingOperand("--token-file FILE", command: "\(command) --registry"))
    }
    return try RemoteRegistry(
      address: address, tokenFile: tokenFile, authorities: value("authorities"))
  }
}
