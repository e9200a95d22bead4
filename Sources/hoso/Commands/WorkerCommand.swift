import Foundation
import Imaging
import Pipeline
import Terminal
import Workers

/// `hoso worker`, started by hoso itself: reads one document after the other.
struct WorkerCommand {
  static let specification = CommandSpecification(
    "worker", summary: "Read documents; started by hoso itself.",
    options: [OptionSpecification("letters", help: "Read every document as a letter.")],
    isHidden: true)

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  /// Serves the pool until it goes away, and returns the status to exit with.
  func run() async -> Int32 {
    await WorkerLoop.run {
      if try settings.flag("letters") { return try readsLetters() }
      let processor = try SourceProcessor(settings.pipeline())
      return { request, bytes in
        var pictures: [Int: [UInt8]] = [:]
        let result = try processor.result(
          of: bytes, name: request.name, sha256: request.sha256
        ) { number, image in
          if request.wantsPictures { pictures[number] = try image.jpeg(quality: 80) }
        }
        return WorkResult(result: result, pictures: pictures)
      }
    }
  }

  private func readsLetters() throws -> WorkerLoop.Body {
    let processor = try LetterProcessor(settings.pipeline())
    return { request, bytes in
      var pictures: [Int: [UInt8]] = [:]
      let outcome = try processor.outcome(
        of: bytes, name: request.name, sha256: request.sha256
      ) { number, image in
        if request.wantsPictures { pictures[number] = try image.jpeg(quality: 80) }
      }
      return WorkResult(
        result: outcome.result, pictures: pictures,
        attachment: [UInt8](try JSONEncoder().encode(outcome.text)))
    }
  }
}
