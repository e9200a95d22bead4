import Documents
import Foundation

/// The foot: copies, signature and seal, annexes, page numbers.
extension LetterDrawing {
  mutating func setFoot(with pen: inout SplitMix64) throws {
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
        let place = Point(middle - pen.between(10, 24), line - look.sealRise)
        sheets[sheets.count - 1].append(
          .seal(place, look.sealRadius, Self.middle(of: content.issuer)))
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

  mutating func setAnnex() throws {
    guard !content.annex.isEmpty else { return }
    newPage()
    baseline = try centred(
      ["PHỤ LỤC"], at: look.left + width / 2, from: baseline, style: style.bold, limit: width)
    for text in content.annex { try paragraph(text, style: style) }
  }

  mutating func setPageNumbers() throws {
    for index in sheets.indices.dropFirst() {
      let text = "\(index + 1)"
      let place =
        look.numbersAtFoot
        ? Point(210 - look.right - 4, 290) : Point(look.left + width / 2, look.top)
      sheets[index].append(.text(text, place, style))
    }
  }
}
