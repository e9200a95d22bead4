/// Sets paragraphs, tables and letterheads on a page, line by line.
struct PageSetter {
  private(set) var page = LayerPdf()
  private let family: String
  private let size: Double
  private let leading: Double
  private let left: Double
  private var column = 0.0
  private var measure: Double
  private let whole: Double
  private let top: Double
  private var y: Double

  init(random: inout SplitMix64) {
    family = random.pick(["Tinos", "Arimo", "FreeSerif", "Noto Serif", "DejaVu Serif", "Noto Sans"])
    size = random.pick([11, 12, 13, 13, 14])
    leading = random.between(1.3, 1.6)
    left = random.between(60, 85)
    whole = 595 - left - random.between(40, 60)
    measure = whole
    top = random.between(50, 80)
    y = top
  }

  /// How much of the page is empty below, in points.
  var room: Double { page.height - 50 - y }

  /// Begins a column from the top.
  mutating func begin(column: Int, of count: Int) {
    measure = whole / Double(count) - 12
    self.column = Double(column) * whole / Double(count)
    y = top
  }

  /// Sets `text`, its first line indented by `indent` points.
  mutating func paragraph(_ text: String, in indent: Double) {
    var line = ""
    var start = indent
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if width(longer) > measure - start, !line.isEmpty {
        put(line, at: start)
        (line, start) = (String(word), 0)
      } else {
        line = longer
      }
    }
    if !line.isEmpty { put(line, at: start) }
    y += size * 0.3
  }

  /// Sets a row of a table with rules around its cells.
  mutating func row(_ cells: [String]) {
    guard room > size * leading else { return }
    let cell = measure / Double(cells.count)
    for (index, text) in cells.enumerated() {
      append(text, x: left + Double(index) * cell + 6, y: y)
      let edge = left + Double(index) * cell
      page.rules.append((Point(edge, y - size), Point(edge, y + size * (leading - 1))))
    }
    let below = y + size * (leading - 1)
    page.rules.append((Point(left, below), Point(left + measure, below)))
    y += size * leading
  }

  /// Sets the head of a letter, its two columns line by line.
  mutating func head(left lines: [String], right: [String]) {
    for (first, second) in zip(lines, right) {
      append(first, x: left, y: y, scale: 0.8)
      append(second, x: left + whole * 0.52, y: y, scale: 0.8)
      y += size * leading
    }
    y += size
  }

  private mutating func put(_ text: String, at start: Double) {
    guard room > 0 else { return }
    append(text, x: left + column + start, y: y)
    y += size * leading
  }

  private mutating func append(_ text: String, x: Double, y: Double, scale: Double = 1) {
    page.lines.append(StatedLine(text, x: x, y: y, size: size * scale, family: family))
  }

  private func width(_ text: String) -> Double {
    LayerPdf.width(of: text, size: size, family: family, isBold: false)
  }
}
