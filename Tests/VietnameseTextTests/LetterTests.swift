import Testing
import VietnameseText

@Suite struct LetterTests {
  /// The 134 accented letters are those of TCVN 5712; with their plain forms they go there and back.
  @Test func takesLettersApartAndTogether() throws {
    let rows = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    let letters = (rows + rows.uppercased()).unicodeScalars
    #expect(letters.count == 134)
    for scalar in letters {
      #expect(try #require(Letter(scalar)).scalar == scalar)
    }
  }

  @Test(arguments: [
    ("Đặng Thuỳ Trâm", "Dang Thuy Tram"), ("H'Hen Niê, Ŏ Č", "H'Hen Nie, O C"),
    ("THƯỜNG TRÚ Ở ĐẮK LẮK", "THUONG TRU O DAK LAK"), ("plain", "plain"), ("", ""),
  ])
  func stripsMarks(text: String, stripped: String) {
    #expect(Array(text.strippingMarks().utf8) == Array(stripped.utf8))
  }

  /// Upper and lower case keep the tone marks.
  @Test func changesCase() {
    #expect(Array("nguyễn đức ưỡn".uppercased().utf8) == Array("NGUYỄN ĐỨC ƯỠN".utf8))
    #expect(Array("NGUYỄN ĐỨC ƯỠN".lowercased().utf8) == Array("nguyễn đức ưỡn".utf8))
  }

  /// Both placements occur in public lists: Hoà and Hòa; qu and closed syllables have one only.
  @Test(arguments: [
    ("hòa", "hoà"), ("HÒA", "HOÀ"), ("thúy", "thuý"), ("xòe", "xoè"), ("Hoàn", "Hoàn"),
    ("khuỷu", "khuỷu"), ("quý", "quý"), ("Thủy, Hòa Bình", "Thuỷ, Hoà Bình"), ("mía", "mía"),
  ])
  func foldsTonePlacement(text: String, folded: String) {
    #expect(Array(text.foldingTonePlacement().utf8) == Array(folded.utf8))
  }

  /// Eth and African D stand for Đ in public name lists; Cyrillic letters look Latin.
  @Test(arguments: [
    ("Ðông Ɖa", "Đông Đa"), ("ðường", "đường"), ("ＡＢ１", "AB1"), ("Ноа", "Hoa"), ("a\u{A0}b", "a b"),
    ("H’Mông", "H'Mông"), ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"), ("ı", "i"),
    ("x\u{200B}y", "xy"),
  ])
  func foldsConfusables(text: String, folded: String) {
    #expect(Array(text.foldingConfusables().utf8) == Array(folded.utf8))
  }

  @Test func foldsOnlyTheClassesAskedFor() {
    #expect("Ð–A".foldingConfusables([.letters]) == "Đ–A")
  }

  @Test func foldsWhiteSpace() {
    #expect("  a \n\t b\u{A0} ".foldingWhiteSpace() == "a b")
  }

  @Test func knowsTheAlphabetOfNames() {
    #expect(NameAlphabet.strangers(in: "H'HEN NIÊ Y-ĐƯC WILLIAM").isEmpty)
    #expect(NameAlphabet.strangers(in: "NGUY3N ₫ỨC|") == ["3", "₫", "|"])
  }
}
