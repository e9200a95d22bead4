import Evaluation
import Terminal

/// Draws the scores of a corpus as terminal tables.
struct ScoreReport {
  var width: Int
  var colour: Bool

  /// The sums by set and tier and by field, the calibration, and the totals.
  func text(for score: CorpusScore) -> String {
    var text = table("Set and tier", score.bySetAndTier + score.byTier + [score.total])
    text += "\n" + table("Field", score.byField)
    text += "\n" + calibration(score.calibration)
    let total = score.total
    text += """

      \(total.cases) cases, \(total.zeroTouch) without a touch; \
      \(Self.percent(total.tally.exactShare)) of \(total.tally.valued) values exact, \
      \(total.tally.silent) silently wrong; median \(Int(score.medianMilliseconds)) ms a case

      """
    return text
  }

  private func table(_ name: String, _ parts: [CorpusScore.Part]) -> String {
    var table = TextTable(header: [
      name, "Cases", "Touch-free", "Values", "Exact", "Folded", "In review", "Silent", "Missing",
      "Invented",
    ])
    for part in parts {
      let tally = part.tally
      table.append([
        TextTable.Cell(part.name),
        TextTable.Cell(part.cases == 0 ? "" : "\(part.cases)"),
        TextTable.Cell(part.cases == 0 ? "" : "\(part.zeroTouch)"),
        TextTable.Cell("\(tally.valued)"),
        TextTable.Cell(Self.percent(tally.exactShare)),
        TextTable.Cell(Self.percent(tally.foldedShare)),
        TextTable.Cell("\(tally.inReview)"),
        TextTable.Cell("\(tally.silent)", style: tally.silent > 0 ? .bad : .plain),
        TextTable.Cell("\(tally.missing)"),
        TextTable.Cell("\(tally.invented)"),
      ])
    }
    return table.text(width: width, colour: colour)
  }

  private func calibration(_ curve: CalibrationCurve) -> String {
    var table = TextTable(header: ["Confidence", "Values", "Right", "Mean stated"])
    for bin in curve.bins where bin.count > 0 {
      table.append([
        TextTable.Cell("\(bin.from) – \(bin.to)"), TextTable.Cell("\(bin.count)"),
        TextTable.Cell(Self.percent(Double(bin.right) / Double(bin.count))),
        TextTable.Cell(Self.percent(bin.meanConfidence)),
      ])
    }
    return table.text(width: width, colour: colour)
      + "Expected calibration error \(Self.percent(curve.expectedError))\n"
  }

  private static func percent(_ share: Double) -> String {
    "\((share * 10_000).rounded() / 100) %"
  }
}
