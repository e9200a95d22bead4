/// What the segments of a JPEG file state.
struct JPEGMarkers {
  private(set) var width = 0
  private(set) var height = 0
  /// In dots per inch; 0 when none is stated.
  private(set) var dpi = 0.0
  private(set) var orientation = Orientation.upright

  /// Reads the segments up to the frame header and the first scan; nil without a frame header.
  init?(_ bytes: [UInt8]) {
    let reader = ByteReader(bytes)
    var offset = 2
    while let lead = reader.byte(offset), let marker = reader.byte(offset + 1) {
      guard lead == 0xff else { break }
      if marker == 0xff {
        offset += 1
        continue
      }
      // Markers without a segment: TEM and restarts.
      if marker == 0x01 || (0xd0...0xd7).contains(marker) {
        offset += 2
        continue
      }
      guard marker != 0xda, marker != 0xd9, let length = reader.integer(offset + 2, size: 2),
        length >= 2
      else { break }
      read(reader, marker: marker, at: offset + 4, length: length - 2)
      offset += 2 + length
    }
    guard width > 0, height > 0 else { return nil }
  }

  private mutating func read(_ reader: ByteReader, marker: Int, at offset: Int, length: Int) {
    switch marker {
    case 0xc0...0xcf where marker != 0xc4 && marker != 0xc8 && marker != 0xcc:
      height = reader.integer(offset + 1, size: 2) ?? 0
      width = reader.integer(offset + 3, size: 2) ?? 0
    case 0xe0 where reader.spells("JFIF\0", at: offset):
      let density = Double(reader.integer(offset + 8, size: 2) ?? 0)
      switch reader.byte(offset + 7) {
      case 1: dpi = density
      case 2: dpi = density * 2.54
      default: break
      }
    case 0xe1 where reader.spells("Exif\0\0", at: offset):
      let block = TagDirectories(
        reader.bytes, start: offset + 6, end: offset + length, limit: 1)
      guard let directory = block?.directories.first else { return }
      orientation = directory.orientation
      if dpi == 0 { dpi = directory.dpi }
    default: break
    }
  }

  /// Whether an end-of-image marker follows the last scan.
  static func hasEnd(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var index = buffer.count - 2
      while index >= 2 {
        if buffer[index] == 0xff {
          if buffer[index + 1] == 0xd9 { return true }
          if buffer[index + 1] == 0xda { return false }
        }
        index -= 1
      }
      return false
    }
  }
}
