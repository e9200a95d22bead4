import CTesseract
import Foundation
import Imaging
import Testing

/// A picture of the folder Fixtures.
func fixture(_ name: String) throws -> PageImage {
  let url = try #require(
    Bundle.module.url(forResource: name, withExtension: "png", subdirectory: "Fixtures"))
  return try PageImage(owning: try #require(pixRead(url.path)), dpi: 300)
}

/// A white picture in which `boxes` are black.
func picture(
  width: Int, height: Int, dpi: Int = 300, black boxes: [(x: Int, y: Int, w: Int, h: Int)]
) throws -> PageImage {
  let pix = try #require(pixCreate(Int32(width), Int32(height), 8))
  pixSetAll(pix)
  for box in boxes {
    var area = boxCreate(Int32(box.x), Int32(box.y), Int32(box.w), Int32(box.h))
    pixClearInRect(pix, area)
    boxDestroy(&area)
  }
  return try PageImage(owning: pix, dpi: dpi)
}
