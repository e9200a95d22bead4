import Evaluation

/// The scores of a corpus as JSON, schema `hoso.evaluation/1`.
struct EvaluationReport: Encodable {
  var schema = "hoso.evaluation/1"
  var total: CorpusScore.Part
  var bySet: [CorpusScore.Part]
  var byTier: [CorpusScore.Part]
  var bySetAndTier: [CorpusScore.Part]
  var byField: [CorpusScore.Part]
  var calibration: CalibrationCurve
  var expectedCalibrationError: Double
  var medianMs: Double
  var acceptedForeign: [String]
  var regressions: [String]
  var textCases: Int

  init(score: CorpusScore, regressions: [String], textCases: Int) {
    total = score.total
    bySet = score.bySet
    byTier = score.byTier
    bySetAndTier = score.bySetAndTier
    byField = score.byField
    calibration = score.calibration
    expectedCalibrationError = score.calibration.expectedError
    medianMs = score.medianMilliseconds
    acceptedForeign = score.acceptedForeign
    self.regressions = regressions
    self.textCases = textCases
  }
}
