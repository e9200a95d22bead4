import TestSupport
import Testing
import VietnameseText

@Suite struct CompatibilityCleaningTests {
  /// What copying from PDF, Word and web pages leaves in a text.
  @Test(arguments: [
    ("o\u{FB03}ce \u{FB01}le", "office file"), ("ＢＨＸＨ１２", "BHXH12"),
    ("12\u{A0}000\u{202F}đ", "12 000 đ"),
    ("bảo\u{AD}hiểm", "bảohiểm"), ("xã\u{200B} hội\u{FEFF}", "xã hội"), ("a\u{2028}b", "a\nb"),
    ("ði\u{323}a chỉ", "địa chỉ"), ("ðường Ðông", "đường Đông"), ("Ɖà Nẵng", "Đà Nẵng"),
    ("12/QÐ-UBND, NÐ-CP", "12/QĐ-UBND, NĐ-CP"), ("\u{131}\u{301}", "í"), ("Нoa mai", "Hoa mai"),
    ("Nguye\u{302}\u{303}n", "Nguyễn"), ("e\u{200D}m", "em"),
  ])
  func cleans(text: String, expected: String) {
    #expect(Array(text.cleaningCompatibility().utf8) == Array(expected.utf8))
  }

  /// Icelandic, Turkish, Russian, emoji, signs with a meaning, and layout.
  @Test(arguments: [
    "Guðmundsson", "Sigurður", "Ɖekpor", "ısı", "Москва", "👨\u{200D}👩\u{200D}👧",
    "5 m², ½ – “Điều 1”…", "a\tb\r\nc",
    "Đường số 7", "plain", "",
  ])
  func keeps(text: String) {
    #expect(Array(text.cleaningCompatibility().utf8) == Array(text.utf8))
  }

  @Test(arguments: UInt64(0)..<200)
  func isIdempotent(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let once = Noise.text(using: &random).cleaningCompatibility()
    #expect(once.isNormalized())
    #expect(Array(once.cleaningCompatibility().utf8) == Array(once.utf8))
  }
}
