/// The readings of each distinct token, found once and kept while a text is repaired.
struct ReadingList {
  /// The most distinct tokens that are kept; a text of more begins anew.
  private static let capacity = 200_000

  private let readings: TokenReadings
  private var seen = ByteInterner()
  private var options: [[LatticeOption]] = []
  private var surfaces = ByteInterner()
  /// For each surface, the surface in small letters.
  private(set) var small: [Int32] = []

  init(_ readings: TokenReadings) {
    self.readings = readings
  }

  /// The options of a token, by ascending number of word.
  mutating func options(of text: [UInt8], _ range: Range<Int>) -> [LatticeOption] {
    let number = seen.number(of: text, range)
    if number < options.count { return options[number] }
    let found = latticeOptions(readings.readings(of: Array(text[range])))
    options.append(found)
    return found
  }

  /// The options of a token beside which a second engine read `other`.
  mutating func options(
    of text: [UInt8], _ range: Range<Int>, beside other: [UInt8], _ fused: FusedReadings
  ) -> [LatticeOption] {
    latticeOptions(fused.readings(of: Array(text[range]), beside: other))
  }

  /// What the best reading of a token weighs at least that was hardly parted from another.
  private static let sureWeight: Float = 1e-3

  /// Whether no word alone explains a token well.
  mutating func isDoubtful(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    options(of: text, range).allSatisfy { option in
      option.id == WordID.unknown || option.weight < Self.sureWeight
    }
  }

  /// The options of a number that can be a misread word; nil where numbers are what they are.
  mutating func options(ofNumber text: [UInt8], _ range: Range<Int>) -> [LatticeOption]? {
    let found = readings.readings(ofNumber: Array(text[range]))
    guard found.count > 1 else { return nil }
    return latticeOptions(found)
  }

  /// The options of two tokens between which a space may have been put into a word.
  mutating func options(ofJoined text: [UInt8], _ first: Range<Int>, _ second: Range<Int>)
    -> [LatticeOption]
  {
    latticeOptions(
      readings.readings(ofJoined: Array(text[first]), Array(text[second])), span: 2)
  }

  /// The readings of `span` tokens as options, by ascending number of word.
  private mutating func latticeOptions(
    _ readings: [TokenReading], span: UInt8 = 1
  ) -> [LatticeOption] {
    readings.map { reading in
      LatticeOption(
        id: reading.id, secondID: reading.secondID, span: span, weight: reading.weight,
        surface: surface(reading.text))
    }.sorted { ($0.id, $0.surface) < ($1.id, $1.surface) }
  }

  /// The number of a text that an option prints.
  mutating func surface(_ text: [UInt8]) -> Int32 {
    let number = surfaces.number(of: text, 0..<text.count)
    if number == small.count {
      small.append(-1)
      let folded = WordCase.small(text)
      small[number] = folded == text ? Int32(number) : surface(folded)
    }
    return Int32(number)
  }

  /// The UTF-8 that an option prints.
  func text(of surface: Int32) -> ArraySlice<UInt8> { surfaces.bytes(of: Int(surface)) }

  /// How many surfaces there are.
  var surfaceCount: Int { small.count }

  /// Forgets everything once there is too much of it; numbers of surfaces change.
  mutating func makeRoom() {
    guard seen.count > Self.capacity || small.count > 4 * Self.capacity else { return }
    self = ReadingList(readings)
  }
}
