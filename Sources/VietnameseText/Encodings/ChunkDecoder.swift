/// Decodes what stands between two spaces, in one of the old encodings.
struct ChunkDecoder {
  let letters: LegacyLetters
  let words: WordEvidence

  /// What `chunk` can stand for in `encoding`, the likeliest first; at least one, itself where
  /// nothing of it is of that encoding.
  func readings(_ chunk: [UInt32], in encoding: LegacyEncoding) -> [[UInt32]] {
    switch encoding {
    case .tcvn3, .viscii, .vps, .vni: return [likelier(chunk, in: encoding)]
    case .tcvn3Recased: return recased(chunk)
    case .viqr: return marked(chunk)
    case .windows1258: return [composed(chunk)]
    case .utf8SeenAsWestern: return [Self.fromUTF8(chunk)]
    case .decomposed: return [chunk]
    }
  }

  // MARK: One letter after another

  /// The chunk decoded whole, or with what may be its quotes and dashes kept.
  ///
  /// Many fonts of the time had no letters in the places of the Western quotes and dashes.
  private func likelier(_ chunk: [UInt32], in encoding: LegacyEncoding) -> [UInt32] {
    let whole = letters.decoded(chunk, in: encoding)
    guard chunk.contains(where: Self.isPunctuationOrCapital) else { return whole }
    let punctuated = letters.decoded(
      chunk, in: encoding, keeping: Self.isPunctuationOrCapital)
    return words.cost(whole) < words.cost(punctuated) ? whole : punctuated
  }

  private static func isPunctuationOrCapital(_ scalar: UInt32) -> Bool {
    guard let byte = WesternLetters.byte(scalar) else { return false }
    return (0x80..<0xA0).contains(byte)
  }

  private func composed(_ chunk: [UInt32]) -> [UInt32] {
    var view = String.UnicodeScalarView()
    for scalar in chunk {
      if let byte = WesternLetters.byte(scalar) {
        view.append(TextEncoding.windows1258Scalars[Int(byte)])
      } else if let scalar = Unicode.Scalar(scalar) {
        view.append(scalar)
      }
    }
    return String(view).normalized().unicodeScalars.map(\.value)
  }

  private static func fromUTF8(_ chunk: [UInt32]) -> [UInt32] {
    var bytes: [UInt8] = []
    for scalar in chunk {
      guard let byte = WesternLetters.byte(scalar) else { return chunk }
      bytes.append(byte)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return chunk }
    return text.normalized().unicodeScalars.map(\.value)
  }

  // MARK: Several readings

  /// How many readings of a chunk are followed.
  private static let most = 6
  /// A chunk with more doubtful places than this is read in one way.
  private static let mostDoubts = 6

  /// The readings of TCVN3 whose codes a program changed to the other case of Western letters.
  private func recased(_ chunk: [UInt32]) -> [[UInt32]] {
    let doubtful = chunk.indices.filter { Self.otherCase(chunk[$0]) != nil }
    guard !doubtful.isEmpty, doubtful.count <= Self.mostDoubts else {
      return [likelier(chunk, in: .tcvn3)]
    }
    var readings: [[UInt32]] = []
    for choice in 0..<1 << doubtful.count {
      var variant = chunk
      for (bit, place) in doubtful.enumerated() where choice >> bit & 1 == 1 {
        variant[place] = Self.otherCase(chunk[place]) ?? chunk[place]
      }
      readings.append(likelier(variant, in: .tcvn3))
    }
    return best(readings)
  }

  /// The Western letter of the other case; nil for ASCII, and where there is none.
  private static func otherCase(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0xE0...0xF6, 0xF8...0xFE: scalar - 0x20
    case 0xFF: 0x178
    case 0x178: 0xFF
    default: nil
    }
  }

  /// The readings of VIQR: its marks are punctuation as well.
  private func marked(_ chunk: [UInt32]) -> [[UInt32]] {
    // Signs beyond ASCII are quotes and dashes around words.
    guard chunk.allSatisfy({ $0 < 0x80 || (0x2000..<0x2100).contains($0) }) else { return [chunk] }
    let bytes = chunk.map { UInt8(exactly: $0) ?? 0xFF }
    var readings: [[UInt32]] = []
    // Marks at the end may be punctuation: `di.` is đi behind nothing, or dị.
    var end = bytes.count
    repeat {
      var place = 0
      var reading: [UInt32] = []
      while place < end {
        if bytes[place] == 0x5C, place + 1 < end {
          reading.append(chunk[place + 1])
          place += 2
        } else if let (letter, length) = letters.letter(bytes[place..<end], in: .viqr) {
          reading.append(letter)
          place += length
        } else {
          reading.append(chunk[place])
          place += 1
        }
      }
      readings.append(reading + chunk[end...])
      end -= 1
    } while end > 0 && Self.endsSentence(bytes[end]) && readings.count < 4
    return best(readings)
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x3F || byte == 0x27 || byte == 0x28 || byte == 0x2F
      || byte == 0xFF || byte == 0x3B || byte == 0x2C
  }

  private func best(_ readings: [[UInt32]]) -> [[UInt32]] {
    var known: Set<[UInt32]> = []
    let different = readings.filter { known.insert($0).inserted }
    let costs = different.map { words.cost($0) }
    return different.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(Self.most)
      .map { different[$0] }
  }
}
