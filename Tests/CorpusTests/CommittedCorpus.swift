import Documents
import Evaluation
import Foundation
import Pipeline
import Testing

/// The corpus that stands in the repository, and the day on which it is judged.
enum CommittedCorpus {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  static var folder: URL { root.appending(path: "corpus") }

  static func load() throws -> Corpus { try Corpus(at: folder) }

  static func baseline() throws -> Baseline {
    let data = try Data(contentsOf: folder.appending(path: "baseline.tsv"))
    return try Baseline(parsing: String(decoding: data, as: UTF8.self))
  }

  /// A fixed day, so that cards do not expire under the tests.
  static func configuration() throws -> PipelineConfiguration {
    PipelineConfiguration(
      dictionaries: root.appending(path: "dictionaries").path,
      tessdata: ProcessInfo.processInfo.environment["HOSO_TESSDATA"],
      today: try #require(CalendarDate(year: 2026, month: 11, day: 21)))
  }

  /// Names of fields that are wrong in an accepted document.
  static func silentErrors(in score: CorpusScore) -> [String] {
    score.cases.flatMap { item in
      item.fields.filter { $0.outcome == .silent }.map { "\(item.name): \($0.document).\($0.key)" }
    }
  }
}
