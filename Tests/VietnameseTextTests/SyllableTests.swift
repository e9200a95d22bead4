import Testing
import VietnameseText

@Suite struct SyllableTests {
  /// Words of the legal texts that the forms quote, and of names.
  @Test(arguments: [
    "Nguyễn", "khuỷu", "quyền", "giếng", "gì", "già", "nghiêng", "ngoằn", "Huỳnh", "yêu", "ý", "ở",
    "Đặng", "xoong", "quốc", "quý", "khuya", "phường", "thường", "trú", "TUYÊN", "Huế", "Thuỵ",
    "giặt", "Giang", "kỷ", "quần", "Uyên", "oanh", "của", "mưa", "gìn", "giếng", "giết", "gioăng",
    "Vy", "Thy", "buýt", "phuy", "voan", "boong", "moóc", "tuýp", "ngoém", "ngoạp", "nguều",
    "đuểnh",
    "yểm", "ỉa", "quýt", "Quỳnh", "quới", "quặc", "séc", "pin", "Pắc", "hừm", "khoeo", "rượu",
    "noãn",
  ])
  func acceptsSyllables(word: String) {
    #expect(Syllable(word) != nil)
  }

  /// Closed syllables bear sắc or nặng only; c, k, g, gh, ng, ngh share out the vowels; a glide
  /// does not follow c, lips or gi; y stands for i only where nothing or a q goes before.
  @Test(arguments: [
    "", "Nguyêx", "cất1", "các\u{300}", "tàt", "cich", "kan", "ghà", "ngê", "tỉnnh", "hội0", "zip",
    "strong", "bcd", "áá", "qong", "cuyên", "coan", "muyên", "boanh", "puê", "nuân", "ruynh",
    "giiên",
    "giuyên", "tryền", "khynh", "byêu", "iên", "ghy", "ngya", "quia", "quyêu", "thiênn", "ŏ", "gen",
    "nghiêngg", "tahì",
  ])
  func refusesOthers(word: String) {
    #expect(Syllable(word) == nil)
  }

  /// A syllable is the same in capitals, and its parts make up its letters without the tone.
  @Test(arguments: ["khuỷu", "giếng", "già", "Quyết", "nghiệp", "ngoẹo", "ưỡn", "yếm", "đuểnh"])
  func isTheSameInEveryCase(word: String) throws {
    let syllable = try #require(Syllable(word))
    #expect(Syllable(word.uppercased()) == syllable)
    let letters = word.unicodeScalars.compactMap { Letter($0)?.with(tone: .level).scalar }
    #expect(syllable.onset + syllable.rime == letters.map(String.init).joined().lowercased())
  }

  @Test func takesApart() throws {
    let syllable = try #require(Syllable("NGHIỆP"))
    #expect(syllable.onset == "ngh")
    #expect(syllable.rime == "iêp")
    #expect(syllable.tone == .nang)
    #expect(Syllable("hòa") == Syllable("hoà"))
  }

  /// The second text is what a PDF with a broken character map gives for Vietnamese.
  @Test func tellsTextFromGarbage() throws {
    #expect(try #require("Bảo hiểm xã hội tỉnh Khánh Hòa".shareOfSyllables) == 1)
    #expect(try #require("$%&' B*+ hd@m xY hzi twnh".shareOfSyllables) < 0.3)
    #expect("12 34".shareOfSyllables == nil)
  }
}
