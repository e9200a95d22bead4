import Synchronization

/// A value that is made when it is first asked for, and kept.
final class Lazy<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  /// The value, made by `make` the first time; when `make` throws, the next call tries again.
  func value<Failure: Error>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    try kept.withLock { kept throws(Failure) in
      if let kept { return kept }
      let made = try make()
      kept = made
      return made
    }
  }
}
