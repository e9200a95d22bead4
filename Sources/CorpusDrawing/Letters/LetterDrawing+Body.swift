import Documents
import Foundation

/// The body: paragraphs and tables.
extension LetterDrawing {
  mutating func setBody() throws {
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
}
