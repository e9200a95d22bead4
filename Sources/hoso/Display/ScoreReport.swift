import Evaluation
import Terminal

/// Draws the scores of a corpus as terminal tables.
struct ScoreReport {
  /// The tables are not cut: the names of fields are long, and reports are kept as files.
  private static let width = Int.max
  private static let listedDoubts = 40

  var colour: Bool

  /// The sums by set and tier and by field, the calibration, and the totals.
  func text(for score: CorpusScore, groups: [String: CalibrationCurve]) -> String {
    var text = table("Set and tier", score.bySetAndTier + score.byTier + [score.total])
    text += "\n" + table("Field", score.byField)
    if !score.cardParts.isEmpty {
      text += "\n" + CardReport(width: Self.width, colour: colour).text(for: score)
    }
    text += "\n" + calibration(score.calibration)
    text += "\n" + reliability(groups, score.calibration)
    text += "\n" + doubts(score.doubts)
    let total = score.total
    text += """

      \(total.cases) cases, \(total.zeroTouch) without a touch; \
      \(Percentage.text(total.tally.exactShare)) of \(total.tally.valued) values exact, \
      median \(Int(score.medianMilliseconds)) ms a case

      """
    text += silentLine(score)
    return text
  }

  /// For each group of fields how far stated confidence and truth are apart.
  private func reliability(
    _ groups: [String: CalibrationCurve], _ pooled: CalibrationCurve
  ) -> String {
    var table = TextTable(header: [
      "Fields", "Values", "Calibration error", "Given 99.9 % or more", "Wrong of these", "Share",
    ])
    for (name, curve) in groups.sorted(by: { $0.key < $1.key }) + [("all", pooled)]
    where curve.count > 0 {
      let (count, wrong) = curve.certain
      table.append([
        TextTable.Cell(name), TextTable.Cell("\(curve.count)"),
        TextTable.Cell(Percentage.text(curve.expectedError)), TextTable.Cell("\(count)"),
        TextTable.Cell("\(wrong)"),
        TextTable.Cell(count == 0 ? "" : Percentage.text(Double(wrong) / Double(count))),
      ])
    }
    return table.text(width: Self.width, colour: colour)
  }

  /// What kept cases from being accepted.
  private func doubts(_ doubts: [CorpusScore.Doubt]) -> String {
    var table = TextTable(header: ["In review for", "Cases"])
    for doubt in doubts.prefix(Self.listedDoubts) {
      table.append([TextTable.Cell(doubt.name), TextTable.Cell("\(doubt.cases)")])
    }
    return table.text(width: Self.width, colour: colour)
  }

  /// The wrong values that were accepted; where there are none, at most what share they have with
  /// 95 % certainty.
  private func silentLine(_ score: CorpusScore) -> String {
    let silent = Share(
      score.total.tally.silent, of: score.cases.reduce(0) { $0 + $1.fields.count })
    let bound =
      silent.hits > 0 || silent.of == 0
      ? "" : " (95 % bound \(Percentage.text(silent.boundOfNone)))"
    return "Silently wrong \(silent.hits) of \(silent.of) labelled values\(bound)\n"
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
        TextTable.Cell(Percentage.text(tally.exactShare)),
        TextTable.Cell(Percentage.text(tally.foldedShare)),
        TextTable.Cell("\(tally.inReview)"),
        TextTable.Cell("\(tally.silent)", style: tally.silent > 0 ? .bad : .plain),
        TextTable.Cell("\(tally.missing)"),
        TextTable.Cell("\(tally.invented)"),
      ])
    }
    return table.text(width: Self.width, colour: colour)
  }

  private func calibration(_ curve: CalibrationCurve) -> String {
    var table = TextTable(header: ["Confidence", "Values", "Right", "Mean stated"])
    for bin in curve.bins where bin.count > 0 {
      table.append([
        TextTable.Cell("\(bin.from) – \(bin.to)"), TextTable.Cell("\(bin.count)"),
        TextTable.Cell(Percentage.text(Double(bin.right) / Double(bin.count))),
        TextTable.Cell(Percentage.text(bin.meanConfidence)),
      ])
    }
    return table.text(width: Self.width, colour: colour)
      + "Expected calibration error \(Percentage.text(curve.expectedError))\n"
  }
}
