internal import MappedFiles

/// The accented letters of Vietnamese in the encodings from before Unicode.
///
/// The knowledge stands in `encodings/letters.tsv` of the dictionaries.
public struct LegacyLetters: Sendable {
  /// Letters by their bytes, at most three, packed into a number, for each encoding.
  private var letters: [LegacyEncoding: [UInt32: UInt32]] = [:]
  /// The bytes of each letter.
  private var codes: [LegacyEncoding: [UInt32: [UInt8]]] = [:]

  /// The place of the table in a folder of dictionaries.
  static let file = "encodings/letters.tsv"

  private static let columns: [(name: Substring, encoding: LegacyEncoding)] = [
    ("tcvn3", .tcvn3), ("viscii", .viscii), ("cp1258", .windows1258), ("vni", .vni), ("vps", .vps),
    ("viqr", .viqr),
  ]

  /// Reads the table of the dictionaries in the folder `dictionaries`.
  public init(dictionaries: String) throws {
    let path = dictionaries + "/" + Self.file
    let file = try MappedFile(path: path)
    let text = String(decoding: file.bytes(in: 0..<file.count), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    guard let head = lines.first?.split(separator: "\t"),
      head == ["letter"] + Self.columns.map(\.name)
    else { throw LegacyLettersError(path: path) }
    for line in lines.dropFirst() {
      let cells = line.split(separator: "\t")
      guard cells.count == head.count, let letter = cells[0].unicodeScalars.first?.value else {
        throw LegacyLettersError(path: path)
      }
      for (cell, column) in zip(cells.dropFirst(), Self.columns) {
        let bytes = cell.split(separator: " ").compactMap { UInt8($0, radix: 16) }
        guard (1...3).contains(bytes.count) else { throw LegacyLettersError(path: path) }
        add(letter, bytes, column.encoding)
      }
    }
    letters[.tcvn3Recased] = letters[.tcvn3]
    codes[.tcvn3Recased] = codes[.tcvn3]
  }

  private mutating func add(_ letter: UInt32, _ bytes: [UInt8], _ encoding: LegacyEncoding) {
    codes[encoding, default: [:]][letter] = bytes
    // Where a small letter shares the code of its capital, the code is the small letter's.
    letters[encoding, default: [:]][Self.key(bytes[...])] = letter
    for other in Self.variants(of: bytes, in: encoding) {
      let key = Self.key(other[...])
      if letters[encoding]?[key] == nil { letters[encoding]?[key] = letter }
    }
  }

  /// Other ways of typing a letter.
  private static func variants(of bytes: [UInt8], in encoding: LegacyEncoding) -> [[UInt8]] {
    switch encoding {
    case .vni where bytes.count == 2:
      // The mark of a small letter behind a capital, and the other way round.
      return [[bytes[0], bytes[1] ^ 0x20]]
    case .viqr:
      var variants: [[UInt8]] = []
      if bytes.count == 3 { variants.append([bytes[0], bytes[2], bytes[1]]) }
      if bytes == Array("DD".utf8) { variants.append(Array("Dd".utf8)) }
      // The horn is written * as well.
      let starred = ([bytes] + variants).filter { $0.contains(0x2B) }
        .map { $0.map { $0 == 0x2B ? 0x2A : $0 } }
      return variants + starred
    default: return []
    }
  }

  private static func key(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  // MARK: Reading and writing

  /// The letter at the beginning of `bytes`, and how many bytes it takes; nil where there is none.
  func letter(_ bytes: ArraySlice<UInt8>, in encoding: LegacyEncoding) -> (UInt32, Int)? {
    guard let letters = letters[encoding] else { return nil }
    for length in stride(from: min(3, bytes.count), to: 0, by: -1) {
      if let letter = letters[Self.key(bytes.prefix(length))] { return (letter, length) }
    }
    return nil
  }

  /// What `text` looks like when it is stored in `encoding` and shown as Western letters.
  ///
  /// Letters that the encoding lacks stay as they are.
  public func shown(_ text: String, in encoding: LegacyEncoding) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.normalized().unicodeScalars {
      let bytes =
        encoding == .utf8SeenAsWestern ? Array(String(scalar).utf8) : codes[encoding]?[scalar.value]
      guard let bytes else {
        result.append(scalar)
        continue
      }
      for byte in bytes {
        result.append(Unicode.Scalar(WesternLetters.scalar(byte)) ?? scalar)
      }
    }
    return String(result)
  }
}
