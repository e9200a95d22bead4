internal import Dispatch

/// Runs an actor on a queue of its own, so that blocking calls keep off Swift's shared threads.
package final class SerialQueueExecutor: SerialExecutor {
  private let queue: DispatchQueue

  /// Creates an executor whose queue is named `label`.
  package init(label: String) { queue = DispatchQueue(label: label) }

  /// Runs `job` on the queue, after those that came before.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
