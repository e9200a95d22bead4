import Documents
import Foundation

/// The head: offices and motto, number and date, title or subject, addressees.
extension LetterDrawing {
  mutating func setHead(with pen: inout SplitMix64) throws {
    let small = style.with { $0.size *= 0.93 }
    let top = look.top + style.size
    let columns = (
      left: 2 * min(look.leftMiddle - look.left + 6, look.rightMiddle - 48 - look.leftMiddle),
      right: 92.0
    )
    var left = try centred(
      content.parent, at: look.leftMiddle, from: top, style: small, limit: columns.left)
    left = try centred(
      content.issuer, at: look.leftMiddle, from: left, style: small.bold, limit: columns.left)
    rule(about: look.leftMiddle, y: left - small.size * 0.85, length: pen.between(16, 30))
    var right = try centred(
      [look.motto[0]], at: look.rightMiddle, from: top, style: small.bold, limit: columns.right)
    right = try centred(
      [look.motto[1]], at: look.rightMiddle, from: right, style: style.bold, limit: columns.right)
    rule(about: look.rightMiddle, y: right - style.size * 0.85, length: pen.between(45, 60))
    let row = max(left, right) + style.size * 0.5
    var below = try setNumber(at: row, limit: columns.left, with: &pen)
    try setDate(
      at: row + (pen.chance(0.3) ? 1.5 : 0), limit: columns.right, with: &pen)
    if content.type == nil {
      let lines = try measure.wrap(
        look.subjectLabel + content.subject, style: small, firstWidth: columns.left - 4,
        width: columns.left - 4)
      below = try centred(
        lines, at: look.leftMiddle, from: below + (pen.chance(0.5) ? 1 : 0), style: small,
        limit: columns.left)
    }
    for stamp in content.stamps {
      let at = Point(look.left + pen.between(0, 4), below + 4)
      let bold = style.bold.with { $0.ink = .stampRed }
      let width = try measure.measure(stamp, style: bold).width
      sheets[0].append(
        .frame(at.x - 2, at.y - style.size * 1.1, width + 4, style.size * 1.7, .stampRed))
      put(stamp, x: at.x, at.y, bold)
      below = at.y + style.size * 1.6
    }
    if look.hasArrivalStamp, !look.stampsBesideRecipients {
      try setArrivalStamp(x: look.left - 16, y: 4, with: &pen)
    }
    baseline = below + style.size * 1.4
    if let type = content.type { try setTitle(type, with: &pen) }
    if look.hasArrivalStamp, look.stampsBesideRecipients, !content.recipients.isEmpty {
      try setArrivalStamp(x: look.left - 20, y: baseline - 6, with: &pen)
    }
    try setRecipients()
    baseline += style.size * 0.6
  }

  /// What is left free for a hand.
  private static let room = "        "

  /// Sets the number from the base line `y` on; returns the one below.
  private mutating func setNumber(
    at y: Double, limit: Double, with pen: inout SplitMix64
  ) throws -> Double {
    let blank = pen.pick(["      ", ".....", "       "])
    let printed =
      content.isFilledByHand ? Self.room : content.number.map { $0 + look.numberGap } ?? blank
    let text = "\(look.numberLabel)\(printed)/\(content.symbol)"
    let below = try centred([text], at: look.leftMiddle, from: y, style: style, limit: limit)
    if content.isFilledByHand, let number = content.number {
      try write(number, behind: look.numberLabel, of: text, at: look.leftMiddle, y, limit: limit)
    }
    return below
  }

  /// Sets place and date.
  private mutating func setDate(
    at y: Double, limit: Double, with pen: inout SplitMix64
  ) throws {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let month = content.day.month ?? 1
    let monthText = month < 3 || pen.chance(0.5) ? two(month) : "\(month)"
    let day = two(content.day.day ?? 1)
    let printed =
      content.isDraft
      ? pen.pick(["      ", "....."]) : content.isFilledByHand ? Self.room : day
    let opening = "\(content.place), ngày "
    let text = "\(opening)\(printed) tháng \(monthText) năm \(content.day.year)"
    try centred([text], at: look.rightMiddle, from: y, style: style.italic, limit: limit)
    guard content.isFilledByHand else { return }
    try write(
      day, behind: opening, of: text, at: look.rightMiddle, y, limit: limit, style: style.italic)
  }

