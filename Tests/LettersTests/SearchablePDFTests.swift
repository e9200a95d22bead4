import Documents
import Testing

@testable import Letters

@Suite struct SearchablePDFTests {
  /// The header of a gray JPEG of 200 × 100 pixels.
  private let jpeg: [UInt8] = [
    0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 100, 0, 200, 1, 1, 0x11, 0,
  ]

  @Test func everyObjectIsWhereTheTableSays() throws {
    var pdf = SearchablePDF()
    let word = TextWord(
      text: "Nguyễn", box: PixelBox(x: 10, y: 20, width: 60, height: 20), confidence: 1)
    let isAdded = pdf.add(SearchablePDF.Picture(jpeg: jpeg, dpi: 72), lines: [[word]])
    #expect(isAdded)
    let bytes = pdf.finished()
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    let table = text.components(separator: "\nxref\n")[1]
    let offsets = table.split(separator: "\n").dropFirst(2).prefix { $0.hasSuffix(" n ") }
      .compactMap { Int($0.prefix(10)) }
    #expect(!offsets.isEmpty)
    for (index, offset) in offsets.enumerated() {
      #expect(bytes[offset...].starts(with: "\(index + 1) 0 obj".utf8))
    }
    #expect(text.contains("/MediaBox [0 0 200 100]"))
    #expect(text.contains("<0003> <1EC5>") || text.contains("<05> <1EC5>"))
  }

  @Test func refusesWhatIsNoPicture() {
    var pdf = SearchablePDF()
    let added = [[1, 2, 3], []].map { pdf.add(.init(jpeg: $0, dpi: 300), lines: []) }
    #expect(added == [false, false])
  }

  /// More letters than a font holds are spread over several.
  @Test func spreadsManyLetters() {
    var alphabet = InvisibleAlphabet()
    let letters = String((0x4E00..<0x4F00).compactMap(Unicode.Scalar.init).map(Character.init))
    let runs = alphabet.runs(of: letters)
    #expect(runs.map(\.font) == ["F0", "F1"])
    #expect(alphabet.objects(from: 3).references.count == 2)
  }

  @Test(arguments: [(0.0, "0"), (1.5, "1.50"), (-0.204, "-0.20"), (12, "12")])
  func writesNumbers(value: Double, text: String) {
    #expect(SearchablePDF.number(value) == text)
  }
}

extension String {
  fileprivate func components(separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}

@Suite struct PDFLineTests {
  /// Words of one line are of one size, and a dash does not leave it.
  @Test func lineHasOneSize() {
    var line = SampleLetter.line("Độc lập - Tự do", x: 0, y: 100).words
    line[2].box = PixelBox(x: line[2].box.x, y: 118, width: 20, height: 4)
    let words = PDFLine(line).words
    #expect(Set(words.map(\.box.height)) == [40])
    #expect(Set(words.map(\.box.y)) == [100])
  }

  @Test func signsAloneStay() {
    let line = SampleLetter.line("- -", x: 0, y: 0).words
    #expect(PDFLine(line).words == line)
  }
}
