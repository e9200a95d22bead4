import CTesseract
import Foundation

@testable import Imaging

/// A picture that shows how it stands: 96 x 64, its upper left corner of 24 x 16 dark.
enum SamplePicture {
  static func gray(dpi: Int = 0) throws -> PageImage {
    var bytes = [UInt8](repeating: 230, count: 96 * 64)
    for row in 0..<16 { for column in 0..<24 { bytes[row * 96 + column] = 20 } }
    return try PageImage(grayBytes: bytes, width: 96, height: 64, dpi: dpi)
  }

  static func colour(dpi: Int = 0) throws -> PageImage {
    var bytes: [UInt8] = []
    for row in 0..<64 {
      for column in 0..<96 {
        bytes += row < 16 && column < 24 ? [20, 20, 20] : [230, 200, 60]
      }
    }
    return try PageImage(rgbBytes: bytes, width: 96, height: 64, dpi: dpi)
  }

  /// Where the dark corner stands.
  enum Corner: String { case upperLeft, upperRight, lowerLeft, lowerRight, none }

  static func darkCorner(of image: PageImage) -> Corner {
    let bytes = image.grayBytes()
    func isDark(_ x: Int, _ y: Int) -> Bool { bytes[y * image.width + x] < 90 }
    let right = image.width - 5
    let bottom = image.height - 5
    let dark = [
      (Corner.upperLeft, isDark(4, 4)), (.upperRight, isDark(right, 4)),
      (.lowerLeft, isDark(4, bottom)), (.lowerRight, isDark(right, bottom)),
    ].filter(\.1)
    return dark.count == 1 ? dark[0].0 : .none
  }

  /// The bytes that a Leptonica writer makes of `image`.
  static func encoded(
    _ image: PageImage,
    _ write: (
      UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, UnsafeMutablePointer<Int>,
      UnsafeMutablePointer<Pix>
    ) -> Int32
  ) -> [UInt8] {
    var data: UnsafeMutablePointer<UInt8>?
    var size = 0
    let status = image.withPix { write(&data, &size, $0) }
    defer { free(data) }
    guard status == 0, let data else { return [] }
    return Array(UnsafeBufferPointer(start: data, count: size))
  }

  /// The TIFF of `images` as pages with one of Leptonica's compressions; 1 bit for the fax ones.
  static func tiff(_ images: [PageImage], compression: Int) -> [UInt8] {
    let pages = pixaCreate(Int32(images.count))
    defer {
      var pages = pages
      pixaDestroy(&pages)
    }
    for image in images {
      image.withPix { lent in
        let isFax = compression == IFF_TIFF_G4 || compression == IFF_TIFF_G3
        let page = isFax ? pixConvertTo1(lent, 128) : pixCopy(nil, lent)
        pixSetInputFormat(page, Int32(compression))
        pixaAddPix(pages, page, Int32(L_INSERT))
      }
    }
    if images.count == 1, let page = pixaGetPix(pages, 0, Int32(L_CLONE)) {
      defer { Leptonica.free(page) }
      var data: UnsafeMutablePointer<UInt8>?
      var size = 0
      defer { free(data) }
      guard pixWriteMemTiff(&data, &size, page, Int32(compression)) == 0, let data else {
        return []
      }
      return Array(UnsafeBufferPointer(start: data, count: size))
    }
    var data: UnsafeMutablePointer<UInt8>?
    var size = 0
    defer { free(data) }
    guard pixaWriteMemMultipageTiff(&data, &size, pages) == 0, let data else { return [] }
    return Array(UnsafeBufferPointer(start: data, count: size))
  }

  static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
  }
}
