import Foundation
import Glibc
import HTTPServer
import RegistrationService
import Registry
import RegistrySupport

/// The registration service with a fuse, a clock that is wrong by `PROBE_JUMP` seconds, a spool, and a disk
/// on which no file grows beyond `PROBE_DISK` bytes.
enum ProbeService {
  static func run(place: String, spool: String) -> Int32 {
    let variables = ProcessInfo.processInfo.environment
    signal(SIGXFSZ, SIG_IGN)
    if let bytes = variables["PROBE_DISK"].flatMap({ UInt($0) }), bytes > 0 {
      var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    }
    let fuse = ProbeFuse()
    do {
      let store = try store(at: place, fuse: fuse)
      let api = try RegistrationAPI(
        registry: store, openAPI: [],
        columns: ListColumns(directory: Workflows.committedDictionaries), limits: limits)
      let server = try HTTPServer(HTTPServerOptions()) { request in
        let deed = request.target.path.last ?? ""
        fuse.pass(ProbeFuse.asked, of: deed)
        let answer = api.answer(request)
        fuse.pass(ProbeFuse.done, of: deed)
        return answer
      }
      let sender = NotificationSpool(folder: spool).sender
      let fused = NotificationSender { notice in
        try await sender.send(notice)
        fuse.pass(ProbeFuse.notified)
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

  /// Makes a token and revokes it, as the command does beside the service.
  static func makeToken(place: String) -> Int32 {
    do {
      let store = try store(at: place, fuse: ProbeFuse())
      let token = try store.createToken(name: "short", role: .auditor, office: nil).token
      return try store.revokeToken(token.id) ? 0 : 1
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      return 5
    }
  }

  private static func store(at place: String, fuse: ProbeFuse) throws -> RegistryStore {
    let variables = ProcessInfo.processInfo.environment
    let jump = variables["PROBE_JUMP"].flatMap { Double($0) } ?? 0
    return try RegistryStore(
      RegistryPlace(store: place) ?? .file(place), workflows: .committed(),
      clock: { Date() + jump }, onCommit: { fuse.pass($0, $1) })
  }

  private static var limits: ServiceLimits {
    var limits = ServiceLimits()
    limits.requestsPerSecond = 1e6
    limits.refusalsPerSecond = 1e6
    return limits
  }
}
