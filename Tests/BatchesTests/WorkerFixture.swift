import Workers

/// Pools of workers with a fault.
enum WorkerFixture {
  /// Workers that cannot begin their work.
  static var refusing: WorkerPool {
    WorkerPool(
      program: WorkerProgram(path: Probe.path, arguments: ["worker", "refuses"], showsLog: false),
      count: 1)
  }
}
