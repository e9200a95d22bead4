import Documents
import Foundation
import Testing

@testable import Recognition

@Suite struct SealRingsTests {
  private static let density = 8.0
  private static let middle = (x: 320, y: 300)

  /// A ring of `radius` pixels made of small squares.
  private func ring(_ radius: Double, thickness: Int = 5) -> [(x: Int, y: Int, w: Int, h: Int)] {
    (0..<1200).map { step in
      let angle = 2 * Double.pi * Double(step) / 1200
      return (
        x: Self.middle.x + Int((radius * cos(angle)).rounded()) - thickness / 2,
        y: Self.middle.y + Int((radius * sin(angle)).rounded()) - thickness / 2, w: thickness,
        h: thickness
      )
    }
  }

  private func ink(_ gray: borrowing Picture, around: PixelBox) throws -> Int {
    try TextLineFinder().layout(of: gray).ink.inkCount(in: around)
  }

  /// The ring goes, and print that crosses it stays.
  @Test func aRingIsTakenOffPrint() throws {
    let radius = 17 * Self.density
    let bar = (x: 400, y: 296, w: 200, h: 14)
    let gray = try Picture(
      grayOf: picture(width: 700, height: 640, black: ring(radius) + [bar]))
    let top = PixelBox(x: 280, y: Self.middle.y - Int(radius) - 12, width: 80, height: 24)
    let crossing = PixelBox(x: 420, y: 296, width: 160, height: 14)
    let before = try ink(gray, around: crossing)
    #expect(try ink(gray, around: top) > 200)
    #expect(try SealRings.erase(from: gray, density: Self.density))
    #expect(try ink(gray, around: top) < 20)
    #expect(try 10 * ink(gray, around: crossing) > 9 * before)
  }

  /// Rows of print, and circles too small for a seal, are left alone.
  @Test func nothingElseIsASeal() throws {
    let rows = (0..<12).flatMap { row in
      (0..<30).map { (x: 40 + 20 * $0, y: 40 + 48 * row, w: 11, h: 22) }
    }
    let gray = try Picture(
      grayOf: picture(width: 700, height: 640, black: rows + ring(6 * Self.density)))
    #expect(try !SealRings.erase(from: gray, density: Self.density))
  }
}
