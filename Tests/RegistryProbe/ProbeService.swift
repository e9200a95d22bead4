import Foundation
import Glibc
import HTTPServer
import RegistrationService
import Registry
import RegistrySupport

/// The registration service with a fuse, a clock that is wrong by `PROBE_JUMP` seconds, and a spool.
enum ProbeService {
  static func run(place: String, spool: String) -> Int32 {
    let fuse = ProbeFuse()
    let jump = ProcessInfo.processInfo.environment["PROBE_JUMP"].flatMap { Double($0) } ?? 0
    do {
      let store = try RegistryStore(
        RegistryPlace(store: place) ?? .file(place), workflows: .committed(),
        clock: {
          fuse.pass(.working)
          return Date() + jump
        })
      let api = try RegistrationAPI(
        registry: store, openAPI: [],
        columns: ListColumns(directory: Workflows.committedDictionaries), limits: limits)
      let server = try HTTPServer(HTTPServerOptions()) { request in
        let deed = request.target.path.last ?? ""
        fuse.pass(.asked, of: deed)
        let answer = api.answer(request)
        fuse.pass(.done, of: deed)
        return answer
      }
      let sender = NotificationSpool(folder: spool).sender
      let fused = NotificationSender { notice in
        try await sender.send(notice)
        fuse.pass(.notified)
      }
      print(server.port)
      fflush(nil)
      Task {
        while true {
          _ = try? store.endOverdue()
          _ = try? await store.sendNotifications(by: fused)
          try? await Task.sleep(for: .milliseconds(20))
        }
      }
      // Until the driver ends it, or goes away itself.
      _ = readLine()
      server.stop()
      return 0
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      return 5
    }
  }

  private static var limits: ServiceLimits {
    var limits = ServiceLimits()
    limits.requestsPerSecond = 1e6
    limits.refusalsPerSecond = 1e6
    return limits
  }
}
