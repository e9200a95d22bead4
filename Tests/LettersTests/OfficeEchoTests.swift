import Documents
import Testing

@testable import Letters

/// How the rest of a letter vouches for the marks of its head.
@Suite struct OfficeEchoTests {
  private func echo(_ lines: [String]) -> OfficeEcho {
    OfficeEcho([
      SampleLetter.page(
        lines.enumerated().map { SampleLetter.line($1, x: 300, y: 900 + 60 * $0) })
    ])
  }

  private func settled(_ office: String, by lines: String...) -> String {
    echo(lines).settled(office.split(separator: " ").map(String.init)).joined(separator: " ")
  }

  /// Marks and apostrophes that capitals lost come back, over the end of a line as well.
  @Test func capitalsGetTheirMarksBack() {
    #expect(settled("TỈNH ĐĂK NÔNG", by: "Đắk Nông, ngày 13 tháng 02") == "TỈNH ĐẮK NÔNG")
    #expect(
      settled("UBND HUYỆN ĐĂK RLẤP", by: "UBND huyện Đắk R'Lấp hướng dẫn")
        == "UBND HUYỆN ĐẮK R'LẤP")
    #expect(
      settled("XÃ HỘI THANH PHO TUY HÓA", by: "Bảo hiểm xã hội thành", "phố Tuy Hòa có ý kiến")
        == "XÃ HỘI THANH PHO TUY HÒA")
    #expect(
      settled("BẢO HIỂM XÃ HỘI THANH PHO TUY HÓA", by: "Bảo hiểm xã hội thành", "phố Tuy Hòa")
        == "BẢO HIỂM XÃ HỘI THÀNH PHỐ TUY HÒA")
  }

  /// Marks are not taken away, nor is one way to place a tone put for the other, nor a word for another.
  @Test func whatIsPrintedStays() {
    #expect(settled("TỈNH ĐẮK NÔNG", by: "tỉnh Đăk Nông") == "TỈNH ĐẮK NÔNG")
    #expect(settled("THỊ XÃ TUY HOÀ", by: "ở Tuy Hòa") == "THỊ XÃ TUY HOÀ")
    #expect(settled("TỈNH ĐĂK NÔNG", by: "Đắk Nông và", "Đăk Nông") == "TỈNH ĐĂK NÔNG")
    #expect(settled("TỈNH HA NAM", by: "hạ năm sau") == "TỈNH HA NAM")
  }

  /// What was hardly legible vouches for nothing.
  @Test func doubtfulWordsAreNoEcho() {
    var line = SampleLetter.line("Đắk Nông, ngày 13 tháng 02", x: 1250, y: 380)
    line.words[0].confidence = 0.8
    let echo = OfficeEcho([SampleLetter.page([line])])
    #expect(echo.settled(["TỈNH", "ĐĂK", "NÔNG"]) == ["TỈNH", "ĐĂK", "NÔNG"])
  }

  /// A word that was not legible is what stands there elsewhere.
  @Test func illegibleWordsAreRestored() {
    let echo = echo(["UBND huyện Khoái Châu đề nghị"])
    let read = ["UBND", "HUYỆN", "KHOÁI", "HẦU"]
    #expect(echo.settled(read, illegible: [3]) == ["UBND", "HUYỆN", "KHOÁI", "CHÂU"])
    #expect(echo.settled(read) == read)
  }

  /// A speck between the words of an office is no word.
  @Test func specksAreNoWords() throws {
    let page = SampleLetter.page([
      SampleLetter.line("BẢO HIỂM XÃ HỘI . TỈNH CAO BẰNG", x: 300, y: 200, height: 30),
      SampleLetter.line("Số: 72/BHXH-TH", x: 400, y: 380),
    ])
    let reader = LetterReader(lexicon: try SampleLetter.lexicon())
    let letter = reader.letter(on: [page], untouched: [page])
    #expect(letter.text(.issuer) == "BẢO HIỂM XÃ HỘI TỈNH CAO BẰNG")
  }
}
