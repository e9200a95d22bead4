/// The chain of tag directories of a TIFF file, or of the EXIF block inside another file.
struct TagDirectories {
  /// One directory: the place of each tag's entry.
  struct Directory {
    fileprivate let reader: ByteReader
    fileprivate let isBig: Bool
    fileprivate let entries: [Int: Int]

    /// The first number of `tag`, when it is a whole one.
    func integer(_ tag: Int) -> Int? {
      guard let entry = entries[tag] else { return nil }
      let value = entry + (isBig ? 12 : 8)
      switch reader.integer(entry + 2, size: 2) {
      case 1: return reader.byte(value)
      case 3: return reader.integer(value, size: 2)
      case 4: return reader.integer(value, size: 4)
      case 16: return reader.integer(value, size: 8)
      default: return nil
      }
    }

    /// The first fraction of `tag`.
    func fraction(_ tag: Int) -> Double? {
      guard let entry = entries[tag], reader.integer(entry + 2, size: 2) == 5 else { return nil }
      let inlined = isBig ? entry + 12 : reader.integer(entry + 8, size: 4)
      guard let place = inlined, let above = reader.integer(place, size: 4),
        let below = reader.integer(place + 4, size: 4), below > 0
      else { return nil }
      return Double(above) / Double(below)
    }

    /// The orientation, upright when none is stated.
    var orientation: Orientation { Orientation(code: integer(274) ?? 1) }

    /// Where in the file the number of the orientation stands: two bytes, when it is stated.
    var orientationPlace: Range<Int>? {
      guard let entry = entries[274], reader.integer(entry + 2, size: 2) == 3 else { return nil }
      let place = reader.start + entry + (isBig ? 12 : 8)
      return place + 2 <= reader.end ? place..<place + 2 : nil
    }

    /// The resolution in dots per inch, 0 when none is stated.
    var dpi: Double {
      guard let resolution = fraction(282) else { return 0 }
      switch integer(296) ?? 2 {
      case 2: return resolution
      case 3: return resolution * 2.54
      default: return 0
      }
    }
  }

  /// The directories in their order.
  private(set) var directories: [Directory] = []
  /// Whether the chain ends properly; false when it leaves the file or runs in a circle.
  private(set) var isComplete = false

  /// Reads the block of `bytes` from `start` to `end`, at most `limit` directories.
  init?(_ bytes: [UInt8], start: Int = 0, end: Int? = nil, limit: Int) {
    var reader = ByteReader(bytes, start: start, end: end)
    guard reader.spells("II", at: 0) || reader.spells("MM", at: 0) else { return nil }
    reader.isBigEndian = reader.spells("MM", at: 0)
    let isBig = reader.integer(2, size: 2) == 43
    guard isBig || reader.integer(2, size: 2) == 42 else { return nil }

    var next = isBig ? reader.integer(8, size: 8) : reader.integer(4, size: 4)
    var seen: Set<Int> = []
    while let offset = next, offset != 0, directories.count < limit {
      guard seen.insert(offset).inserted,
        let directory = Self.directory(reader, at: offset, isBig: isBig)
      else { return }
      directories.append(directory.0)
      next = directory.next
    }
    isComplete = next == 0
  }

  private static func directory(_ reader: ByteReader, at offset: Int, isBig: Bool)
    -> (Directory, next: Int?)?
  {
    let countSize = isBig ? 8 : 2
    let entrySize = isBig ? 20 : 12
    guard let count = reader.integer(offset, size: countSize), count > 0, count < 4096 else {
      return nil
    }
    var entries: [Int: Int] = [:]
    for index in 0..<count {
      let entry = offset + countSize + index * entrySize
      guard let tag = reader.integer(entry, size: 2) else { return nil }
      if entries[tag] == nil { entries[tag] = entry }
    }
    let end = offset + countSize + count * entrySize
    return (
      Directory(reader: reader, isBig: isBig, entries: entries),
      reader.integer(end, size: isBig ? 8 : 4)
    )
  }
}
