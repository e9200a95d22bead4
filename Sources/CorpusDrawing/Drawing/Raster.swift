import Foundation

/// A picture in memory: red, green and blue bytes, row by row.
package struct Raster: Hashable, Sendable {
  /// The width in pixels.
  package let width: Int
  /// The height in pixels.
  package let height: Int
  /// The resolution in dots per inch.
  package var dpi: Double
  /// Red, green and blue of each pixel, row by row from the top.
  package var bytes: [UInt8]

  /// A picture of one colour.
  package init(width: Int, height: Int, dpi: Double, paper: Ink = .white) {
    (self.width, self.height, self.dpi) = (width, height, dpi)
    let colour = [paper.red, paper.green, paper.blue].map { UInt8(($0 * 255).rounded()) }
    bytes = [UInt8](repeating: colour[0], count: width * height * 3)
    if colour[1] != colour[0] || colour[2] != colour[0] {
      bytes.withUnsafeMutableBufferPointer { bytes in
        for index in 0..<(width * height) {
          bytes[index * 3] = colour[0]
          bytes[index * 3 + 1] = colour[1]
          bytes[index * 3 + 2] = colour[2]
        }
      }
    }
  }

  /// Lends the bytes to `body`, which may change them.
  package mutating func withBytes(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeMutableBufferPointer { body($0) }
  }

  /// The picture turned counter-clockwise by a multiple of 90 degrees.
  package func turned(counterClockwise degrees: Int) -> Raster {
    let quarters = ((degrees / 90) % 4 + 4) % 4
    guard quarters != 0 else { return self }
    let isUpright = quarters == 2
    var result = Raster(
      width: isUpright ? width : height, height: isUpright ? height : width, dpi: dpi)
    let (sourceWidth, sourceHeight) = (width, height)
    bytes.withUnsafeBufferPointer { source in
      result.withBytes { target in
        // Where the first pixel of the result comes from, and how far the next ones lie.
        let (first, right, down) =
          switch quarters {
          case 1: (sourceWidth - 1, sourceWidth, -1)
          case 2: (sourceWidth * sourceHeight - 1, -1, -sourceWidth)
          default: ((sourceHeight - 1) * sourceWidth, -sourceWidth, 1)
          }
        var out = 0
        for y in 0..<(isUpright ? sourceHeight : sourceWidth) {
          var from = (first + y * down) * 3
          for _ in 0..<(isUpright ? sourceWidth : sourceHeight) {
            target[out] = source[from]
            target[out + 1] = source[from + 1]
            target[out + 2] = source[from + 2]
            out += 3
            from += right * 3
          }
        }
      }
    }
    return result
  }

  /// A copy with only the light in it.
  package func grayed() -> Raster {
    var copy = self
    copy.withBytes { bytes in
      var index = 0
      while index < bytes.count {
        let light =
          (Int(bytes[index]) * 77 + Int(bytes[index + 1]) * 150 + Int(bytes[index + 2]) * 29) >> 8
        let value = UInt8(min(light, 255))
        (bytes[index], bytes[index + 1], bytes[index + 2]) = (value, value, value)
        index += 3
      }
    }
    return copy
  }

  /// The part of the picture inside a rectangle of pixels.
  package func cropped(x: Int, y: Int, width partWidth: Int, height partHeight: Int) -> Raster {
    let left = min(max(x, 0), width - 1)
    let top = min(max(y, 0), height - 1)
    var part = Raster(
      width: min(partWidth, width - left), height: min(partHeight, height - top), dpi: dpi)
    let columns = part.width * 3
    for row in 0..<part.height {
      let from = ((top + row) * width + left) * 3
      part.bytes.replaceSubrange(
        (row * columns)..<((row + 1) * columns), with: bytes[from..<(from + columns)])
    }
    return part
  }
}
