import Documents
import Evaluation
import Foundation
import Pipeline
import Testing

/// The whole line over a part of the committed corpus, from its images.
@Suite(.serialized) struct LiveCorpusTests {
  /// Up to this many cases are read; they are spread evenly over sets and tiers.
  private static let most = 60

  private static func cases() throws -> [CorpusCase] {
    let groups = Dictionary(grouping: try CommittedCorpus.load().cases) {
      "\($0.label.set) \($0.label.tier ?? "")"
    }.sorted { $0.key < $1.key }.map(\.value)
    // The first case of every group, then the second …
    let longest = groups.map(\.count).max() ?? 0
    return (0..<longest).flatMap { index in groups.filter { $0.count > index }.map { $0[index] } }
      .prefix(most).map { $0 }
  }

  @Test func whatIsReadNowIsAsRightAsTheBaseline() throws {
    let processor = try SourceProcessor(CommittedCorpus.configuration())
    let scorer = CaseScorer()
    let cases = try Self.cases()
    #expect(cases.count == Self.most)
    let score = CorpusScore(
      cases: try cases.map { item in
        scorer.score(
          item,
          results: try item.files.map {
            try processor.result(of: Array(Data(contentsOf: $0)), name: $0.lastPathComponent)
          })
      })
    var baseline = try CommittedCorpus.baseline()
    baseline.right = baseline.right.filter { name, _ in cases.contains { $0.name == name } }
    #expect(baseline.regressions(in: score) == [])
    #expect(CommittedCorpus.silentErrors(in: score) == [])
    #expect(score.acceptedForeign == [])
  }
}
