internal import Dispatch
internal import Glibc
internal import Synchronization

/// Ends connections whose request takes too long, however slowly its bytes drip.
///
/// libmicrohttpd itself only ends connections that are silent.
final class ConnectionWatch: Sendable {
  private let deadlines = Mutex<[Int32: ContinuousClock.Instant]>([:])
  private let requestTime: Duration
  private let queue = DispatchQueue(label: "hoso.http.watch")

  /// Gives each request `requestTime`.
  init(requestTime: Duration) {
    self.requestTime = requestTime
    sweepLater()
  }

  /// A connection began, or its last request is answered: the next one has its time from now on.
  func begin(_ socket: Int32) {
    deadlines.withLock { $0[socket] = .now + requestTime }
  }

  /// A connection is about to be closed.
  func end(_ socket: Int32) {
    _ = deadlines.withLock { $0.removeValue(forKey: socket) }
  }

  private func sweepLater() {
    let pause = min(1, requestTime / .seconds(4))
    queue.asyncAfter(deadline: .now() + pause) { [weak self] in
      self?.endOverdue()
      self?.sweepLater()
    }
  }

  private func endOverdue() {
    let now = ContinuousClock.now
    // Within the lock, since after `end` the number may belong to another connection.
    deadlines.withLock { deadlines in
      for (socket, deadline) in deadlines where deadline < now {
        shutdown(socket, Int32(SHUT_RDWR))
        deadlines[socket] = now + requestTime
      }
    }
  }
}
