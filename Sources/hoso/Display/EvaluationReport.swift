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
  var calibrationByGroup: [Group]
  var cards: [CardPart]
  var doubts: [CorpusScore.Doubt]
  var medianMs: Double
  var acceptedForeign: [String]
  var regressions: [String]
  var textCases: Int

  /// The calibration of one group of fields.
  struct Group: Encodable {
    var name: String
    var curve: CalibrationCurve
    var expectedCalibrationError: Double
    var certain: Int
    var certainWrong: Int
  }

  init(
    score: CorpusScore, groups: [String: CalibrationCurve], regressions: [String], textCases: Int
  ) {
    total = score.total
    bySet = score.bySet
    byTier = score.byTier
    bySetAndTier = score.bySetAndTier
    byField = score.byField
    calibration = score.calibration
    expectedCalibrationError = score.calibration.expectedError
    calibrationByGroup = (groups.sorted { $0.key < $1.key } + [("all", score.calibration)])
      .map { name, curve in
        Group(
          name: name, curve: curve, expectedCalibrationError: curve.expectedError,
          certain: curve.certain.count, certainWrong: curve.certain.wrong)
      }
    cards = score.cardParts
    doubts = score.doubts
    medianMs = score.medianMilliseconds
    acceptedForeign = score.acceptedForeign
    self.regressions = regressions
    self.textCases = textCases
  }
}
