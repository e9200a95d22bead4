import Testing

@testable import CorpusDrawing

@Suite("Warps and blurs of pictures")
struct WarpTests {
  /// A picture whose colours tell the place.
  private func ramp(width: Int, height: Int) -> Raster {
    var picture = Raster(width: width, height: height, dpi: 100)
    picture.withBytes { bytes in
      for y in 0..<height {
        for x in 0..<width {
          let at = (y * width + x) * 3
          (bytes[at], bytes[at + 1], bytes[at + 2]) = (UInt8(x * 2), UInt8(y * 2), 7)
        }
      }
    }
    return picture
  }

  @Test("Every place of a turned picture shows what the map says", arguments: [0.0, 3, -41, 123])
  func turned(degrees: Double) {
    let picture = ramp(width: 100, height: 80)
    let map = PlaneMap.rotation(
      degrees: degrees, scale: 0.8, from: Point(50, 40), to: Point(60, 60))
    let result = picture.warped(
      width: 120, height: 120, dpi: 80, map: map, outside: Ink(0, 0, 1))
    var seen = 0
    for y in 0..<120 {
      for x in 0..<120 {
        let place = map.source(ofX: Double(x) + 0.5, y: Double(y) + 0.5)
        let at = (y * 120 + x) * 3
        if place.x > 2, place.x < 98, place.y > 2, place.y < 78 {
          seen += 1
          #expect(abs(Double(result.bytes[at]) - (place.x - 0.5) * 2) < 1.5)
          #expect(abs(Double(result.bytes[at + 1]) - (place.y - 0.5) * 2) < 1.5)
        } else if place.x < -2 || place.x > 102 || place.y < -2 || place.y > 82 {
          #expect(result.bytes[at + 2] == 255)
        }
      }
    }
    #expect(seen > 4000)
  }

  @Test("A map finds the place of its own source")
  func inverse() throws {
    let corners = [Point(10, 12), Point(95, 3), Point(99, 70), Point(4, 66)]
    let map = try #require(PlaneMap.quadrilateral(corners, width: 40, height: 30))
    for (corner, (x, y)) in zip(corners, [(0.0, 0.0), (40, 0), (40, 30), (0, 30)]) {
      let place = map.place(of: x, y)
      #expect(abs(place.x - corner.x) < 1e-6 && abs(place.y - corner.y) < 1e-6)
    }
  }

  @Test("A blur keeps one colour and spreads a dot evenly", arguments: [0.2, 0.7, 1.6])
  func blur(deviation: Double) {
    var plain = Raster(width: 20, height: 9, dpi: 100, paper: Ink(0.2, 0.5, 1))
    let before = plain
    plain.blur(deviation: deviation)
    #expect(plain == before)
    var dot = Raster(width: 21, height: 21, dpi: 100, paper: .black)
    let dark = dot.bytes[0]
    dot.withBytes { bytes in bytes[(10 * 21 + 10) * 3] = 255 }
    dot.blur(deviation: deviation)
    for offset in 1...4 {
      let around = [(10 + offset, 10), (10 - offset, 10), (10, 10 + offset), (10, 10 - offset)]
      let values = around.map { Int(dot.bytes[($0.1 * 21 + $0.0) * 3]) }
      #expect((values.max() ?? 0) - (values.min() ?? 0) <= 1)
    }
    #expect(dot.bytes[(10 * 21 + 10) * 3] > dark)
  }

  @Test("Quarter turns come round", arguments: [90, 180, 270])
  func quarters(degrees: Int) {
    let picture = ramp(width: 31, height: 17)
    let turned = picture.turned(counterClockwise: degrees)
    #expect(turned != picture)
    #expect(turned.turned(counterClockwise: 360 - degrees) == picture)
    if degrees == 90 {
      #expect(Array(turned.bytes[0..<3]) == Array(picture.bytes[90..<93]))
    }
  }
}
