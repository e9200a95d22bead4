import Documents
import Testing
import TestSupport

@testable import Recognition

/// Codes are looked for where light and dark alternate in every direction.
@Suite struct CodeAreasTests {
  private static let (width, height) = (1280, 807)

  private func areas(_ bytes: [UInt8]) -> [PixelBox] {
    bytes.withUnsafeBufferPointer {
      CodeAreas($0, width: Self.width, height: Self.height, dpi: 380).boxes
    }
  }

  @Test(arguments: [3, 5, 6]) func findsAFieldOfModules(module: Int) {
    var random = SplitMix64(seed: UInt64(module))
    var bytes = [UInt8](repeating: 235, count: Self.width * Self.height)
    let side = 53 * module
    var modules = [Bool](repeating: false, count: 53 * 53)
    for index in modules.indices { modules[index] = Bool.random(using: &random) }
    for y in 0..<side {
      for x in 0..<side where modules[y / module * 53 + x / module] {
        bytes[(y + 100) * Self.width + x + 700] = 40
      }
    }
    let code = PixelBox(x: 700, y: 100, width: side, height: side)
    #expect(areas(bytes).contains { $0.intersection(code).area * 10 > code.area * 9 })
  }

  @Test func findsNoneInLinesOfPrint() {
    var random = SplitMix64(seed: 9)
    var bytes = [UInt8](repeating: 235, count: Self.width * Self.height)
    // Lines 3 mm high at a pitch of 4.5 mm.
    for line in 0..<10 {
      for y in 0..<30 {
        var x = 100
        while x < 1200 {
          let stroke = Int.random(in: 2...6, using: &random)
          for column in x..<(x + stroke) { bytes[(100 + line * 67 + y) * Self.width + column] = 30 }
          x += stroke + Int.random(in: 3...9, using: &random)
        }
      }
    }
    #expect(areas(bytes).isEmpty)
    #expect(areas([UInt8](repeating: 235, count: Self.width * Self.height)).isEmpty)
  }
}
