internal import CTesseract

/// Pixels in and out as plain bytes, row by row from the top, without padding.
extension PageImage {
  /// Creates a gray image from one byte a pixel.
  package convenience init(grayBytes: [UInt8], width: Int, height: Int, dpi: Int = 0)
    throws(ImageError)
  {
    try Self.check(width: width, height: height)
    guard grayBytes.count == width * height else {
      throw .wrongByteCount(expected: width * height, found: grayBytes.count)
    }
    guard let pix = pixCreateNoInit(Int32(width), Int32(height), 8),
      let data = pixGetData(pix)
    else { throw .operationFailed("make", width: width, height: height) }
    let stride = Int(pixGetWpl(pix)) * 4
    let target = UnsafeMutableRawPointer(data)
    grayBytes.withUnsafeBytes { source in
      for row in 0..<height {
        (target + row * stride).copyMemory(
          from: source.baseAddress.unsafelyUnwrapped + row * width, byteCount: width)
      }
    }
    // Leptonica keeps the first pixel of a word in its highest byte.
    pixEndianByteSwap(pix)
    try self.init(owning: pix, dpi: dpi)
  }

  /// Creates a colour image from three bytes a pixel: red, green, blue.
  package convenience init(rgbBytes: [UInt8], width: Int, height: Int, dpi: Int = 0)
    throws(ImageError)
  {
    try Self.check(width: width, height: height)
    guard rgbBytes.count == width * height * 3 else {
      throw .wrongByteCount(expected: width * height * 3, found: rgbBytes.count)
    }
    try self.init(width: width, height: height, dpi: dpi) { words in
      rgbBytes.withUnsafeBufferPointer { source in
        for index in 0..<width * height {
          let red = UInt32(source[index * 3])
          let green = UInt32(source[index * 3 + 1])
          let blue = UInt32(source[index * 3 + 2])
          words[index] = red << 24 | green << 16 | blue << 8
        }
      }
    }
  }

  /// Creates a colour image whose pixels `fill` writes as words 0xRRGGBB00, row by row.
  package convenience init(
    width: Int, height: Int, dpi: Int, filling fill: (UnsafeMutableBufferPointer<UInt32>) -> Void
  ) throws(ImageError) {
    try Self.check(width: width, height: height)
    guard let pix = pixCreate(Int32(width), Int32(height), 32), let data = pixGetData(pix)
    else { throw .operationFailed("make", width: width, height: height) }
    fill(UnsafeMutableBufferPointer(start: data, count: width * height))
    try self.init(owning: pix, dpi: dpi)
  }

  /// Lends the brightness of each pixel (0 black … 255 white) to `body`, with width and height.
  ///
  /// The bytes are made anew for each call: keep what is needed more than once.
  package func withGrayBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>, Int, Int) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = grayBytes()
    var outcome: Swift.Result<Result, Failure>?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(Failure) {
        outcome = .success(try body(buffer, width, height))
      } catch {
        outcome = .failure(error)
      }
    }
    guard let outcome else { preconditionFailure("the buffer of an array is always lent") }
    return try outcome.get()
  }

  /// The brightness of each pixel, 0 black … 255 white.
  package func grayBytes() -> [UInt8] {
    withPix { lent in
      let gray = isColour ? pixConvertRGBToLuminance(lent) : pixCopy(nil, lent)
      guard let gray, let data = pixGetData(gray) else {
        preconditionFailure("no memory for the gray pixels of an image")
      }
      defer { Leptonica.free(gray) }
      pixEndianByteSwap(gray)
      let stride = Int(pixGetWpl(gray)) * 4
      let source = UnsafeRawPointer(data)
      return [UInt8](unsafeUninitializedCapacity: width * height) { target, count in
        let start = UnsafeMutableRawPointer(target.baseAddress.unsafelyUnwrapped)
        for row in 0..<height {
          (start + row * width).copyMemory(from: source + row * stride, byteCount: width)
        }
        count = width * height
      }
    }
  }

  /// Refuses a size that no image can have.
  package static func check(width: Int, height: Int) throws(ImageError) {
    let sides = 1...Leptonica.maximumSide
    guard sides.contains(width), sides.contains(height) else {
      throw .impossibleSize(width: width, height: height)
    }
  }
}
