import CTesseract
import Foundation

extension Raster {
  /// The picture as JPEG; gray where `isGray`.
  package func jpeg(quality: Int, isGray: Bool = false) throws -> [UInt8] {
    try withPix(depth: isGray ? 8 : 32) { pix in
      var data: UnsafeMutablePointer<UInt8>?
      var size = 0
      guard pixWriteMemJpeg(&data, &size, pix, Int32(quality), 0) == 0, let data else {
        throw DrawingError.encoding("JPEG")
      }
      defer { lept_free(data) }
      return Array(UnsafeBufferPointer(start: data, count: size))
    }
  }

  /// The picture as PNG.
  package func png(isGray: Bool = false) throws -> [UInt8] {
    try withPix(depth: isGray ? 8 : 32) { pix in
      var data: UnsafeMutablePointer<UInt8>?
      var size = 0
      guard pixWriteMemPng(&data, &size, pix, 0) == 0, let data else {
        throw DrawingError.encoding("PNG")
      }
      defer { lept_free(data) }
      return Array(UnsafeBufferPointer(start: data, count: size))
    }
  }

  /// Lends the picture as a Leptonica image of 1, 8 or 32 bits a pixel.
  func withPix<Result>(
    depth: Int, _ body: (UnsafeMutablePointer<Pix>) throws -> Result
  ) throws -> Result {
    var pix = pixCreateNoInit(Int32(width), Int32(height), Int32(depth))
    guard let owned = pix, let words = pixGetData(owned) else {
      throw DrawingError.surface("no memory for \(width) × \(height) pixels")
    }
    defer { pixDestroy(&pix) }
    pixSetResolution(owned, Int32(dpi.rounded()), Int32(dpi.rounded()))
    let wordsPerLine = Int(pixGetWpl(owned))
    bytes.withUnsafeBufferPointer { source in
      for row in 0..<height {
        let line = words + row * wordsPerLine
        let from = row * width * 3
        if depth == 32 {
          for column in 0..<width {
            let at = from + column * 3
            line[column] =
              UInt32(source[at]) << 24 | UInt32(source[at + 1]) << 16 | UInt32(source[at + 2]) << 8
          }
          continue
        }
        for index in 0..<wordsPerLine { line[index] = 0 }
        for column in 0..<width {
          let green = source[from + column * 3 + 1]
          if depth == 8 {
            line[column >> 2] |= UInt32(green) << UInt32(24 - 8 * (column & 3))
          } else if green < 128 {
            line[column >> 5] |= 1 << UInt32(31 - (column & 31))
          }
        }
      }
    }
    return try body(owned)
  }
}
