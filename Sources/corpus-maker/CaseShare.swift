import Foundation

/// A part of all cases, so that several processes draw one corpus between them.
struct CaseShare: Equatable {
  /// Counts from 1.
  var number = 1
  var count = 1

  /// The part that `2/4` names; nil for what names none.
  init?(_ words: String) {
    let numbers = words.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1], number >= 1,
      count >= number
    else { return nil }
    (self.number, self.count) = (number, count)
  }

  init() {}

  /// Whether the case at `place`, counted over the whole corpus, belongs to the part.
  func holds(_ place: Int) -> Bool { place % count == number - 1 }

  /// A process that draws cases ended without having drawn all of them.
  struct Failure: Error, CustomStringConvertible {
    let status: Int32
    var description: String {
      "a drawing process ended with status \(status); its own message stands above"
    }
  }

  /// Draws the cases of `options` in as many processes as it names.
  static func drawInProcesses(_ options: MakerOptions) throws {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let processes = try (1...options.jobs).map { number in
      let process = Process()
      process.executableURL = program
      process.arguments =
        options.arguments + [
          "--jobs", "1", "--share", "\(number)/\(options.jobs)",
        ]
      try process.run()
      return process
    }
    for process in processes { process.waitUntilExit() }
    if let failed = processes.first(where: { $0.terminationStatus != 0 }) {
      throw Failure(status: failed.terminationStatus)
    }
  }
}
