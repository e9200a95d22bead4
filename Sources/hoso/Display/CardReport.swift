import Evaluation
import Terminal

/// Draws the figures that cards are measured by as a terminal table.
struct CardReport {
  var width: Int
  var colour: Bool

  /// One line for each set and tier.
  func text(for score: CorpusScore) -> String {
    var table = TextTable(header: [
      "Cards", "Cases", "Exact", "Touch-free, QR", "Touch-free, no QR", "Silent", "3/n", "ECE",
      "Wrong ≥ 0.999", "MRZ", "QR",
    ])
    for part in score.cardParts {
      table.append([
        TextTable.Cell(part.name), TextTable.Cell("\(part.cases)"),
        TextTable.Cell(Percentage.text(part.exact.value)),
        TextTable.Cell(Percentage.text(part.touchFreeWithCode)),
        TextTable.Cell(Percentage.text(part.touchFreeWithoutCode)),
        TextTable.Cell(
          "\(part.silent.hits) of \(part.silent.of)",
          style: part.silent.hits > 0 ? .bad : .plain),
        TextTable.Cell(part.silent.hits > 0 ? "" : Percentage.text(part.silent.boundOfNone)),
        TextTable.Cell(Percentage.text(part.calibrationError)),
        TextTable.Cell("\(part.sure.hits) of \(part.sure.of)"),
        TextTable.Cell(Percentage.text(part.zones)), TextTable.Cell(Percentage.text(part.codes)),
      ])
    }
    // The figures are copied into notes; a narrow terminal must not cut them short.
    var text = table.text(width: max(width, 160), colour: colour)
    if !score.captureFigures.isEmpty { text += "\n" + captures(score.captureFigures) }
    return text
  }

  private func captures(_ figures: [CaptureFigure]) -> String {
    var table = TextTable(header: [
      "Reason", "Cases", "Told", "Sound", "False alarms", "Near misses", "Alarms on them",
    ])
    for figure in figures {
      table.append([
        TextTable.Cell(figure.code), TextTable.Cell("\(figure.faulty)"),
        TextTable.Cell("\(figure.told)"), TextTable.Cell("\(figure.sound)"),
        TextTable.Cell("\(figure.falseAlarms)"), TextTable.Cell("\(figure.near)"),
        TextTable.Cell("\(figure.nearAlarms)"),
      ])
    }
    return table.text(width: max(width, 160), colour: colour)
  }
}
