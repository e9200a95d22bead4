import Workers

extension Settings {
  /// How a worker is started, with what it needs of these settings.
  ///
  /// What the C libraries of a worker print about a file is dropped: the file's reason says it.
  func workerProgram() throws(ConfigurationError) -> WorkerProgram {
    var arguments = ["worker", "--dictionaries", try dictionaries()]
    if let tessdata { arguments += ["--tessdata", tessdata] }
    return .thisProgram(arguments: arguments, showsLog: false)
  }
}
