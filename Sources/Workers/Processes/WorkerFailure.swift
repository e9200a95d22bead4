internal import Documents

/// Why a worker gave no answer.
enum WorkerFailure: Error, Hashable {
  /// It ended.
  case crashed
  /// It answered with something that is no answer, and was killed.
  case garbled
  /// It did not answer in time, and was killed.
  case timedOut
  /// It used more memory than allowed, and was killed.
  case outOfMemory
  /// It was told to stop.
  case stopped

  /// The reason against the document that it was reading; nil when the document is not at fault.
  var code: ReasonCode? {
    switch self {
    case .crashed, .garbled: .workerCrashed
    case .timedOut: .workerTimedOut
    case .outOfMemory: .workerOutOfMemory
    case .stopped: nil
    }
  }

  /// The failure in words, of a worker that was not ready yet.
  var whileStarting: String {
    switch self {
    case .crashed: "it ended before it was ready"
    case .garbled: "it did not speak the worker's protocol"
    case .timedOut: "it was not ready in time"
    case .outOfMemory: "it ran out of memory"
    case .stopped: "it was stopped"
    }
  }
}
