import Documents
import Testing

@testable import Recognition

@Suite struct DottedLeadersTests {
  /// Letters of 8 pt at 130 dpi: stems of 12 pixels, those without stems 7 pixels high.
  private static let print: [PixelBox] = (0..<60).map { index in
    let isTall = index % 3 == 0
    return PixelBox(x: 10 + 11 * index, y: isTall ? 40 : 45, width: 7, height: isTall ? 12 : 7)
  }

  @Test func lettersOfSmallPrintAreNoDots() {
    let found = DottedLeaders(among: Self.print) { _ in 0.6 }
    #expect(found.dots.isEmpty)
    #expect(found.rest.count == Self.print.count)
  }

  @Test func dotsBesideSmallPrintAreALeader() {
    let dots = (0..<30).map { PixelBox(x: 700 + 8 * $0, y: 49, width: 3, height: 3) }
    let found = DottedLeaders(among: Self.print + dots) { _ in 0.6 }
    #expect(Set(found.dots) == Set(dots))
  }

  /// Dots of 12 pt at 600 dpi, searched at half scale.
  @Test func largeDotsBesideLargePrintAreALeader() {
    let letters = (0..<40).map { PixelBox(x: 10 + 26 * $0, y: 40, width: 18, height: 22) }
    let dots = (0..<30).map { PixelBox(x: 1100 + 16 * $0, y: 55, width: 7, height: 7) }
    let found = DottedLeaders(among: letters + dots) { _ in 0.6 }
    #expect(Set(found.dots) == Set(dots))
  }
}
