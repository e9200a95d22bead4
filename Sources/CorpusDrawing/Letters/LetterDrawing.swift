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

  private enum Mark: Sendable {
    case text(String, Point, TextStyle)
    case rule(Point, Point, Double)
    case frame(Double, Double, Double, Double, Ink)
    case signature(Point)
    case seal(Point, [String])
  }

  private var sheets: [[Mark]] = [[]]
  private let content: LetterContent
  private let look: LetterLook
  private let style: TextStyle
  private let seed: UInt64
  private let measure: PageCanvas
  private var baseline = 0.0
  private static let foot = 275.0

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
    for mark in sheets[index] {
      switch mark {
      case .text(let text, let place, let style): try canvas.text(text, at: place, style: style)
      case .rule(let start, let end, let width):
        canvas.line(from: start, to: end, width: width, ink: .toner)
      case .frame(let x, let y, let width, let height, let ink):
        canvas.rectangle(x: x, y: y, width: width, height: height, stroke: ink, line: 0.5)
      case .signature(let place):
        PenMarks.signature(on: canvas, centre: place, width: 34, height: 14, with: &random)
      case .seal(let place, let middle):
        try PenMarks.roundStamp(
          on: canvas, centre: place, radius: 17, ring: "CỘNG HÒA X.H.C.N VIỆT NAM",
          middle: middle, family: style.family, ink: Ink.stampRed.faded(to: 0.75),
          turned: random.between(-12, 12))
      }
    }
  }

  // MARK: Parts

  private var width: Double { 210 - look.left - look.right }
  private var step: Double { style.size * look.leading }

  private mutating func put(_ text: String, x: Double, _ y: Double, _ style: TextStyle) {
    sheets[sheets.count - 1].append(.text(text, Point(x, y), style))
  }

  /// Lines centred about `middle` from `y` on; returns the base line below the last.
  @discardableResult
  private mutating func centred(
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

  private mutating func rule(about middle: Double, y: Double, length: Double) {
    sheets[sheets.count - 1].append(
      .rule(Point(middle - length / 2, y), Point(middle + length / 2, y), 0.25))
  }

  private mutating func setHead(with pen: inout SplitMix64) throws {
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
    let number = content.number ?? pen.pick(["      ", ".....", "       "])
    var below = try centred(
      ["\(look.numberLabel)\(number)/\(content.symbol)"], at: look.leftMiddle, from: row,
      style: style, limit: columns.left)
    try centred(
      ["\(content.place), \(dayText(with: &pen))"], at: look.rightMiddle,
      from: row + (pen.chance(0.3) ? 1.5 : 0), style: style.italic, limit: columns.right)
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
    if look.hasArrivalStamp { try setArrivalStamp(with: &pen) }
    baseline = below + style.size * 1.4
    if let type = content.type { try setTitle(type, with: &pen) }
    try setRecipients()
    baseline += style.size * 0.6
  }

  private func dayText(with pen: inout SplitMix64) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let month = content.day.month ?? 1
    let monthText = month < 3 || pen.chance(0.5) ? two(month) : "\(month)"
    let date = content.isDraft ? pen.pick(["      ", "....."]) : two(content.day.day ?? 1)
    return "ngày \(date) tháng \(monthText) năm \(content.day.year)"
  }

  /// The stamp of the office that received the letter, above its head.
  private mutating func setArrivalStamp(with pen: inout SplitMix64) throws {
    let ink = pen.chance(0.5) ? Ink.penBlue : Ink.stampRed
    let tiny = style.with {
      $0.size *= 0.7
      $0.ink = ink
    }
    let (x, y) = (look.left - 16, 4.0)
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

  private mutating func newPage() {
    sheets.append([])
    baseline = look.top + style.size * 3
  }

  private mutating func paragraph(
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

  private mutating func justified(
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

  private mutating func setBody() throws {
    for (index, text) in content.body.enumerated() {
      try paragraph(text, style: index < content.bases ? style.italic : style)
      if let decider = content.decider, index == content.bases - 1 {
        baseline = try centred(
          [decider], at: look.left + width / 2, from: baseline + style.size * 0.3,
          style: style.bold, limit: width)
        baseline += look.gap
      }
      if index == 0, !content.table.isEmpty { try setTable() }
    }
  }

  private mutating func setTable() throws {
    let shares = [0.08, 0.56, 0.2, 0.16]
    let height = style.size * 1.7
    if baseline + height * Double(content.table.count) > Self.foot { newPage() }
    let top = baseline - style.size
    var edges = [look.left]
    for share in shares { edges.append((edges.last ?? 0) + share * width) }
    for (row, cells) in content.table.enumerated() {
      let y = top + Double(row) * height
      for (index, cell) in cells.enumerated() {
        let own = try measure.fitted(
          cell, style: row == 0 ? style.bold : style, limit: shares[index] * width - 3)
        put(cell, x: edges[index] + 1.5, y + height * 0.66, own)
      }
    }
    let bottom = top + Double(content.table.count) * height
    for row in 0...content.table.count {
      let y = top + Double(row) * height
      sheets[sheets.count - 1].append(
        .rule(Point(edges[0], y), Point(edges[edges.count - 1], y), 0.3))
    }
    for edge in edges {
      sheets[sheets.count - 1].append(.rule(Point(edge, top), Point(edge, bottom), 0.3))
    }
    baseline = bottom + style.size * 1.6
  }

  private mutating func setFoot(with pen: inout SplitMix64) throws {
    let small = style.with { $0.size *= 11.0 / look.size }
    let items = content.distribution
    let height = Double(items.count + 2) * small.size * 1.25 + 44
    if baseline + max(height, 58) > 285 { newPage() }
    baseline += style.size * 0.8
    let top = baseline
    var y = top
    put("Nơi nhận:", x: look.left, y, small.bold.italic.with { $0.size *= 12.0 / 11 })
    y += small.size * 1.3
    let room = width * 0.46
    for (index, item) in items.enumerated() {
      let end = index == items.count - 1 ? "." : ";"
      let typist = index == items.count - 1 ? content.typist.map { " \($0)" } ?? "" : ""
      let lines = try measure.wrap(
        "- " + item + end, style: small, firstWidth: room, width: room)
      for (number, line) in lines.enumerated() {
        let isLast = number == lines.count - 1
        put(line, x: look.left, y, small)
        if isLast, !typist.isEmpty {
          let x = try measure.measure(line, style: small).width + look.left + 1.5
          put(typist, x: x, y, small.with { $0.size *= 0.75 })
        }
        y += small.size * 1.25
      }
    }
    let middle = look.rightMiddle + pen.between(-4, 6)
    var line = try centred(
      content.titles, at: middle, from: top, style: style.bold, limit: 82)
    line += pen.between(16, 24)
    if !content.isDraft {
      sheets[sheets.count - 1].append(.signature(Point(middle + 3, line - 10)))
      if look.hasSeal {
        let place = Point(middle - pen.between(14, 24), line - pen.between(8, 13))
        sheets[sheets.count - 1].append(.seal(place, Self.middle(of: content.issuer)))
      }
    }
    try centred([content.signer], at: middle, from: line, style: style.bold, limit: 82)
    baseline = max(y, line + style.size * 2)
  }

  /// The words across a seal, short enough for it.
  private static func middle(of issuer: [String]) -> [String] {
    issuer.flatMap { $0.split(separator: " ") }.prefix(4).map(String.init)
      .reduce(into: []) { lines, word in
        if let last = lines.last, last.count + word.count < 9 {
          lines[lines.count - 1] = last + " " + word
        } else {
          lines.append(word)
        }
      }
  }

  private mutating func setAnnex() throws {
    guard !content.annex.isEmpty else { return }
    newPage()
    baseline = try centred(
      ["PHỤ LỤC"], at: look.left + width / 2, from: baseline, style: style.bold, limit: width)
    for text in content.annex { try paragraph(text, style: style) }
  }

  private mutating func setPageNumbers() throws {
    for index in sheets.indices.dropFirst() {
      let text = "\(index + 1)"
      let place =
        look.numbersAtFoot
        ? Point(210 - look.right - 4, 290) : Point(look.left + width / 2, look.top)
      sheets[index].append(.text(text, place, style))
    }
  }
}
