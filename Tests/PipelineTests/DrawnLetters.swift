import CorpusDrawing
import Documents
import Foundation
import Pipeline
import TestSupport
import Testing

/// Letters drawn with text layers, and what is read of them.
enum DrawnLetters {
  static let dictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../dictionaries").standardizedFileURL.path

  static let maker = LayerPageMaker(
    vietnamese: SampleText.vietnamese, english: SampleText.english)

  /// A processor with a warm engine; it belongs to one thread.
  static func processor() throws -> LetterProcessor {
    let today = try #require(CalendarDate(iso: "2026-01-01"))
    return try LetterProcessor(PipelineConfiguration(dictionaries: dictionaries, today: today))
  }

  /// The words of `text`, each as often as it stands there.
  static func words(_ text: [String]) -> [String: Int] {
    text.joined(separator: " ").split { !$0.isLetter && !$0.isNumber }
      .reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }

  /// The share of the words printed on `page` that are in `sheet`, and of those in `sheet` that are
  /// printed, 0 … 1.
  static func agreement(of sheet: LetterText.Sheet, with page: LayerPdf) -> (
    found: Double, right: Double
  ) {
    let printed = words(page.lines.map(\.text))
    let read = words(sheet.lines.map { $0.map(\.text).joined(separator: " ") })
    let common = Double(printed.reduce(0) { $0 + min($1.value, read[$1.key] ?? 0) })
    return (
      common / Double(max(1, printed.values.reduce(0, +))),
      common / Double(max(1, read.values.reduce(0, +)))
    )
  }
}
