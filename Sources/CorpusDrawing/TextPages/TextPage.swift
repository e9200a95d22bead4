/// A page of running text as offices print it, broken into lines.
package struct TextPage: Sendable {
  private struct Line: Sendable {
    var words: [String]
    var style: TextStyle
    /// Where each word begins and what its base line is, in millimetres.
    var places: [Double]
    var baseline: Double
  }

  /// The width of an A4 page in millimetres.
  package static let width = 210.0
  /// The height of an A4 page in millimetres.
  package static let height = 297.0

  /// The family that everything is set in.
  package let family: String
  /// Height of the sheet in millimetres: less than A4 where there are few lines.
  package private(set) var sheetHeight = TextPage.height
  private var lines: [Line] = []

  /// Sets `paragraphs`, from the first on, until the page or `lineLimit` is full.
  ///
  /// Paragraphs with a letter that the family lacks are left out.
  package init(
    paragraphs: [String], family: String, lineLimit: Int, with random: inout SplitMix64
  ) throws {
    self.family = family
    let look = TextPageLook.draw(with: &random)
    let canvas = try PageCanvas(width: 20, height: 20, dpi: 300)
    let points = look.points * 25.4 / 72
    var baseline = look.top + points
    for paragraph in paragraphs {
      guard lines.count < lineLimit, baseline < Self.height - look.bottom else { break }
      let shape = TextParagraph.draw(paragraph, look: look, family: family, with: &random)
      let broken: [String]
      do {
        broken = try canvas.wrap(
          shape.text, style: shape.style, firstWidth: look.measure - shape.indent,
          width: look.measure
        ).filter { !$0.isEmpty }
      } catch DrawingError.missingGlyphs {
        continue
      }
      for (index, text) in broken.enumerated() {
        guard lines.count < lineLimit, baseline < Self.height - look.bottom else { break }
        let words = text.split(separator: " ").map(String.init)
        let places = try Self.places(
          of: words, shape: shape, look: look, isFirst: index == 0,
          isLast: index == broken.count - 1, on: canvas)
        lines.append(Line(words: words, style: shape.style, places: places, baseline: baseline))
        baseline += points * look.leading
      }
      baseline += look.gap
    }
    if lineLimit < 40 { sheetHeight = min(Self.height, baseline + look.top * 0.6) }
  }

  /// What the page says, line by line.
  package var text: String {
    lines.map { $0.words.joined(separator: " ") + "\n" }.joined()
  }

  /// Draws the page.
  package func draw(on canvas: PageCanvas) throws {
    for line in lines {
      let style = line.style.with { $0.alignment = .left }
      for (word, place) in zip(line.words, line.places) {
        try canvas.text(word, at: Point(place, line.baseline), style: style)
      }
    }
  }

  /// Where the words of a line begin.
  private static func places(
    of words: [String], shape: TextParagraph, look: TextPageLook, isFirst: Bool, isLast: Bool,
    on canvas: PageCanvas
  ) throws -> [Double] {
    let widths = try words.map { try canvas.measure($0, style: shape.style).width }
    let pair = try canvas.measure("a a", style: shape.style).width
    var space = try pair - canvas.measure("aa", style: shape.style).width
    let indent = isFirst ? shape.indent : 0
    let natural = widths.reduce(0, +) + space * Double(words.count - 1)
    var x = look.left + indent
    switch shape.style.alignment {
    case .centre: x = look.left + (look.measure - natural) / 2
    case .right: x = look.left + look.measure - natural
    case .justified where !isLast && words.count > 1:
      space += max(0, look.measure - indent - natural) / Double(words.count - 1)
    default: break
    }
    return widths.map { width in
      defer { x += width + space }
      return x
    }
  }
}
