import Delivery
import Foundation
import HTTPServer
import RecordStore
import RegistrationService
import Registry
import Terminal

/// `hoso registry serve`: the service until it is asked to end.
struct RegistryServing {
  /// A file that the service needs and that cannot be read.
  struct UnreadableFile: Error, CustomStringConvertible {
    let path: String

    var description: String { "cannot read '\(path)'; check the path and its permissions" }
  }

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() async throws -> ExitCode {
    let options = try options()
    var limits = ServiceLimits()
    if let rate = try settings.number("rate", in: 1...1_000_000) {
      limits.requestsPerSecond = Double(rate)
      limits.refusalsPerSecond = max(limits.refusalsPerSecond, limits.requestsPerSecond / 100)
    }
    let dictionaries = try settings.dictionaries()
    let openAPI = try Self.contents(of: dictionaries + "/registry/openapi.json")
    let directory = try DataDirectory(path: settings.dataFolder.path, for: .registry)
    let registry = try RegistryStore(
      settings.registryPlace(), workflows: Workflows(directory: dictionaries))
    let sender = try sender()
    let isQuiet = try settings.flag("quiet")
    let api = RegistrationAPI(
      registry: registry, openAPI: openAPI, columns: try ListColumns(directory: dictionaries),
      limits: limits
    ) { line in
      guard !isQuiet else { return }
      try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }
    let server = try HTTPServer(options, refuse: api.refusal, handler: api.answer)
    let scheme = options.identity == nil ? "http" : "https"
    let host = options.address.contains(":") ? "[\(options.address)]" : options.address
    try Console.print("serving on \(scheme)://\(host):\(server.port)")
    if try registry.tokens().isEmpty {
      Console.note("there is no token yet; make one with 'hoso registry token create --role admin'")
    }
    try await Interrupts.cancelling {
      async let sending: Void = Self.send(from: registry, by: sender, api: api)
      await Self.maintain(registry, api: api)
      await sending
    }
    api.isDraining = true
    api.note("stopping")
    server.stop()
    api.note("stopped")
    withExtendedLifetime(directory) {}
    return .allAccepted
  }

  /// Ends what is overdue, every second until the task is cancelled.
  private static func maintain(_ registry: RegistryStore, api: RegistrationAPI) async {
    while !Task.isCancelled {
      do {
        let ended = try registry.endOverdue()
        if ended > 0 { api.note("expired", message: "\(ended) registrations") }
      } catch {
        api.note("maintenance", message: "\(error)", isFailure: true)
      }
      try? await Task.sleep(for: .seconds(1))
    }
  }

  /// Hands notifications on, every second until the task is cancelled.
  private static func send(
    from registry: RegistryStore, by sender: NotificationSender, api: RegistrationAPI
  ) async {
    while !Task.isCancelled {
      do {
        let counts = try await registry.sendNotifications(by: sender)
        if counts.sent + counts.failed > 0 {
          api.note("notified", message: "\(counts.sent) sent, \(counts.failed) failed")
        }
      } catch is CancellationError {
        return
      } catch {
        api.note("notifications", message: "\(error)", isFailure: true)
      }
      try? await Task.sleep(for: .seconds(1))
    }
  }

  /// What notifications are handed to: the gateway, else the spool.
  private func sender() throws -> NotificationSender {
    guard let address = settings.value("gateway") else {
      let folder = settings.value("spool") ?? settings.dataFolder.path + "/spool"
      return NotificationSpool(folder: folder).sender
    }
    guard let tokenFile = settings.value("gateway-token-file") else {
      throw UsageError(
        .missingOperand("--gateway-token-file FILE", command: "registry serve --gateway"))
    }
    return try NotificationGateway(
      address: address, tokenFile: tokenFile, authorities: settings.value("authorities")
    ).sender
  }

  private func options() throws -> HTTPServerOptions {
    var options = HTTPServerOptions()
    options.address = settings.value("listen") ?? options.address
    options.port = UInt16(try settings.number("port", in: 0...65535) ?? 8470)
    if let count = try settings.number("max-connections", in: 1...100_000) {
      options.connections = count
      options.connectionsPerAddress = min(count, max(options.connectionsPerAddress, count / 5))
    }
    switch (settings.value("tls-certificate"), settings.value("tls-key")) {
    case (let certificate?, let key?):
      options.identity = HTTPServerOptions.Identity(
        certificate: String(decoding: try Self.contents(of: certificate), as: UTF8.self),
        key: String(decoding: try Self.contents(of: key), as: UTF8.self))
    case (nil, nil): break
    case (_?, nil): throw UsageError(.missingOperand("--tls-key FILE", command: "registry serve"))
    case (nil, _?):
      throw UsageError(.missingOperand("--tls-certificate FILE", command: "registry serve"))
    }
    return options
  }

  private static func contents(of path: String) throws(UnreadableFile) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UnreadableFile(path: path)
    }
    return Array(data)
  }
}
