import PDFWriting
import Testing

/// ISO 32000-1, 7.5: header, body, cross-reference table and trailer.
@Suite struct PDFContainerTests {
  private let objects = [
    Array("<< /Type /Catalog /Pages 2 0 R >>".utf8), PDFContainer.stream("/A 1", [0xFF, 0x0A]),
  ]

  @Test func everyEntryOfTheTableLeadsToItsObject() throws {
    for isMarked in [false, true] {
      let file = PDFContainer.file(of: objects, version: "1.4", isMarkedBinary: isMarked)
      let text = String(decoding: file, as: Unicode.ASCII.self)
      #expect(text.hasPrefix("%PDF-1.4\n"))
      #expect(text.hasSuffix("%%EOF\n"))
      let lines = text.split(separator: "\n")
      let start = try #require(lines.firstIndex(of: "startxref"))
      let table = try #require(Int(lines[start + 1]))
      let rows = String(decoding: file[table...], as: Unicode.ASCII.self).split(separator: "\n")
      #expect(rows[0] == "xref")
      #expect(rows[1] == "0 3")
      for number in 1...2 {
        // An entry is 20 bytes long, its offset the first ten.
        #expect(rows[2 + number].utf8.count == 19)
        let offset = try #require(Int(rows[2 + number].prefix(10)))
        #expect(file[offset...].starts(with: Array("\(number) 0 obj\n".utf8)))
      }
    }
  }

  @Test func aMarkedFileHasBytesAboveASCIIInItsSecondLine() {
    let file = PDFContainer.file(of: objects, version: "1.7", isMarkedBinary: true)
    let second = file.split(separator: 0x0A)[1]
    #expect(second.first == 0x25)
    #expect(second.dropFirst().count { $0 >= 128 } >= 4)
  }

  @Test func aStreamStatesItsLength() {
    #expect(
      PDFContainer.stream("/Filter /X", Array("abc".utf8))
        == Array("<< /Filter /X /Length 3 >>\nstream\nabc\nendstream".utf8))
  }
}
