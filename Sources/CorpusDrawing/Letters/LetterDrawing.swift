import Documents
import Foundation

/// A letter set on as many pages as it takes.
package struct LetterDrawing {
  /// Families that offices print letters in.
  package static let families = [
    "Tinos", "Tinos", "Tinos", "TeX Gyre Termes", "Liberation Serif", "FreeSerif", "Noto Serif",
    "Arimo", "Open Sans",
  ]
  /// Those that only figures are taken on.
  package static let heldOut = ["DejaVu Serif", "TeX Gyre Pagella", "Inter", "Lato"]

  var sheets: [[LetterMark]] = [[]]
  let content: LetterContent
  let look: LetterLook
  let style: TextStyle
  private let seed: UInt64
  let measure: PageCanvas
  var baseline = 0.0
  static let foot = 275.0

  /// How many pages there are.
  package var pageCount: Int { sheets.count }

  /// Sets `content` in `family`.
  package init(
    _ content: LetterContent, family: String, isHeldOut: Bool, with random: inout SplitMix64
  ) throws {
    self.content = content
    look = LetterLook.draw(isHeldOut: isHeldOut, with: &random)
    seed = random.next()
    // Wide families are set smaller, as their users do.
    let scale = ["DejaVu Serif", "Noto Serif", "Open Sans", "Inter"].contains(family) ? 0.87 : 1
    style = TextStyle(family: family, points: look.size * scale, leading: look.leading)
    measure = try PageCanvas(width: 20, height: 20, dpi: 300)
    var pen = SplitMix64(seed: seed, purpose: "layout")
    try setHead(with: &pen)
    try setBody()
    try setFoot(with: &pen)
    try setAnnex()
    try setPageNumbers()
  }

  /// Draws the page with this index.
  package func draw(page index: Int, on canvas: PageCanvas) throws {
    var random = SplitMix64(seed: seed, purpose: "pen \(index)")
    for mark in sheets[index] { try mark.draw(on: canvas, family: style.family, with: &random) }
  }

  var width: Double { 210 - look.left - look.right }
  var step: Double { style.size * look.leading }

  mutating func put(_ text: String, x: Double, _ y: Double, _ style: TextStyle) {
    sheets[sheets.count - 1].append(.text(text, Point(x, y), style))
  }

  /// Lines centred about `middle` from `y` on; returns the base line below the last.
  @discardableResult
  mutating func centred(
    _ lines: [String], at middle: Double, from y: Double, style: TextStyle, limit: Double
  ) throws -> Double {
    var y = y
    for line in lines {
      let fitted = try measure.fitted(line, style: style, limit: limit)
      let width = try measure.measure(line, style: fitted).width
      put(line, x: middle - width / 2, y, fitted)
      y += style.size * 1.25
    }
    return y
  }

  mutating func rule(about middle: Double, y: Double, length: Double) {
    sheets[sheets.count - 1].append(
      .rule(Point(middle - length / 2, y), Point(middle + length / 2, y), 0.25))
  }

  mutating func newPage() {
    sheets.append([])
    baseline = look.top + style.size * 3
  }

  mutating func paragraph(
    _ text: String, style: TextStyle, keepsLines: Bool = false
  ) throws {
    let lines = try measure.wrap(
      text, style: style, firstWidth: width - look.indent, width: width
    )
    .filter { !$0.isEmpty }
    for (index, line) in lines.enumerated() {
      if baseline > Self.foot { newPage() }
      let x = look.left + (index == 0 ? look.indent : 0)
      let room = width - (index == 0 ? look.indent : 0)
      if look.isJustified, index < lines.count - 1 {
        try justified(line, x: x, room: room, style: style)
      } else {
        put(line, x: x, baseline, style)
      }
      baseline += step
    }
    baseline += look.gap
  }

  mutating func justified(
    _ line: String, x: Double, room: Double, style: TextStyle
  ) throws {
    let words = line.split(separator: " ").map(String.init)
    let widths = try words.map { try measure.measure($0, style: style).width }
    let space = (room - widths.reduce(0, +)) / Double(max(1, words.count - 1))
    var left = x
    for (word, width) in zip(words, widths) {
      put(word, x: left, baseline, style)
      left += width + space
    }
  }

}
