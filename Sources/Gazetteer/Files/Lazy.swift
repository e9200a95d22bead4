import Synchronization

/// A value that is made when it is first asked for, and kept.
final class Lazy<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  /// The value, made by `make` the first time; when `make` throws, the next call tries again.
  func value(_ make: () throws -> Value) throws -> Value {
    try kept.withLock { kept in
      if let kept { return kept }
      let made = try make()
      kept = made
      return made
    }
  }
}
