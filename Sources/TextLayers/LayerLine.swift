internal import Documents
internal import Rendering
internal import VietnameseText

/// A line of a text layer.
struct LayerLine {
  /// A word with its place and font.
  struct Word {
    var text: String
    var box: PixelBox
    var font: Int16
  }

  var words: [Word]

  /// The words joined by single spaces.
  var text: String { words.map(\.text).joined(separator: " ") }

  /// How many letters and digits it has.
  var letters: Int { words.reduce(0) { $0 + Self.letters(of: $1) } }

  private static func letters(of word: Word) -> Int {
    word.text.unicodeScalars.count { scalar in
      scalar.properties.isAlphabetic || scalar.value >= 0xE000
        || (0x30...0x39).contains(scalar.value)
    }
  }

  /// The words in a row with `most` letters and digits or not many more that have most digits; of
  /// several the longest.
  func piece(of most: Int) -> LayerLine {
    let sizes = words.map(Self.letters)
    let digits = words.map { $0.text.unicodeScalars.count { (0x30...0x39).contains($0.value) } }
    var best = (range: words.indices, digits: -1, size: 0)
    var (first, size, found) = (0, 0, 0)
    for last in words.indices {
      size += sizes[last]
      found += digits[last]
      while first < last, size - sizes[first] >= most {
        size -= sizes[first]
        found -= digits[first]
        first += 1
      }
      guard size >= most else { continue }
      if found > best.digits || found == best.digits && size > best.size {
        best = (first..<last + 1, found, size)
      }
    }
    return LayerLine(words: Array(words[best.range]))
  }

  /// Where it stands.
  var box: PixelBox {
    words.dropFirst().reduce(words.first?.box ?? Self.nowhere) { $0.union($1.box) }
  }

  /// The line as others know it; what a layer states is certain as far as its letters go.
  var textLine: TextLine {
    TextLine(box: box, words: words.map { TextWord(text: $0.text, box: $0.box, confidence: 1) })
  }

  private static let nowhere = PixelBox(x: 0, y: 0, width: 0, height: 0)
}

extension LayerLine {
  /// The lines of a page, in the order of the library, which follows columns.
  static func lines(of page: PageText) -> [LayerLine] {
    var lines: [LayerLine] = []
    var words: [Word] = []
    var scalars = String.UnicodeScalarView()
    var box = nowhere
    var font: Int16 = -1
    func closeWord() {
      if !scalars.isEmpty {
        words.append(Word(text: String(scalars).normalized(), box: box, font: font))
      }
      scalars = String.UnicodeScalarView()
    }
    func closeLine() {
      closeWord()
      if !words.isEmpty { lines.append(LayerLine(words: words)) }
      words = []
    }
    for character in page.characters {
      switch character.scalar.value {
      case 0x0A, 0x0C, 0x0D, 0x2028, 0x2029: closeLine()
      case 0x20, 0x09, 0xA0: closeWord()
      default:
        // The library leaves the space out where columns or cells are close to each other.
        switch gap(from: scalars.isEmpty ? words.last?.box : box, to: character.box) {
        case .none: break
        case .words: closeWord()
        case .lines: closeLine()
        }
        if scalars.isEmpty {
          (box, font) = (character.box, character.font)
        } else {
          box = box.union(character.box)
        }
        scalars.append(character.scalar)
      }
    }
    closeLine()
    return lines
  }

  private enum Gap { case none, words, lines }

  /// What lies between what was read so far and the next character.
  private static func gap(from last: PixelBox?, to next: PixelBox) -> Gap {
    guard let last, last.height > 0, next.height > 0 else { return .none }
    let height = max(last.height, next.height)
    // Turned text runs down the page, and its boxes say little.
    guard next.y < last.maxY, last.y < next.maxY else { return .lines }
    let gap = next.x - last.maxX
    if gap > 2 * height || gap < -4 * height { return .lines }
    return 5 * gap > height ? .words : .none
  }
}
