import Foundation
import Imaging
import Recognition
import Rendering

/// A file of drawn pages and what it prints.
struct LessonPage {
  let file: URL
  let rows: PrintedRows

  /// The drawn files in `folder` and below it, in the order of their names.
  static func pages(in folder: URL) throws -> [LessonPage] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    let known = Set(names)
    return try names.compactMap { name in
      let file = folder.appendingPathComponent(name)
      guard ["jpg", "png", "tif", "pdf"].contains(file.pathExtension) else { return nil }
      let own = (name as NSString).deletingPathExtension + ".txt"
      let shared = (name as NSString).deletingLastPathComponent + "/transcript.txt"
      guard let truth = [own, shared].first(where: known.contains) else { return nil }
      let text = try String(contentsOf: folder.appendingPathComponent(truth), encoding: .utf8)
      return LessonPage(file: file, rows: PrintedRows(text))
    }
  }

  /// The lines on the file's pages.
  func lessons(with reader: PageReader) throws -> [LineLesson] {
    guard
      case .success(let content) = SourceContent.open([UInt8](try Data(contentsOf: file)))
    else { return [] }
    let preparer = PagePreparer()
    return try (0..<content.pageCount).flatMap { index in
      try reader.lessons(on: try preparer.prepare(try content.page(index)))
    }
  }
}
