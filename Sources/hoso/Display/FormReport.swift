import Evaluation
import Terminal

/// Draws the figures that forms are measured by as a terminal table.
struct FormReport {
  var width: Int
  var colour: Bool

  /// One line for each set and tier, for each tier, and for all.
  func text(for score: CorpusScore) -> String {
    var table = TextTable(header: [
      "Forms", "Cases", "Exact", "Invented", "Touch-free", "Silent", "3/n", "Ticks", "Version",
      "Handwritten, sent",
    ])
    for part in score.formParts {
      table.append([
        TextTable.Cell(part.name), TextTable.Cell("\(part.cases)"),
        TextTable.Cell(Percentage.text(part.exact)),
        TextTable.Cell("\(part.invented.hits) of \(part.invented.of)"),
        TextTable.Cell(Percentage.text(part.touchFree)),
        TextTable.Cell(
          "\(part.silent.hits) of \(part.silent.of)",
          style: part.silent.hits > 0 ? .bad : .plain),
        TextTable.Cell(part.silent.hits > 0 ? "" : Percentage.text(part.silent.boundOfNone)),
        TextTable.Cell(Percentage.text(part.ticks)), TextTable.Cell(Percentage.text(part.versions)),
        TextTable.Cell(Percentage.text(part.handwritten)),
      ])
    }
    // The figures are copied into notes; a narrow terminal must not cut them short.
    return table.text(width: max(width, 160), colour: colour)
  }
}
