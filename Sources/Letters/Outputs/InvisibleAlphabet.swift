internal import PDFWriting

/// The letters of a text in fonts without ink: each code says which letter it stands for.
struct InvisibleAlphabet {
  /// The width of every letter as a share of the size of type.
  static let advance = 0.5
  /// How far a letter reaches below its base line, as a negative share of the size of type.
  static let descent = -0.2

  /// A font holds as many letters as a byte has values, but for 0.
  private static let capacity = 255

  private var codes: [Character: Int] = [:]
  private var letters: [Character] = []

  /// The runs of `text` that are of one font, in hexadecimal codes.
  mutating func runs(of text: String) -> [(font: String, codes: String)] {
    var runs: [(font: String, codes: String)] = []
    for letter in text {
      let number = codes[letter] ?? add(letter)
      let font = "F\(number / Self.capacity)"
      let code = Self.hexadecimal(number % Self.capacity + 1, digits: 2)
      if runs.last?.font == font {
        runs[runs.count - 1].codes += code
      } else {
        runs.append((font, code))
      }
    }
    return runs
  }

  private mutating func add(_ letter: Character) -> Int {
    let number = letters.count
    letters.append(letter)
    codes[letter] = number
    return number
  }

  /// The objects of the fonts, the first of which gets the number `first`, and the names that pages
  /// call them by.
  func objects(
    from first: Int
  ) -> (objects: [[UInt8]], references: [(name: String, object: Int)]) {
    guard !letters.isEmpty else { return ([], []) }
    var objects = [PDFContainer.stream("", Array("500 0 0 -200 500 800 d1".utf8))]
    var references: [(name: String, object: Int)] = []
    for start in stride(from: 0, to: letters.count, by: Self.capacity) {
      let part = letters[start..<min(letters.count, start + Self.capacity)]
      let map = first + objects.count
      objects.append(PDFContainer.stream("", Array(Self.map(of: part).utf8)))
      references.append(("F\(start / Self.capacity)", first + objects.count))
      let names = Array(repeating: "/g", count: part.count).joined(separator: " ")
      let widths = Array(repeating: "500", count: part.count).joined(separator: " ")
      objects.append(
        Array(
          ("<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 500 800] "
            + "/FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /g \(first) 0 R >> "
            + "/Encoding << /Type /Encoding /Differences [1 \(names)] >> "
            + "/FirstChar 1 /LastChar \(part.count) /Widths [\(widths)] /Resources << >> "
            + "/ToUnicode \(map) 0 R >>").utf8))
    }
    return (objects, references)
  }

  /// The character map of a font that holds `letters`.
  private static func map(of letters: ArraySlice<Character>) -> String {
    var text = """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CMapName /Letters def
      /CMapType 2 def
      1 begincodespacerange
      <00> <FF>
      endcodespacerange

      """
    let entries = letters.enumerated().map { index, letter in
      let units = String(letter).utf16.map { hexadecimal(Int($0), digits: 4) }.joined()
      return "<\(hexadecimal(index + 1, digits: 2))> <\(units)>\n"
    }
    // A block may hold a hundred entries.
    for start in stride(from: 0, to: entries.count, by: 100) {
      let block = entries[start..<min(entries.count, start + 100)]
      text += "\(block.count) beginbfchar\n\(block.joined())endbfchar\n"
    }
    return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
  }

  private static func hexadecimal(_ value: Int, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
