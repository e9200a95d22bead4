internal import Foundation
internal import Gazetteer
internal import VietnameseText

/// The words of memos: phrases with their roles, and the syllables of names.
struct MemoLexicon: Sendable {
  /// A phrase of memos.
  struct Phrase: Sendable {
    var role: MemoRole
    /// Its letters with their marks.
    var codes: [UInt16]
    /// Where its second and further words begin.
    var breaks: Set<Int>
  }

  /// The syllables of names that have the same letters.
  struct Syllables: Sendable {
    /// Each one with its marks and its shares of surnames, middle and given names.
    var members: [(codes: [UInt16], text: String, shares: [Double])]
  }

  /// What some letters may be.
  struct Entry: Sendable {
    var phrases: [Phrase] = []
    var syllables: Syllables?
  }

  private var entries: [Entry] = []
  private var ends: [Int32] = []
  private var children: [UInt32: Int32] = [:]
  private var branches: [[UInt8]] = []

  /// Loads `memo/phrases.tsv` of the folder `dictionaries`, and takes the syllables of `names`.
  init(dictionaries: String, names: NameModel) throws {
    _ = addNode()
    let table = try DictionaryTable(
      path: dictionaries + "/memo/phrases.tsv", columns: ["phrase", "role"])
    for row in 0..<table.count {
      let words = table[row, 0].lowercased().split(separator: " ")
      guard let role = MemoRole(rawValue: table[row, 1]),
        let codes = MemoText.codes(of: words.joined()), !codes.isEmpty
      else {
        throw MemoError.malformed(
          path: table.path, problem: "no such role or letters in line \(table.line(of: row))")
      }
      var breaks: Set<Int> = []
      var length = 0
      for word in words.dropLast() {
        length += word.unicodeScalars.count
        breaks.insert(length)
      }
      let phrase = Phrase(role: role, codes: codes, breaks: breaks)
      entries[entry(at: codes.map { UInt8($0 & 0x7F) })].phrases.append(phrase)
    }
    for syllable in names.syllables {
      guard let codes = MemoText.codes(of: syllable.text) else { continue }
      let index = entry(at: syllable.letters)
      var syllables = entries[index].syllables ?? Syllables(members: [])
      syllables.members.append((codes, syllable.text, syllable.shares))
      entries[index].syllables = syllables
    }
  }

  /// Calls `body` with everything that the letters from `start` on may be, and where it ends.
  func forEachMatch(in text: MemoText, from start: Int, _ body: (Entry, Range<Int>) -> Void) {
    var open: [(node: Int32, end: Int)] = [(0, start)]
    while let (node, end) = open.popLast() {
      if ends[Int(node)] >= 0 { body(entries[Int(ends[Int(node)])], start..<end) }
      guard end < text.count, !text.isDigit(end) else { continue }
      if text.signs[end] == MemoText.unreadable {
        for branch in branches[Int(node)] {
          if let child = children[Self.key(node, branch)] { open.append((child, end + 1)) }
        }
      } else if let child = children[Self.key(node, text.signs[end])] {
        open.append((child, end + 1))
      }
    }
  }

  private static func key(_ node: Int32, _ letter: UInt8) -> UInt32 {
    UInt32(node) << 8 | UInt32(letter)
  }

  private mutating func addNode() -> Int32 {
    ends.append(-1)
    branches.append([])
    return Int32(ends.count - 1)
  }

  private mutating func entry(at letters: [UInt8]) -> Int {
    var node: Int32 = 0
    for letter in letters {
      if let child = children[Self.key(node, letter)] {
        node = child
      } else {
        let child = addNode()
        children[Self.key(node, letter)] = child
        branches[Int(node)].append(letter)
        node = child
      }
    }
    if ends[Int(node)] < 0 {
      ends[Int(node)] = Int32(entries.count)
      entries.append(Entry())
    }
    return Int(ends[Int(node)])
  }
}
