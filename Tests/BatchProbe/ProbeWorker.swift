import Documents
import Foundation
import Glibc
import Workers

/// A worker that obeys the first word of the file: it crashes, hangs, eats memory, or reads.
enum ProbeWorker {
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  static func run(_ arguments: [String]) async -> Int32 {
    if arguments.first == "dies" { return 9 }
    if arguments.first == "babbles" {
      babble()
      sleep(1000)
    }
    return await WorkerLoop.run {
      if arguments.first == "refuses" { throw Refusal(description: "cannot load model 'xyz'") }
      return { request, bytes in WorkResult(result: try result(of: bytes, request: request)) }
    }
  }

  private static func result(of bytes: [UInt8], request: WorkRequest) throws -> SourceResult {
    let words = String(decoding: bytes.prefix(200), as: UTF8.self).split(
      whereSeparator: \.isWhitespace)
    switch words.first {
    case "crash": abort()
    case "crash-once":
      // The first worker leaves a mark where the file says, and ends.
      if access(String(words[1]), F_OK) != 0 {
        leaveMark(String(words[1]))
        abort()
      }
    case "crash-until": if access(String(words[1]), F_OK) != 0 { abort() }
    case "letter":
      return ProbeResult.make(
        name: request.name, sha256: request.sha256, process: getpid(), kind: .officialLetter,
        first: "accepted", second: nil)
    case "hang":
      if words.count > 1 { leaveMark(String(words[1])) }
      while true { usleep(100_000) }
    case "eat":
      var hoard: [[UInt8]] = []
      while true { hoard.append([UInt8](repeating: 1, count: 16 << 20)) }
    case "map":
      // More address space than any limit leaves.
      guard mmap(nil, 64 << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
      else { abort() }
    case "babble":
      babble()
      sleep(1000)
    case "try":
      let isRefused = ProbeEscape.isRefused(words.dropFirst().map(String.init))
      return ProbeResult.make(
        name: request.name, sha256: request.sha256, process: getpid(),
        first: isRefused ? "rejected" : "accepted", second: nil)
    case "burn":
      // So many milliseconds of the processor, as a reader needs them.
      let wanted = (words.dropFirst().first.flatMap { Int($0) } ?? 0) * Int(CLOCKS_PER_SEC) / 1000
      let start = clock()
      while clock() - start < wanted {}
      return ProbeResult.make(
        name: request.name, sha256: request.sha256, process: getpid(), first: "review",
        second: nil)
    case "damaged":
      return SourceResult(
        source: SourceIdentity(name: request.name, sha256: request.sha256, pages: 0),
        documents: [],
        reasons: [
          Reason(code: .fileDamaged, field: nil, vi: "v", en: "e", severity: .refusal)
        ], dossier: Dossier(verdict: .rejected))
    case "print": print("a stray line")
    case "refuse": throw Refusal(description: "the model is gone")
    default:
      let paper = ProbePaper.make(
        name: request.name, sha256: request.sha256, words: words.map(String.init))
      if let paper { return paper }
    }
    return ProbeResult.make(
      name: request.name, sha256: request.sha256, process: getpid(),
      first: words.first.map(String.init) ?? "", second: words.dropFirst().first.map(String.init))
  }

  private static func leaveMark(_ path: String) {
    close(open(path, O_CREAT | O_WRONLY, 0o600))
  }

  private static func babble() {
    let nonsense = [UInt8]("this is no frame at all, whatever comes after it".utf8)
    _ = write(STDIN_FILENO, nonsense, nonsense.count)
  }
}
