import Delivery
import Foundation
import Glibc
import RecordStore
import Registry
import Synchronization

/// The embedded registry with the faults of a service far away.
///
/// A registration whose number ends in 77 is refused, unless `PROBE_REFUSES` is `no`. Of all others, the
/// answers that `PROBE_CUT` counts out (every n-th) are lost after the commit.
struct ProbeService: Sendable {
  let registry: EmbeddedRegistry
  let fuse: Fuse

  var endpoint: RegistrationEndpoint {
    let variables = ProcessInfo.processInfo.environment
    let refuses = variables["PROBE_REFUSES"] != "no"
    let cut = variables["PROBE_CUT"].flatMap { Int($0) } ?? 0
    let count = Counter()
    return RegistrationEndpoint { request in
      let body = String(decoding: request.body, as: UTF8.self)
      if refuses, (1...9).contains(where: { body.contains("\"0000000\($0)77\"") }) {
        return RegistrationResponse(status: 422, body: Array("{}".utf8))
      }
      fuse.pass("registered", .within)
      let response = try await registry.register(request)
      fuse.pass("registered", .after)
      if cut > 0, count.next() % cut == 0 {
        throw RegistrationEndpoint.Unreachable("the connection was cut")
      }
      return response
    }
  }

  private final class Counter: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
      value.withLock { value in
        value += 1
        return value
      }
    }
  }
}
