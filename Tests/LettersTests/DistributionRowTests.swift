import Documents
import Testing

@testable import Letters

/// Rows of the list under "Nơi nhận" that readings disturb.
@Suite struct DistributionRowTests {
  private let reader: LetterReader

  init() throws { reader = LetterReader(lexicon: try SampleLetter.lexicon()) }

  private func list(_ lines: [TextLine]) -> [String] {
    let page = SampleLetter.page(
      [
        SampleLetter.line("SỞ NỘI VỤ", x: 420, y: 200),
        SampleLetter.line("Số: 12/SNV-TH", x: 400, y: 380),
        SampleLetter.line("Vĩnh Long, ngày 14 tháng 3 năm 2019", x: 1300, y: 380),
        SampleLetter.line("Nơi nhận:", x: 350, y: 1500),
      ] + lines + [SampleLetter.title, SampleLetter.signer])
    return reader.letter(on: [page], untouched: [page]).list(.distribution)
  }

  /// A high word of the signature on the row of an item does not hide the item below it.
  @Test func aHighWordFarRightHidesNoItem() {
    var upper = SampleLetter.line("- Cổng thông tin điện tử;", x: 350, y: 1560)
    upper.words.append(SampleLetter.line("TRƯỜNG", x: 1080, y: 1560, height: 80).words[0])
    upper.box = PixelBox.union(of: upper.words.map(\.box)) ?? upper.box
    var below = SampleLetter.line("UBND tỉnh (b/c);", x: 360, y: 1610)
    for index in below.words.indices { below.words[index].confidence = 0.63 }
    let filing = SampleLetter.line("- Lưu: VT, TH.", x: 350, y: 1660)
    #expect(
      list([upper, below, filing]) == ["Cổng thông tin điện tử", "UBND tỉnh (b/c)", "Lưu: VT, TH"])
  }

  /// The last line in two parts, of which one reading has each, is one item.
  @Test func aLastLineInTwoPartsIsOneItem() {
    var end = SampleLetter.line("- TH.", x: 350, y: 1626, height: 30)
    end.words[1].box.x = 620
    end.box = PixelBox.union(of: end.words.map(\.box)) ?? end.box
    let filing = SampleLetter.line("Lưu: VT,", x: 380, y: 1610, height: 55)
    #expect(
      list([SampleLetter.line("- Như trên;", x: 350, y: 1560), filing, end]) == [
        "Như trên", "Lưu: VT, TH",
      ])
  }
}
