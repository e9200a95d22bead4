internal import CTesseract
internal import Glibc

/// Images as files.
extension PageImage {
  /// The image as a JPEG file; `quality` goes from 1 to 100.
  public func jpeg(quality: Int = 85) throws(ImageError) -> [UInt8] {
    try encoded { pix, data, size in
      pixWriteMemJpeg(data, size, pix, Int32(min(100, max(1, quality))), 0)
    }
  }

  /// The image as a PNG file.
  public func png() throws(ImageError) -> [UInt8] {
    try encoded { pix, data, size in pixWriteMemPng(data, size, pix, 0) }
  }

  private func encoded(
    _ write: (
      UnsafeMutablePointer<Pix>, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>,
      UnsafeMutablePointer<Int>
    ) -> Int32
  ) throws(ImageError) -> [UInt8] {
    var data: UnsafeMutablePointer<UInt8>?
    var size = 0
    let status = withPix { write($0, &data, &size) }
    defer { free(data) }
    guard status == 0, let data, size > 0 else {
      throw .operationFailed("encode", width: width, height: height)
    }
    return Array(UnsafeBufferPointer(start: data, count: size))
  }
}
