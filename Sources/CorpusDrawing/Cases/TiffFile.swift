/// A TIFF file of pages that are each one JPEG strip.
struct TiffFile {
  private var bytes: [UInt8] = [0x49, 0x49, 42, 0, 0, 0, 0, 0]
  private var nextOffset = 4

  /// Appends a page.
  mutating func add(jpeg: [UInt8], width: Int, height: Int, dpi: Int, isGray: Bool) {
    let strip = append(jpeg)
    let resolution = append(little(UInt32(dpi)) + little(UInt32(1)))
    let samples = isGray ? 1 : 3
    let depths = append([8, 0, 8, 0, 8, 0])
    let directory = bytes.count
    let entries: [(tag: Int, type: Int, count: Int, value: Int)] =
      [
        (256, 4, 1, width), (257, 4, 1, height), (258, 3, samples, isGray ? 8 : depths),
        (259, 3, 1, 7), (262, 3, 1, isGray ? 1 : 6), (273, 4, 1, strip), (277, 3, 1, samples),
        (278, 4, 1, height), (279, 4, 1, jpeg.count), (282, 5, 1, resolution),
        (283, 5, 1, resolution), (284, 3, 1, 1), (296, 3, 1, 2),
      ] + (isGray ? [] : [(530, 3, 2, 2 | 2 << 16)])
    bytes += [UInt8(entries.count & 255), UInt8(entries.count >> 8)]
    for entry in entries {
      bytes += [UInt8(entry.tag & 255), UInt8(entry.tag >> 8), UInt8(entry.type), 0]
      bytes += little(UInt32(entry.count)) + little(UInt32(entry.value))
    }
    bytes.replaceSubrange(nextOffset..<(nextOffset + 4), with: little(UInt32(directory)))
    nextOffset = bytes.count
    bytes += [0, 0, 0, 0]
  }

  /// The whole file.
  func finished() -> [UInt8] { bytes }

  private mutating func append(_ part: [UInt8]) -> Int {
    if bytes.count % 2 == 1 { bytes.append(0) }
    let offset = bytes.count
    bytes += part
    if bytes.count % 2 == 1 { bytes.append(0) }
    return offset
  }

  private func little(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(value >> UInt32(8 * $0) & 255) }
  }
}
