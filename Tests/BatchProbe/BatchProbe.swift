import Foundation

/// The program that the tests of workers and batches start: a worker and an importer whose reader
/// does what the bytes of the file tell it to.
@main struct BatchProbe {
  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "worker": exit(await ProbeWorker.run(Array(arguments.dropFirst())))
    case let command?: exit(await ProbeImport.run(command, Array(arguments.dropFirst())))
    case nil: exit(2)
    }
  }
}
