import Foundation
import VietnameseText

/// What a case prints, to find what a line that was cut out of its picture says.
struct PrintedRows {
  /// The texts of each row from left to right.
  private let rows: [[[Character]]]

  /// The largest share of a line's letters that may be misread: beyond it another text may be meant.
  private static let mostWrong = 0.3

  /// Rows of texts parted by tabs, one row a line, or of plain lines.
  init(_ text: String) {
    rows = text.split(separator: "\n").map { row in
      row.split(separator: "\t").map { Array($0.precomposedStringWithCanonicalMapping) }
    }
  }

  /// The text that was surely meant by `reading`: the one stretch of a row that is nearest; nil when
  /// none is near, or another is as near.
  func text(meantBy reading: String) -> String? {
    let read = Array(
      reading.precomposedStringWithCanonicalMapping.split(separator: " ").joined(separator: " "))
    guard read.count >= 2 else { return nil }
    let most = Int(Self.mostWrong * Double(read.count))
    var best: (distance: Int, text: [Character])?
    var isAlone = true
    for row in rows {
      for start in row.indices {
        var text: [Character] = []
        for piece in row[start...] {
          if !text.isEmpty { text.append(" ") }
          text += piece
          if text.count > read.count + most { break }
          guard text.count >= read.count - most else { continue }
          let distance = read.editDistance(to: text)
          guard distance <= most else { continue }
          if let known = best, distance > known.distance { continue }
          if let known = best, known.text == text { continue }
          isAlone = best.map { distance < $0.distance } ?? true
          best = (distance, text)
        }
      }
    }
    guard let best, isAlone else { return nil }
    return String(best.text).split(separator: " ").joined(separator: " ")
  }
}
