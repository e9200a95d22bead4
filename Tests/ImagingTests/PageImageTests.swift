import CTesseract
import Documents
import Testing

@testable import Imaging

/// What every operation on an image promises, on pictures of a few pixels.
@Suite struct PageImageTests {
  /// Three columns, two rows: 0 50 100 / 150 200 250.
  private func gray() throws -> PageImage {
    try PageImage(grayBytes: [0, 50, 100, 150, 200, 250], width: 3, height: 2, dpi: 300)
  }

  @Test func bytesComeBackAsTheyWentIn() throws {
    let image = try gray()
    #expect(image.grayBytes() == [0, 50, 100, 150, 200, 250])
    #expect((image.width, image.height, image.dpi, image.isColour) == (3, 2, 300, false))
    image.withGrayBytes { bytes, width, height in
      #expect((bytes[4], width, height) == (200, 3, 2))
    }
  }

  @Test func colourSplitsIntoItsChannels() throws {
    let image = try PageImage(rgbBytes: [10, 20, 30, 200, 100, 0], width: 2, height: 1)
    #expect(image.isColour)
    #expect(try image.channel(.red).grayBytes() == [10, 200])
    #expect(try image.channel(.green).grayBytes() == [20, 100])
    #expect(try image.channel(.blue).grayBytes() == [30, 0])
    #expect(try !image.gray().isColour)
  }

  @Test func turnsClockwise() throws {
    let image = try gray()
    #expect(try image.turned(quarterTurns: 1).grayBytes() == [150, 0, 200, 50, 250, 100])
    #expect(try image.turned(quarterTurns: -1).grayBytes() == [100, 250, 50, 200, 0, 150])
    #expect(try image.turned(quarterTurns: 2).grayBytes() == [250, 200, 150, 100, 50, 0])
    #expect(try image.turned(quarterTurns: 4).grayBytes() == image.grayBytes())
    #expect(try image.mirrored().grayBytes() == [100, 50, 0, 250, 200, 150])
  }

  @Test func cropsWhatTheImageHas() throws {
    let image = try gray()
    let corner = try image.cropped(to: PixelBox(x: 1, y: 1, width: 9, height: 9))
    #expect(corner.grayBytes() == [200, 250])
    #expect(throws: ImageError.impossibleSize(width: 2, height: 2)) {
      try image.cropped(to: PixelBox(x: 5, y: 5, width: 2, height: 2))
    }
  }

  @Test func scalingChangesTheResolutionToo() throws {
    let image = try PageImage(
      grayBytes: [UInt8](repeating: 90, count: 40 * 20), width: 40, height: 20, dpi: 150)
    let double = try image.scaled(by: 2)
    #expect((double.width, double.height, double.dpi) == (80, 40, 300))
    #expect(double.grayBytes().allSatisfy { $0 == 90 })
    #expect(throws: ImageError.self) { try image.scaled(by: 0.001) }
    #expect(throws: ImageError.self) { try image.scaled(by: 10_000) }
  }

  @Test func warpLooksUpEachPixelThroughTheMapping() throws {
    let image = try gray()
    #expect(try image.warped(by: .identity, width: 3, height: 2).grayBytes() == image.grayBytes())
    let oneRight = Homography(coefficients: [1, 0, 1, 0, 1, 0, 0, 0, 1])
    #expect(
      try image.warped(by: oneRight, width: 3, height: 2).grayBytes() == [
        50, 100, 255, 200, 250, 255,
      ])
    let enlarged = Homography(coefficients: [0.5, 0, 0, 0, 0.5, 0, 0, 0, 1])
    let large = try image.warped(by: enlarged, width: 6, height: 4)
    #expect(large.grayBytes()[0..<4].elementsEqual([0, 13, 38, 63]))
  }

  @Test func warpReducesBeforeItSkipsPixels() throws {
    var bytes = [UInt8](repeating: 255, count: 400 * 400)
    for row in 0..<400 {
      for column in stride(from: 0, to: 400, by: 4) { bytes[row * 400 + column] = 0 }
    }
    let image = try PageImage(grayBytes: bytes, width: 400, height: 400)
    let mapping = Homography(coefficients: [4, 0, 0, 0, 4, 0, 0, 0, 1])
    let small = try image.warped(by: mapping, width: 100, height: 100).grayBytes()
    #expect(small.allSatisfy { (180...200).contains($0) })
  }

  @Test func warpKeepsColours() throws {
    let image = try PageImage(
      rgbBytes: [10, 20, 30, 200, 100, 0], width: 2, height: 1)
    let same = try image.warped(by: .identity, width: 2, height: 1)
    #expect(try same.channel(.blue).grayBytes() == [30, 0])
    #expect(try same.channel(.red).grayBytes() == [10, 200])
  }

  @Test func badSizesThrow() {
    #expect(throws: ImageError.impossibleSize(width: 0, height: 4)) {
      try PageImage(grayBytes: [], width: 0, height: 4)
    }
    #expect(throws: ImageError.wrongByteCount(expected: 4, found: 3)) {
      try PageImage(grayBytes: [1, 2, 3], width: 2, height: 2)
    }
  }

  @Test(arguments: [1, 2, 4, 8, 16, 32] as [Int32])
  func anyDepthBecomesGrayOrColour(depth: Int32) throws {
    let pix = try #require(pixCreate(5, 4, depth))
    let image = try PageImage(owning: pix, dpi: 200)
    #expect(image.isColour == (depth == 32))
    #expect(image.grayBytes().count == 20)
    #expect(image.grayBytes().allSatisfy { $0 == (depth == 1 ? 255 : 0) })
  }

  @Test func manyThreadsMayReadOneImage() async throws {
    let image = try gray()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<64 {
        group.addTask {
          (0..<50).allSatisfy { _ in
            (try? image.turned(quarterTurns: 2).grayBytes()) == [250, 200, 150, 100, 50, 0]
          }
        }
      }
      for await same in group { #expect(same) }
    }
  }
}
