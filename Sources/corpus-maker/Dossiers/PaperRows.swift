import CorpusDrawing

/// Writes rows of labels with values behind them, and dots where nothing stands.
struct PaperRows {
  let canvas: PageCanvas
  let label: TextStyle
  let value: TextStyle
  let left: Double
  let right: Double
  /// From one row to the next, in millimetres.
  let step: Double
  /// Where the next row stands.
  var baseline: Double

  /// A row of entries, each of which takes its share of the width.
  mutating func row(_ entries: [(label: String, value: String?, share: Double)]) throws {
    var x = left
    let width = right - left
    for (index, entry) in entries.enumerated() {
      let end = index == entries.count - 1 ? right : x + width * entry.share - 2
      try cell(entry.label, entry.value, from: x, to: end)
      x += width * entry.share
    }
    baseline += step
  }

  /// One label and a value that may go on below it.
  mutating func row(_ label: String, _ value: String?) throws {
    let labelled = try canvas.measure(label + " ", style: self.label).width
    guard let value,
      try canvas.measure(value, style: self.value).width > right - left - labelled
    else {
      try row([(label, value, 1)])
      return
    }
    var first: [Substring] = []
    var rest = value.split(separator: " ")
    while let word = rest.first,
      try canvas.measure((first + [word]).joined(separator: " "), style: self.value).width
        < right - left - labelled
    {
      first.append(word)
      rest.removeFirst()
    }
    try cell(label, first.joined(separator: " "), from: left, to: right)
    baseline += step
    try canvas.text(
      rest.joined(separator: " "), at: Point(left, baseline - 0.4), style: self.value)
    baseline += step
  }

  private func cell(_ label: String, _ value: String?, from x: Double, to end: Double) throws {
    try canvas.text(label, at: Point(x, baseline), style: self.label)
    let start = x + (try canvas.measure(label + " ", style: self.label).width)
    var dots = start
    if let value {
      try canvas.text(value, at: Point(start, baseline - 0.2), style: self.value)
      dots = start + (try canvas.measure(value, style: self.value).width) + 1
    }
    if dots < end - 3 { canvas.dottedLeader(from: dots, to: end, baseline: baseline) }
  }
}
