import Documents
import Testing

@Suite struct HomographyTests {
  private static let square = [
    PixelPoint(x: 0, y: 0), PixelPoint(x: 100, y: 0), PixelPoint(x: 100, y: 50),
    PixelPoint(x: 0, y: 50),
  ]
  private static let tilted = [
    PixelPoint(x: 12, y: 7), PixelPoint(x: 119, y: 15), PixelPoint(x: 111, y: 72),
    PixelPoint(x: 5, y: 61),
  ]

  @Test func takesEachCornerToItsTarget() throws {
    let homography = try #require(Homography(from: Self.square, to: Self.tilted))
    for (corner, target) in zip(Self.square, Self.tilted) {
      let mapped = homography.map(corner)
      #expect(abs(mapped.x - target.x) < 1e-6)
      #expect(abs(mapped.y - target.y) < 1e-6)
    }
  }

  @Test func thereAndBackIsTheIdentity() throws {
    let there = try #require(Homography(from: Self.square, to: Self.tilted))
    let back = try #require(Homography(from: Self.tilted, to: Self.square))
    let point = there.followed(by: back).map(PixelPoint(x: 33, y: 21))
    #expect(abs(point.x - 33) < 1e-6)
    #expect(abs(point.y - 21) < 1e-6)
  }

  @Test func refusesCornersOnOneLine() {
    let line = [0.0, 1, 2, 3].map { PixelPoint(x: $0, y: $0) }
    #expect(Homography(from: line, to: Self.tilted) == nil)
  }
}
