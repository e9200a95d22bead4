/// The sizes that images in a PDF state about themselves, found without decoding any.
///
/// The dictionary of an image stands in the file as plain text, even in an encrypted file: a
/// stream is never packed inside another.
enum EmbeddedImageSizes {
  /// The sizes of all images, each size once.
  static func sizes(in bytes: [UInt8]) -> Set<ImageSize> {
    var sizes: Set<ImageSize> = []
    for position in positions(of: "/Width", in: bytes) {
      guard let width = number(after: position + 6, in: bytes) else { continue }
      // Width and height stand in one dictionary, in either order, a few entries apart.
      let nearby = max(0, position - 512)..<min(bytes.count, position + 512)
      let heights = positions(of: "/Height", in: bytes, range: nearby)
      let nearest = heights.min { abs($0 - position) < abs($1 - position) }
      guard let nearest, let height = number(after: nearest + 7, in: bytes) else { continue }
      if width > 0, height > 0 { sizes.insert(ImageSize(width: width, height: height)) }
    }
    return sizes
  }

  /// A size in pixels.
  struct ImageSize: Hashable {
    var width: Int
    var height: Int
  }

  private static func positions(of name: StaticString, in bytes: [UInt8], range: Range<Int>? = nil)
    -> [Int]
  {
    let wanted = Array("\(name)".utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      let range = range ?? 0..<buffer.count
      var found: [Int] = []
      var index = range.lowerBound
      while index + wanted.count <= range.upperBound {
        if buffer[index] == wanted[0], buffer[index..<index + wanted.count].elementsEqual(wanted) {
          found.append(index)
        }
        index += 1
      }
      return found
    }
  }

  /// The whole number after spaces at `start`; nil for a reference to another object.
  private static func number(after start: Int, in bytes: [UInt8]) -> Int? {
    var index = start
    while index < bytes.count, [0x20, 0x0a, 0x0d, 0x09].contains(bytes[index]) { index += 1 }
    var value = 0
    var digits = 0
    while index < bytes.count, (0x30...0x39).contains(bytes[index]), digits < 10 {
      value = value * 10 + Int(bytes[index] - 0x30)
      digits += 1
      index += 1
    }
    let rest = bytes[index..<min(bytes.count, index + 8)]
    let isReference = rest.starts(with: Array(" 0 R".utf8))
    return digits > 0 && !isReference ? value : nil
  }
}
