import Testing

@testable import Extraction

@Suite struct PrintAlignmentTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var print: String
    var code: String
    var merged: String
    var testDescription: String { print }
  }

  /// Invented addresses.
  ///
  /// The print keeps its words, case and punctuation, since values are as printed;
  /// only what the engine misread takes the code's letters.
  @Test(arguments: [
    // A capital that the engine lost: names never begin small.
    Example(
      print: "Ấp 2, ia Glai, Chư Sê, Gia Lai", code: "Ấp 2, Ia Glai, Chư Sê, Gia Lai",
      merged: "Ấp 2, Ia Glai, Chư Sê, Gia Lai"),
    // Words that are no names may begin small in print.
    Example(
      print: "thôn Hạ, xã Hòa Bình", code: "Thôn Hạ, Xã Hòa Bình", merged: "thôn Hạ, xã Hòa Bình"),
    // A speck that the engine read as a sign.
    Example(
      print: "Tổ 3, @ Tân Hòa, Hà Nam", code: "Tổ 3, Tân Hòa, Hà Nam",
      merged: "Tổ 3, Tân Hòa, Hà Nam"),
    // Misread letters.
    Example(
      print: "Thôn Ha, Hòa Bỉnh", code: "Thôn Hạ, Hòa Bình", merged: "Thôn Hạ, Hòa Bình"),
  ])
  func keepsThePrintButForMisreadLetters(_ example: Example) {
    let alignment = PrintAlignment(
      print: example.print, code: example.code, smallWords: ["thôn", "ấp", "tổ"])
    #expect(Array(alignment.merged.utf8) == Array(example.merged.utf8))
  }

  /// What was lost of the print or taken in from beside it does not contradict; another place does.
  @Test(arguments: [
    ("Ấp Đoài, Phạce of ni nrr", true),
    ("Ấp Đoài, Huống Thượng, Thái Nguyên Ba Láng, Cái Răng, Cần Thơ", true),
    ("Ấp Đoài, Ba Láng, Cần Thơ", false), ("Phạce of ni nrr", false),
  ])
  func tellsARemnantFromAnotherPlace(print: String, isRemnant: Bool) {
    let alignment = PrintAlignment(
      print: print, code: "Ấp Đoài, Huống Thượng, Thái Nguyên", smallWords: ["ấp"])
    #expect(alignment.isRemnant == isRemnant)
  }
}
