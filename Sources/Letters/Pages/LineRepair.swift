internal import Documents
package import Gazetteer
package import VietnameseText

/// Repairs the words of pages in the light of all that a letter says, each word in its place.
package struct LineRepair {
  private let models: RepairModels
  private let units: UnitNames
  /// Symbols of departments, of which the language knows nothing.
  private let symbols: Set<String>

  /// Creates a repair with the models of the language, the names of places, and the `symbols` of
  /// departments.
  package init(models: RepairModels, gazetteer: Gazetteer, symbols: Set<String> = []) {
    self.models = models
    self.symbols = symbols
    units = UnitNames(gazetteer)
  }

  /// A line by its page and its place there, in order.
  private typealias Place = (page: Int, line: Int)

  /// `pages` with repaired words, and how many were changed.
  ///
  /// Lines that an engine read are taken for readings by a Vietnamese model; what became of those
  /// that a text states is found out paragraph by paragraph.
  package func repaired(_ pages: [LetterPage]) -> (pages: [LetterPage], changes: Int) {
    var result = pages
    for page in result.indices {
      for line in result[page].statedLines..<result[page].lines.count {
        let read = result[page].lines[line].words
        let native = read.map(Self.native)
        result[page].lines[line].words = LoneSix.read(native.map(RomanStrokes.counted))
      }
    }
    var changes = 0
    for isRead in [false, true] {
      let places = pages.indices.flatMap { page -> [Place] in
        let stated = pages[page].statedLines
        return (isRead ? stated..<pages[page].lines.count : 0..<stated).map { (page, $0) }
      }
      if !places.isEmpty { changes += repair(places, of: &result, isRead: isRead) }
    }
    return (result, changes)
  }

  /// `word` without the diaeresis that no Vietnamese letter has: a fold or specks above a Y.
  private static func native(_ word: TextWord) -> TextWord {
    var word = word
    word.text = word.text.replacing("Ÿ", with: "Y").replacing("ÿ", with: "y")
    return word
  }

  /// Repairs the lines at `places`; returns how many words were changed.
  private func repair(_ places: [Place], of pages: inout [LetterPage], isRead: Bool) -> Int {
    var text: [UInt8] = []
    var doubts = ReadingDoubts()
    var last: (page: Int, box: PixelBox)?
    for place in places {
      let line = pages[place.page].lines[place.line]
      // A blank line ends a paragraph, and with it what speaks for a reading.
      if let last, last.page != place.page || Self.isGap(from: last.box, to: line.box) {
        text.append(UInt8(ascii: "\n"))
      }
      for (index, word) in line.words.enumerated() {
        if index > 0 { text.append(UInt8(ascii: " ")) }
        doubts.append(confidence: Self.confidence(of: word), at: text.count)
        text += Array(word.text.utf8)
      }
      text.append(UInt8(ascii: "\n"))
      last = (place.page, line.box)
    }
    var repairer = TextRepairer(models: models, condition: isRead ? .readAsVietnamese : nil)
    let repaired =
      isRead ? repairer.repair(text, doubts: doubts) : repairer.repair(text, profile: .auto)
    guard !repaired.changes.isEmpty else { return 0 }
    let lines = String(decoding: repaired.text, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true)
    guard lines.count == places.count else { return 0 }
    for (place, line) in zip(places, lines)
    where !Self.isName(pages[place.page].lines[place.line]) {
      var words = line.split(separator: " ").map(String.init)
      let read = pages[place.page].lines[place.line].words.map(\.text)
      if words.count == read.count, words != read {
        // The language knows less of places than the catalogue: KBang is one.
        for range in units.named(in: read) { words.replaceSubrange(range, with: read[range]) }
        for index in read.indices where endsInSymbol(read[index]) { words[index] = read[index] }
      }
      pages[place.page].lines[place.line].words = Self.words(
        words, in: pages[place.page].lines[place.line].words)
    }
    return repaired.changes.count
  }

  /// How sure the engine was of `word`, in words of small letters; what language knows little of,
  /// symbols and labels, is no more doubtful than other print.
  private static func confidence(of word: TextWord) -> Double {
    let letters = word.text.filter(\.isLetter)
    let isPlain =
      letters.count > 1 && letters.allSatisfy(\.isLowercase)
      && !word.text.contains { $0.isNumber || $0 == "/" || $0 == ":" }
    return isPlain ? word.confidence : ReadingDoubts.neutral
  }

  /// Whether the last part of `word` is a department's symbol: `TCCB.`, `9253/LĐTBXH-TCCB`.
  private func endsInSymbol(_ word: String) -> Bool {
    let last = PhraseSearch.trimmed(word).split { "/-,.:".contains($0) }.last.map(String.init) ?? ""
    return last.count > 2 && last.allSatisfy(\.isUppercase) && symbols.contains(last)
  }

  /// What was read with less may be a stroke beside a name.
  private static let doubtful = 0.6

  /// Whether `line` is a name and nothing else but strokes, of which the language knows nothing.
  private static func isName(_ line: TextLine) -> Bool {
    let words = line.words.filter { $0.confidence >= doubtful || $0.text.count > 2 }
    return (2...5).contains(words.count) && words.allSatisfy { SignerReader.isOfName($0.text) }
  }

  /// Whether more than half a line is blank between two lines.
  private static func isGap(from upper: PixelBox, to lower: PixelBox) -> Bool {
    2 * (lower.y - upper.maxY) > 3 * min(upper.height, lower.height)
  }

  /// `texts` in the places of `words`: one by one, or where words were parted or joined, side by
  /// side over what they covered together.
  static func words(_ texts: [String], in words: [TextWord]) -> [TextWord] {
    var result = words
    if texts.count == words.count {
      for index in texts.indices { result[index].text = texts[index] }
      return result
    }
    var first = 0
    while first < min(texts.count, words.count), texts[first] == words[first].text { first += 1 }
    var last = 0
    while last < min(texts.count, words.count) - first,
      texts[texts.count - 1 - last] == words[words.count - 1 - last].text
    {
      last += 1
    }
    let changed = Array(words[first..<(words.count - last)])
    let texts = texts[first..<(texts.count - last)]
    guard let box = PixelBox.union(of: changed.map(\.box)) else {
      // Nothing stood there: the new words have no place of their own.
      return words
    }
    let letters = max(1, texts.reduce(0) { $0 + $1.count + 1 })
    let confidence = changed.map(\.confidence).min() ?? 0
    var done = 0
    var placed: [TextWord] = []
    for text in texts {
      let left = box.x + box.width * done / letters
      done += text.count + 1
      let right = box.x + box.width * done / letters
      placed.append(
        TextWord(
          text: text,
          box: PixelBox(x: left, y: box.y, width: max(1, right - left), height: box.height),
          confidence: confidence))
    }
    result.replaceSubrange(first..<(words.count - last), with: placed)
    return result
  }
}
