import CTesseract
import Documents
import Foundation
import Imaging
import Testing

@testable import Recognition

@Suite struct FadedStampsTests {
  private static let (width, height) = (1400, 1000)
  private static let density = 300 / 25.4
  private static let stamp = PixelBox(x: 330, y: 360, width: 640, height: 280)

  /// A page of five rows of letters as dark as print, over which a stamp of the tone `ink` was put: a
  /// frame that leans a little and a row of large letters in it; `frames` tells whether it has one.
  private func page(
    ink: UInt8, hasFrame: Bool = true, black: [(x: Int, y: Int, w: Int, h: Int)] = []
  ) throws -> PageImage {
    var bytes = [UInt8](repeating: 250, count: Self.width * Self.height)
    func fill(_ x: Int, _ y: Int, _ w: Int, _ h: Int, _ tone: UInt8) {
      for row in y..<(y + h) {
        for column in x..<(x + w) {
          let index = row * Self.width + column
          bytes[index] = min(bytes[index], tone)
        }
      }
    }
    for row in 0..<8 {
      for letter in 0..<40 {
        fill(90 + 30 * letter, 150 + 100 * row, 6, 36, 25)
        fill(90 + 30 * letter, 150 + 100 * row, 20, 6, 25)
      }
    }
    let area = Self.stamp
    func lean(_ x: Int) -> Int { (x - area.x) / 16 }
    if hasFrame {
      for x in area.x..<area.maxX {
        fill(x, area.y + 40 - lean(x), 1, 7, ink)
        fill(x, area.maxY - 7 - lean(x), 1, 7, ink)
      }
      for y in 40..<area.height {
        fill(area.x, area.y + y, 7, 1, ink)
        fill(area.maxX - 7, area.y + y - 40, 7, 1, ink)
      }
    }
    for letter in 0..<9 {
      let x = area.x + 40 + 60 * letter
      fill(x, area.y + 110, 12, 90, ink)
      fill(x, area.y + 110, 44, 12, ink)
    }
    for box in black { fill(box.x, box.y, box.w, box.h, 25) }
    return try PageImage(grayBytes: bytes, width: Self.width, height: Self.height, dpi: 300)
  }

  /// The stamp goes, and print in it stays as dark as it was.
  @Test func aGrayStampIsTakenOffPrint() throws {
    let gray = try Picture(grayOf: page(ink: 150))
    let stamps = try FadedStamps(in: gray, density: Self.density)
    let area = try #require(stamps.areas.first)
    #expect(stamps.areas.count == 1)
    #expect(area.intersection(Self.stamp).area > Self.stamp.area * 8 / 10)
    let cleared = try stamps.cleared(from: gray)
    // A letter of the stamp between two rows, its frame, and a stroke of print below the stamp.
    #expect(gray.value(x: 376, y: 540) < 160)
    #expect(cleared.value(x: 376, y: 540) > 240)
    #expect(cleared.value(x: 333, y: 500) > 240)
    #expect(cleared.value(x: 423, y: 470) < 40)
  }

  /// Print is never lost to a stamp that is as dark, to letters without a frame, or to a page as dark
  /// all over.
  @Test(arguments: [(40, true), (150, false), (25, true)])
  func whatIsNoFadedStampIsLeftAlone(ink: Int, hasFrame: Bool) throws {
    let gray = try Picture(grayOf: page(ink: UInt8(ink), hasFrame: hasFrame))
    #expect(try FadedStamps(in: gray, density: Self.density).areas.isEmpty)
  }

  /// The frame of a stamp goes through a box that nobody ticked.
  @Test func aStampIsNoTick() throws {
    let box = PixelBox(x: 596, y: 593, width: 48, height: 48)
    let image = try page(
      ink: 150,
      black: [
        (x: box.x, y: box.y, w: 48, h: 3), (x: box.x, y: box.maxY - 3, w: 48, h: 3),
        (x: box.x, y: box.y, w: 3, h: 48), (x: box.maxX - 3, y: box.y, w: 3, h: 48),
      ])
    let marks = try RegionReader().read(image, shape: .sheet).reading.marks
    let mark = try #require(
      marks.first { $0.shape == .tickBox && 2 * $0.box.intersection(box).area > box.area })
    #expect(mark.ink < 0.05)
  }

  /// The boxes of a form have thin gray rules and hold print.
  @Test func theBoxesOfAFormAreNoStamps() throws {
    let image = try picture(
      width: Self.width, height: Self.height,
      black: (0..<8).flatMap { row in
        (0..<20).map { (x: 380 + 30 * $0, y: 150 + 100 * row, w: 16, h: 36) }
      })
    let gray = try Picture(grayOf: image)
    for row in 0..<8 {
      for (x, y, w, h) in [(340, 0, 660, 3), (340, 70, 660, 3), (340, 0, 3, 70), (997, 0, 3, 70)] {
        var area = boxCreate(Int32(x), Int32(135 + 100 * row + y), Int32(w), Int32(h))
        pixSetInRectArbitrary(gray.pix, area, 150)
        boxDestroy(&area)
      }
    }
    #expect(try FadedStamps(in: gray, density: Self.density).areas.isEmpty)
  }
}
