/// Why a pool cannot do its work, whichever document it is given.
public enum WorkerPoolError: Error, Hashable, Sendable {
  /// The worker program did not start, or ended before it was ready.
  case cannotStart(program: String, cause: String)
  /// A worker reported that the work itself could not be done.
  case workFailed(message: String)
  /// Nothing would keep a worker from the files and the network of this machine.
  case unconfined
  /// The pool was stopped.
  case stopped
}

extension WorkerPoolError: CustomStringConvertible {
  /// What failed, on what, and the way out.
  public var description: String {
    switch self {
    case .cannotStart(let program, let cause):
      "cannot start a worker (\(program)): \(cause); run `hoso doctor`"
    case .workFailed(let message): message
    case .unconfined:
      "this kernel has neither Landlock nor seccomp, so nothing would hold a worker that a document "
        + "takes over; run hoso where one of them is, or accept that with --unconfined"
    case .stopped: "the workers were stopped before the work was done; run the same command again"
    }
  }
}
