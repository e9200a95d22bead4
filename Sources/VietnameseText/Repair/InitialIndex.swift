/// The first letters of the words of a document, in which acronyms are looked up: a text says
/// somewhere what BKHĐT stands for.
struct InitialIndex {
  /// Words that acronyms leave out.
  private static let passedOver: Set<[UInt8]> = Set(
    ["và", "của", "các", "về", "cho", "với", "theo"].map { Array($0.utf8) })
  /// Marks a Đ among capitals.
  private static let stroke: UInt8 = 0x80

  /// The capital of each word, in the order of the text; 0 between stretches.
  private var letters: [UInt8] = []

  /// Adds a word of small letters, in UTF-8.
  mutating func add(_ word: ArraySlice<UInt8>) {
    guard let letter = Self.letter(word), !Self.passedOver.contains(Array(word)) else { return }
    letters.append(letter)
  }

  /// The most words that are remembered: an acronym is explained not far from where it stands.
  private static let capacity = 1 << 16

  /// Parts what came from what comes, and forgets what came long ago.
  mutating func part() {
    letters.append(0)
    if letters.count > 2 * Self.capacity { letters.removeFirst(letters.count - Self.capacity) }
  }

  /// How often the words of the text begin with the letters of `acronym` in a row, the strokes of Đ
  /// told apart.
  func count(of acronym: ArraySlice<UInt8>) -> Int {
    var wanted: [UInt8] = []
    var place = acronym.startIndex
    let bytes = Array(acronym)
    place = 0
    while place < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: place, end: bytes.count)
      place += length
      wanted.append(scalar == 0x110 ? 0x44 | Self.stroke : LetterTable.shared.base(scalar) & 0xDF)
    }
    guard wanted.count > 1, wanted.count <= letters.count else { return 0 }
    return (0...(letters.count - wanted.count)).count { start in
      wanted.indices.allSatisfy { letters[start + $0] == wanted[$0] }
    }
  }

  private static func letter(_ word: ArraySlice<UInt8>) -> UInt8? {
    let bytes = Array(word)
    guard !bytes.isEmpty else { return nil }
    let (scalar, _) = UTF8Scalar.decode(bytes, at: 0, end: bytes.count)
    if scalar == 0x111 || scalar == 0x110 { return 0x44 | stroke }
    let base = LetterTable.shared.base(scalar)
    return base >= 0x61 ? base & 0xDF : nil
  }
}
