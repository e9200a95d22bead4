import Documents
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

  /// How many pixels of pages are kept until it is known what of them a person must look at: what
  /// stands on later pages has no picture.
  private static let pixelsForCrops = 40_000_000

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  /// Serves the pool until it goes away, and returns the status to exit with.
  func run() async -> Int32 {
    await WorkerLoop.run {
      if try settings.flag("letters") { return try readsLetters() }
      let processor = try SourceProcessor(settings.pipeline())
      return { request, bytes in
        var pictures: [Int: [UInt8]] = [:]
        var pages: [Int: PageImage] = [:]
        var pixels = 0
        let result = try processor.result(
          of: bytes, name: request.name, sha256: request.sha256
        ) { number, image in
          if request.wantsPictures { pictures[number] = try image.jpeg(quality: 80) }
          pixels += image.width * image.height
          if request.wantsCrops, pixels <= Self.pixelsForCrops { pages[number] = image }
        }
        return WorkResult(
          result: result, pictures: pictures,
          attachment: request.wantsCrops ? try crops(of: result, from: pages) : [])
      }
    }
  }

  /// The pictures of the fields that a person must look at; empty when there is none.
  private func crops(of result: SourceResult, from pages: [Int: PageImage]) throws -> [UInt8] {
    let crops = CropSheet.wanted(in: result).compactMap { field, page, box -> CropSheet.Crop? in
      // A box beyond its page has no picture; that is no reason to fail.
      guard let jpeg = try? pages[page]?.cropped(to: box).jpeg(quality: 85) else { return nil }
      return CropSheet.Crop(field: field, page: page, box: box, jpeg: jpeg)
    }
    return crops.isEmpty ? [] : try CropSheet(crops: crops).encoded()
  }

  private func readsLetters() throws -> WorkerLoop.Body {
    let processor = try LetterProcessor(settings.pipeline())
    return { request, bytes in
      var pictures: [Int: [UInt8]] = [:]
      func keep(_ number: Int, _ image: PageImage) throws {
        pictures[number] = try image.jpeg(quality: 80)
      }
      let outcome = try processor.outcome(
        of: bytes, name: request.name, sha256: request.sha256,
        onPage: request.wantsPictures ? keep : nil)
      return WorkResult(
        result: outcome.result, pictures: pictures,
        attachment: [UInt8](try JSONEncoder().encode(outcome.text)))
    }
  }
}
