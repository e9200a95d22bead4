import Foundation
import Recognition
import Terminal
import Workers

extension Settings {
  /// A pool of `count` workers, with what they need of these settings; `letters` reads every file as
  /// a letter, which may have many pages.
  func workerPool(count: Int, letters: Bool = false) throws -> WorkerPool {
    var program = try workerProgram()
    if letters { program.arguments.append("--letters") }
    return WorkerPool(
      program: program, count: count,
      limits: letters ? WorkerLimits(time: .seconds(900)) : WorkerLimits(),
      confinement: try flag("unconfined") ? .whereThere : .required)
  }

  /// How a worker is started.
  ///
  /// What the C libraries of a worker print about a file is dropped: the file's reason says it.
  private func workerProgram() throws(ConfigurationError) -> WorkerProgram {
    let dictionaries = try dictionaries()
    var arguments = ["worker", "--dictionaries", dictionaries]
    if let tessdata { arguments += ["--tessdata", tessdata] }
    let models = ModelFolder.searched(
      named: tessdata, environment: ProcessInfo.processInfo.environment)
    return .thisProgram(
      arguments: arguments,
      readable: [dictionaries] + Self.targets(ofLinksIn: dictionaries) + models, showsLog: false)
  }

  /// Where links in a folder lead: a confined worker may read a file by its own path alone.
  private static func targets(ofLinksIn folder: String) -> [String] {
    let places = FileManager.default.enumerator(
      at: URL(filePath: folder), includingPropertiesForKeys: [.isSymbolicLinkKey])
    return (places?.allObjects ?? []).compactMap { place in
      guard let place = place as? URL,
        (try? place.resourceValues(forKeys: [.isSymbolicLinkKey]))?.isSymbolicLink == true
      else { return nil }
      return place.resolvingSymlinksInPath().path
    }
  }
}