  /// Writes `word` by hand behind `opening`, with which `text` begins that is centred about `middle`.
  private mutating func write(
    _ word: String, behind opening: String, of text: String, at middle: Double, _ y: Double,
    limit: Double, style: TextStyle? = nil
  ) throws {
    let fitted = try measure.fitted(text, style: style ?? self.style, limit: limit)
    let left = try middle - measure.measure(text, style: fitted).width / 2
    // Measured with a letter behind it, for the space at its end.
    let offset =
      try measure.measure(opening + "i", style: fitted).width
      - measure.measure("i", style: fitted).width
    var hand = TextStyle(family: look.hand, size: fitted.size * 1.15)
    hand.ink = .penBlue
    sheets[0].append(.hand(word, Point(left + offset + 0.6, y), hand))
  }

  /// The stamp of the office that received the letter, with its upper left corner at (x, y).
  private mutating func setArrivalStamp(
    x: Double, y: Double, with pen: inout SplitMix64
  ) throws {
    let ink = pen.chance(0.5) ? Ink.penBlue : Ink.stampRed
    let tiny = style.with {
      $0.size *= 0.7
      $0.ink = ink
    }
    sheets[0].append(.frame(x, y, 46, 12.5, ink))
    put("CÔNG VĂN ĐẾN", x: x + 2, y + 3.5, tiny.bold)
    put("Số: \(pen.whole(10...999))", x: x + 2, y + 7.2, tiny)
    put(
      "Ngày: \(pen.whole(1...28))/\(pen.whole(1...12))/\(content.day.year)", x: x + 2, y + 11, tiny)
  }

  private mutating func setTitle(_ type: String, with pen: inout SplitMix64) throws {
    let middle = look.left + width / 2
    baseline += style.size * 0.5
    baseline = try centred(
      [type.uppercased()], at: middle, from: baseline, style: style.bold, limit: width)
    let lines = try measure.wrap(
      content.titleLabel + content.subject, style: style.bold, firstWidth: width * 0.8,
      width: width * 0.8)
    baseline = try centred(lines, at: middle, from: baseline, style: style.bold, limit: width)
    rule(about: middle, y: baseline - style.size * 0.8, length: 30)
    baseline += style.size * 0.9
    if content.decider != nil, pen.chance(0.8) {
      let office = "\(content.titles.last ?? "") \(content.issuer.joined(separator: " "))"
      baseline = try centred([office], at: middle, from: baseline, style: style.bold, limit: width)
      baseline += style.size * 0.5
    }
  }

  private mutating func setRecipients() throws {
    guard let first = content.recipients.first else { return }
    let label = "Kính gửi: "
    let labelWidth = try measure.measure(label + ".", style: style).width
    var x = look.left + width * 0.16
    if content.recipients.count == 1 {
      let room = 210 - look.right - x - labelWidth - 4
      let lines = try measure.wrap(first + ".", style: style, firstWidth: room, width: room)
      if lines.count == 1 {
        let whole = try measure.measure(label + first + ".", style: style).width
        x = look.left + (width - whole) / 2
      }
      put(label, x: x, baseline, style)
      for (index, line) in lines.enumerated() {
        put(line, x: x + labelWidth, baseline + Double(index) * step, style)
      }
      baseline += Double(lines.count) * step
      return
    }
    put("Kính gửi:", x: x, baseline, style)
    let itemX = look.listsRecipients ? x + 12 : x + labelWidth
    if look.listsRecipients { baseline += step }
    let dash = look.hasDashes ? "- " : ""
    let hang =
      try measure.measure("- a", style: style).width
      - measure.measure("a", style: style).width
    let room = 210 - look.right - itemX - hang
    for (index, item) in content.recipients.enumerated() {
      let end = index == content.recipients.count - 1 ? "." : ";"
      let lines = try measure.wrap(item + end, style: style, firstWidth: room, width: room)
      for (number, line) in lines.enumerated() {
        let isFirst = number == 0
        put(
          isFirst ? dash + line : line, x: itemX + (isFirst || dash.isEmpty ? 0 : hang), baseline,
          style)
        baseline += step
      }
    }
  }
}
