internal import Synchronization

/// Lets each client do so much in a while: a bucket of leave that refills with time.
final class RateLimiter: Sendable {
  private struct Bucket {
    var leave: Double
    var at: ContinuousClock.Instant
  }

  private let perSecond: Double
  private let size: Double
  private let buckets = Mutex<[String: Bucket]>([:])

  /// Allows `perSecond` in the long run, and `burstSeconds` of that at once.
  init(perSecond: Double, burstSeconds: Double) {
    self.perSecond = perSecond
    size = max(1, perSecond * burstSeconds)
  }

  /// Whether `client` may do one more thing at `now`; it is then counted.
  func allows(_ client: String, at now: ContinuousClock.Instant = .now) -> Bool {
    buckets.withLock { buckets in
      // Full buckets say nothing, so they are dropped before there are too many.
      if buckets.count > 10_000 {
        buckets = buckets.filter { leave(in: $0.value, at: now) < size }
      }
      let left = leave(in: buckets[client], at: now)
      buckets[client] = Bucket(leave: left >= 1 ? left - 1 : left, at: now)
      return left >= 1
    }
  }

  /// Whether `client` could do one more thing at `now`; nothing is counted.
  func wouldAllow(_ client: String, at now: ContinuousClock.Instant = .now) -> Bool {
    buckets.withLock { leave(in: $0[client], at: now) >= 1 }
  }

  private func leave(in bucket: Bucket?, at now: ContinuousClock.Instant) -> Double {
    guard let bucket else { return size }
    return min(size, bucket.leave + max(0, (now - bucket.at) / .seconds(1)) * perSecond)
  }
}
