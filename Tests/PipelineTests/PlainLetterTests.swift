import Documents
import Letters
import Pipeline
import TestSupport
import Testing
import VietnameseText

/// Letters that come as plain text, in Unicode, in old encodings, or broken.
@Suite(.serialized) struct PlainLetterTests {
  private let processor: LetterProcessor
  private let letters: LegacyLetters

  init() throws {
    processor = try DrawnLetters.processor()
    letters = try LegacyLetters(dictionaries: DrawnLetters.dictionaries)
  }

  private static let head = """
    BẢO HIỂM XÃ HỘI TỈNH QUẢNG NINH
    Số: 218/BHXH-CĐ
    Quảng Ninh, ngày 14 tháng 3 năm 2012
    Kính gửi: Các đơn vị sử dụng lao động trên địa bàn


    """

  /// A letter in Unicode whose paragraphs are as `shown`.
  private static func letter(
    _ shown: (String) -> String = { $0 }, paragraphs: [String] = SampleText.vietnamese
  ) -> String {
    ([head] + paragraphs).map(shown).joined(separator: "\n\n") + "\n"
  }

  private func outcome(_ bytes: [UInt8]) throws -> LetterOutcome {
    try processor.outcome(of: bytes, name: "letter.txt")
  }

  private func codes(_ outcome: LetterOutcome) -> [ReasonCode] {
    outcome.result.reasons.map(\.code)
  }

  @Test(arguments: [
    LegacyEncoding.tcvn3, .vni, .viscii, .vps, .viqr, .windows1258, .utf8SeenAsWestern,
  ])
  func oldEncodingsComeInAsUnicode(encoding: LegacyEncoding) throws {
    let outcome = try outcome(Array(Self.letter { letters.shown($0, in: encoding) }.utf8))
    let layer = try #require(outcome.text.sheets.first?.layer)
    #expect(layer.decision == "trusted")
    #expect(layer.reason == "converted")
    #expect(layer.encoding == encoding.rawValue)
    #expect(layer.encodings?.count == SampleText.vietnamese.count + 1)
    #expect(outcome.text.body == SampleText.vietnamese)
    #expect(outcome.result.documents.first?.fields[.issuedOn]?.value == .text("2012-03-14"))
    #expect(codes(outcome).isEmpty)
  }

  /// Files of the time hold bytes, which are no UTF-8.
  @Test(arguments: [LegacyEncoding.tcvn3, .vni, .viscii, .vps, .windows1258])
  func bytesOfOldEncodingsAreRead(encoding: LegacyEncoding) throws {
    let shown = Self.letter { letters.shown($0, in: encoding) }
    let bytes = try #require(LegacyBytes.bytes(of: shown))
    #expect(String(validating: bytes, as: UTF8.self) == nil)
    let outcome = try outcome(bytes)
    #expect(outcome.text.sheets.first?.layer?.encoding == encoding.rawValue)
    let number = outcome.result.documents.first?.fields[.letterNumber]
    #expect(number?.value == .text("218/BHXH-CĐ"))
    #expect(outcome.text.body.suffix(1) == SampleText.vietnamese.suffix(1))
  }

  @Test func eachParagraphHasItsOwnEncoding() throws {
    let paragraphs = SampleText.vietnamese
    let encodings: [LegacyEncoding?] = [.tcvn3, nil, .vni, .decomposed]
    let shown = zip(paragraphs, encodings).map { text, encoding in
      switch encoding {
      case nil: text
      case .decomposed?: text.normalized(to: .decomposed)
      case let encoding?: letters.shown(text, in: encoding)
      }
    }
    let outcome = try outcome(Array(Self.letter(paragraphs: shown).utf8))
    #expect(outcome.text.body == paragraphs)
    let found = outcome.text.sheets.first?.layer?.encodings ?? []
    #expect(found.map(\.encoding) == encodings.compactMap { $0?.rawValue })
    #expect(found.map(\.line) == [8, 12, 14])
  }

  @Test func unicodeStaysAsItIs() throws {
    let outcome = try outcome(Array(Self.letter().utf8))
    #expect(outcome.text.sheets.first?.layer?.reason == "fluent")
    #expect(outcome.text.repairs == 0)
    #expect(codes(outcome).isEmpty)
  }

  /// Text whose letters are lost is never taken for the letter: a person must look, or send a scan.
  @Test func brokenTextIsSaidToBeBroken() throws {
    let broken = """
      BẢO HIỂM XÃ HỘI TỈNH
      Kính ban nhân dân \\$ % Khánh \\$ 8 5 9 $ * khai : 5 % 6 7 ) $
      ( ) * + xã . (BHXH) $ % Khánh Hòa kính trình ban nhân
      (UBND) $ % Khánh Hòa 5 % 6 7 ) $ 8 5 9 $ * khai : * + xã . = > theo các . dung sau:
      $ Q $ ; 5 hành chính trên môi $ V W 6 9 $ X H Y @ Z 5 5 Q ! Chính E Q R S + . $ = 9 + R
      """
    let outcome = try outcome(Array(broken.utf8))
    #expect(outcome.text.sheets.first?.layer?.reason == "glyph-noise")
    #expect(outcome.text.sheets.first?.layer?.decision == "untrusted")
    #expect(codes(outcome) == [.textBroken])
    #expect(outcome.result.verdict == .review)
  }

  @Test func lostMarksAreRestoredAndDoubted() throws {
    let outcome = try outcome(Array(Self.letter { $0.strippingMarks() }.utf8))
    #expect(outcome.text.sheets.first?.layer?.reason == "marks-lost")
    #expect(codes(outcome) == [.textRestored])
    #expect(outcome.text.body.first?.hasPrefix("Người lao động nộp hồ sơ") == true)
  }

  @Test func otherWritingIsNamed() throws {
    let chinese = String(repeating: "第三条 本法自公布之日起施行，有关部门应当遵守。\n", count: 12)
    #expect(codes(try outcome(Array(chinese.utf8))) == [.textForeignScript])
    let arabic = String(
      repeating: "يجب على جميع الجهات المختصة تنفيذ هذا القرار من تاريخ نشره.\n", count: 12)
    #expect(codes(try outcome(Array(arabic.utf8))) == [.textForeignScript])
    let english = String(
      repeating: "Each member receives a copy of the minutes within ten days of the meeting.\n",
      count: 6)
    #expect(codes(try outcome(Array(english.utf8))) == [.textNotVietnamese])
  }

  @Test func bytesOfNoKnownEncodingAreRefused() throws {
    let bytes: [UInt8] = Array("na\u{EF}ve".unicodeScalars.map { UInt8($0.value) })
    let outcome = try outcome(bytes)
    #expect(codes(outcome) == [.textEncodingUnknown])
    #expect(outcome.result.verdict == .rejected)
  }
}
