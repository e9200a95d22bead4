import Testing

@testable import Letters

@Suite struct OfficeInitialsTests {
  private let lexicon: LetterLexicon

  init() throws { lexicon = try SampleLetter.lexicon() }

  private func initials(_ office: String) -> OfficeInitials {
    OfficeInitials(
      of: office.split(separator: " ").map(String.init), terms: lexicon.terms)
  }

  @Test(arguments: [
    ("SỞ Y TẾ", "SYT"), ("BẢO HIỂM XÃ HỘI TỈNH LÂM ĐỒNG", "BHXH"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SGDĐT"), ("ỦY BAN NHÂN DÂN TỈNH AN GIANG", "UBND"),
    ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "SLĐTBXH"),
  ])
  func anOfficeIsKnownByItsInitials(office: String, symbol: String) {
    #expect(initials(office).known.contains(symbol))
  }

  /// What ends within the initials was cut off, or hidden.
  @Test(arguments: [
    ("SỞ Y TẾ", "6953/SY", true), ("SỞ Y TẾ", "6953/SYT", false),
    ("SỞ Y TẾ", "6953/SYT-TCCB", false), ("SỞ Y TẾ", "15/QĐ-S", true),
    ("ỦY BAN NHÂN DÂN TỈNH AN GIANG", "15/UBND-TH", false),
    ("BẢO HIỂM XÃ HỘI TỈNH LÂM ĐỒNG", "15/BHX", true),
    ("CÔNG TY ĐIỆN LỰC", "15/CT", false), ("SỞ Y TẾ", "15", false),
  ])
  func aSymbolMayBreakOff(office: String, number: String, isBrokenOff: Bool) {
    #expect(initials(office).isBrokenOff(number, others: ["QĐ"]) == isBrokenOff)
  }

  @Test(arguments: [
    ("SỞ NỘI VỤ", "15/SNY-TH", "15/SNV-TH"), ("SỞ Y TẾ", "15/5YT-NV", "15/SYT-NV"),
    ("SỞ NỘI VỤ", "15/SNV-TH", nil), ("SỞ NỘI VỤ", "15/QĐ-UBND", nil),
  ])
  func aSymbolIsPutRight(office: String, number: String, meant: String?) {
    #expect(initials(office).repaired(number, others: ["QĐ", "TH", "NV"]) == meant)
  }
}
