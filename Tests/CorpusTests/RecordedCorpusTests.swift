import Documents
import Evaluation
import Foundation
import Pipeline
import Testing
import Validation

/// Extraction and validation over the whole committed corpus, from recorded readings.
@Suite struct RecordedCorpusTests {
  private static func score() throws -> CorpusScore {
    let judge = try SourceJudge(CommittedCorpus.configuration())
    let scorer = CaseScorer()
    let joiner = try DossierJoiner(dictionaries: CommittedCorpus.configuration().dictionaries)
    return CorpusScore(
      cases: try CommittedCorpus.load().cases.map { item in
        let data = try Data(contentsOf: item.recording)
        let readings = try JSONDecoder().decode([SourceReading].self, from: data)
        let results = readings.map(judge.judge)
        return scorer.score(item, results: results, joined: joiner.dossiers(joining: results))
      })
  }

  @Test func nothingThatWasRightIsWrong() throws {
    let score = try Self.score()
    // An empty directory must not pass.
    #expect(score.cases.count >= 100)
    #expect(try CommittedCorpus.baseline().regressions(in: score) == [])
    #expect(CommittedCorpus.silentErrors(in: score) == [])
    #expect(score.acceptedForeign == [])
  }

  @Test func everyCaseHasAPlaceInTheBaseline() throws {
    let names = Set(try CommittedCorpus.load().cases.map(\.name))
    #expect(Set(try CommittedCorpus.baseline().right.keys) == names)
  }
}
