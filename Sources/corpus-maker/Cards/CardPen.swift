import CorpusDrawing
import Foundation

/// Writes the labelled values of a card.
struct CardPen {
  let canvas: PageCanvas
  let look: CardLook

  /// Writes a label at `place` and says where its line ends.
  @discardableResult
  func label(_ vietnamese: String, _ english: String?, at place: Point) throws -> Double {
    let colon = look.hasColons ? ":" : ""
    let style = look.label
    guard let english else {
      return place.x + (try canvas.text(vietnamese + colon, at: place, style: style)).width
    }
    let small = style.italic.with { $0.size *= 0.93 }
    if look.stacksLabels {
      let first = try canvas.text(vietnamese, at: place, style: style)
      let second = try canvas.text(
        english, at: Point(place.x, place.y + style.size * 0.72),
        style: small.with { $0.size *= 0.68 })
      return place.x + max(first.width, second.width)
    }
    let first = try canvas.text(vietnamese + look.slash, at: place, style: style)
    let start = place.x + first.width + (look.slash.hasSuffix(" ") ? style.size * 0.25 : 0)
    return start + (try canvas.text(english + colon, at: Point(start, place.y), style: small)).width
  }

  /// Writes a label with its value on the same line, and says where the value ends.
  @discardableResult
  func line(
    _ vietnamese: String, _ english: String?, _ value: String, at place: Point,
    style: TextStyle? = nil
  ) throws -> Double {
    let end = try label(vietnamese, english, at: place) + look.labelSize * 0.55
    return end + (try self.value(value, at: Point(end, place.y), style: style ?? look.value))
  }

  /// Prints a value over the finished form, hence a little off, and says how wide it is.
  @discardableResult
  func value(_ value: String, at place: Point, style: TextStyle) throws -> Double {
    try canvas.turned(degrees: look.valueTurn, about: place) {
      try canvas.text(value, at: place + look.valueShift, style: style).width
    }
  }

  /// Writes a label and a value that may need several lines, and says how many lines below the
  /// label it took.
  ///
  /// The value starts on the label's line or beneath it and goes on at `place.x`; it is set smaller
  /// where it would take more than `limit` lines below the label.
  @discardableResult
  func block(
    _ vietnamese: String, _ english: String?, _ value: String, at place: Point, width: Double,
    lineHeight: Double, placement: CardLook.Placement, style: TextStyle? = nil,
    breakAfterFirstPart: Bool = false, limit: Int = 1
  ) throws -> Int {
    var style = style ?? look.value
    let end = try label(vietnamese, english, at: place) + look.labelSize * 0.55
    let room = placement == .sameLine ? place.x + width - end : 0
    var lines: [String] = []
    for _ in 0..<12 {
      lines = try split(
        value, style: style, room: room, width: width, breakAfterFirstPart: breakAfterFirstPart)
      if lines.count - 1 <= limit { break }
      style.size *= 0.96
    }
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let y = place.y + Double(index) * lineHeight
      // A label of two lines leaves no room beneath it.
      let x = index == 0 || (look.stacksLabels && placement == .sameLine) ? end : place.x
      let fitted = try canvas.fitted(line, style: style, limit: place.x + width - x)
      try self.value(line, at: Point(x, y), style: fitted)
    }
    return lines.count - 1
  }

  /// The lines of a value, the first of them beside the label (empty where it has no `room`).
  private func split(
    _ value: String, style: TextStyle, room: Double, width: Double, breakAfterFirstPart: Bool
  ) throws -> [String] {
    if room > 0, breakAfterFirstPart, let comma = value.range(of: ", ") {
      // Issued cards often set house and street beside the label and the units beneath.
      let head = value[..<comma.lowerBound] + ","
      if try canvas.measure(String(head), style: style).width <= room {
        let rest = String(value[comma.upperBound...])
        return [String(head)]
          + (try canvas.wrap(rest, style: style, firstWidth: width, width: width))
      }
    }
    if room > 0 {
      return try canvas.wrap(value, style: style, firstWidth: room, width: width)
    }
    return [""] + (try canvas.wrap(value, style: style, firstWidth: width, width: width))
  }
}
