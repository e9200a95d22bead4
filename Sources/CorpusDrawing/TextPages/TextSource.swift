package import Foundation

/// A text file of one paragraph a line, to take passages from; mapped, never read whole.
package struct TextSource: Sendable {
  private let bytes: Data

  /// The text in `file`, which is UTF-8.
  package init(file: URL) throws {
    guard let bytes = try? Data(contentsOf: file, options: .alwaysMapped), !bytes.isEmpty else {
      throw DrawingError.missingData("no text in \(file.path)")
    }
    self.bytes = bytes
  }

  /// Consecutive paragraphs of about `letters` letters together, from a random place on.
  package func passage(letters: Int, with random: inout SplitMix64) -> [String] {
    var at = lineStart(after: random.whole(0...(bytes.count - 1)))
    var paragraphs: [String] = []
    var (rest, isSecondRound) = (letters, false)
    while rest > 0 {
      if at >= bytes.count {
        if isSecondRound { break }
        (at, isSecondRound) = (0, true)
      }
      let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      // A line too long for any page is cut before it is decoded.
      let line = String(decoding: bytes[at..<min(end, at + 16_000)], as: UTF8.self)
      at = end + 1
      if let paragraph = Self.tidied(line) {
        paragraphs.append(paragraph)
        rest -= paragraph.unicodeScalars.count
      }
    }
    return paragraphs
  }

  private func lineStart(after place: Int) -> Int {
    guard place > 0 else { return 0 }
    return bytes[place...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  /// The line with single spaces and without the signs of wiki headings; nil when it has no words.
  private static func tidied(_ line: String) -> String? {
    let isMark: (Character) -> Bool = { $0 == "=" || $0 == "*" || $0 == "#" || $0.isWhitespace }
    let isOther: (Character) -> Bool = { $0 == "\u{FFFD}" || $0 == "\u{FEFF}" }
    let words = line.filter { !isOther($0) }.split(whereSeparator: \.isWhitespace)
    let text = words.joined(separator: " ")
    guard let first = text.firstIndex(where: { !isMark($0) }),
      let last = text.lastIndex(where: { !isMark($0) }), text.contains(where: \.isLetter)
    else { return nil }
    return String(text[first...last])
  }
}
