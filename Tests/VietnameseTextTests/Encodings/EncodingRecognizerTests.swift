import Foundation
import TestSupport
import Testing
import VietnameseText

@Suite struct EncodingRecognizerTests {
  private static let dictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../dictionaries").standardizedFileURL.path

  private let letters: LegacyLetters
  private let recognizer: EncodingRecognizer

  init() throws {
    letters = try LegacyLetters(dictionaries: Self.dictionaries)
    let models = try RepairModels(directory: Self.dictionaries + "/language")
    recognizer = EncodingRecognizer(letters: letters, model: models.language)
  }

  private func converted(_ text: String) -> String {
    String(decoding: recognizer.converted(Array(text.utf8)).text, as: UTF8.self)
  }

  private static let sentence =
    "Bảo hiểm xã hội Việt Nam hướng dẫn người lao động nộp hồ sơ tại nơi cư trú trước ngày 15."

  @Test(arguments: [
    LegacyEncoding.tcvn3, .vni, .viscii, .vps, .viqr, .windows1258, .utf8SeenAsWestern,
  ])
  func aSentenceComesBack(from encoding: LegacyEncoding) {
    let shown = letters.shown(Self.sentence, in: encoding)
    let result = recognizer.converted(Array(shown.utf8))
    #expect(String(decoding: result.text, as: UTF8.self) == Self.sentence)
    #expect(result.paragraphs.map(\.encoding) == [encoding])
    #expect((0.99...1).contains(result.paragraphs.first?.confidence ?? 0))
  }

  @Test func decomposedTextIsComposed() {
    let result = recognizer.converted(Array(Self.sentence.normalized(to: .decomposed).utf8))
    #expect(result.text == Array(Self.sentence.utf8))
    #expect(result.paragraphs.map(\.encoding) == [.decomposed])
  }

  @Test func capitalsOfFontsWithoutCapitalsComeBack() {
    let shown = "CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM"
    #expect(converted(shown) == "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
  }

  @Test func wronglyLowerCasedTCVN3IsReadByItsWords() {
    let text = "người tham gia bảo hiểm xã hội tự nguyện được hưởng chế độ hưu trí và tử tuất"
    let shown = letters.shown(text, in: .tcvn3).lowercased()
    #expect(shown != letters.shown(text, in: .tcvn3))
    let result = recognizer.converted(Array(shown.utf8))
    #expect(String(decoding: result.text, as: UTF8.self) == text)
    #expect(result.paragraphs.map(\.encoding) == [.tcvn3Recased])
  }

  @Test func eachParagraphHasItsEncoding() {
    let encodings: [LegacyEncoding] = [.tcvn3, .vni, .viscii, .windows1258]
    let shown = encodings.map { letters.shown(Self.sentence, in: $0) } + [Self.sentence]
    let result = recognizer.converted(Array(shown.joined(separator: "\n\n").utf8))
    #expect(result.paragraphs.map(\.encoding) == encodings)
    #expect(result.paragraphs.map(\.line) == [1, 3, 5, 7])
    let wanted = [String](repeating: Self.sentence, count: 5).joined(separator: "\n\n")
    #expect(String(decoding: result.text, as: UTF8.self) == wanted)
  }

  @Test func aParagraphMayChangeWithin() {
    let text = Self.sentence + " " + letters.shown(Self.sentence, in: .vni)
    let result = recognizer.converted(Array(text.utf8))
    #expect(String(decoding: result.text, as: UTF8.self) == Self.sentence + " " + Self.sentence)
    #expect(result.paragraphs.first?.isMixed == true)
  }

  @Test func shortLinesAreReadAsTheRest() {
    let text = Self.sentence + "\n\nĐiều 3"
    #expect(converted(letters.shown(text, in: .tcvn3)) == text)
    #expect(converted("§iÒu 3") == "§iÒu 3")
  }

  @Test func quotesStayQuotes() {
    let text = "Từ “Bảo hiểm” được hiểu là chế độ – theo quy định của pháp luật…"
    #expect(converted(letters.shown(text, in: .tcvn3)) == text)
  }

  @Test(arguments: [
    "Le dossier a été déposé à la préfecture où l’élève était né ; les pièces manquent déjà.",
    "Für die Übernahme der Kosten gelten die früheren Bedingungen; größere Beträge müssen geprüft werden.",
    "A declaração será enviada à administração até amanhã, não há exceções nem prorrogações.",
    "La señora Núñez vivió muchos años en España y enseñó allí a los niños más pequeños.",
    "Příliš žluťoučký kůň úpěl ďábelské ódy, zatímco děti spaly v teplé místnosti.",
    "Bu sözleşme, tarafların karşılıklı anlaşmasıyla yürürlüğe girer ve değiştirilebilir.",
    "Þetta er ekki íslenska eins og hún gerist best, en það dugar fyrir þessa prófun hér.",
    "The fee is 5 % (see art. 3?), e.g. a.m. or p.m.; don't use `code` or a^2 + b^2 = c^2 here.",
    "Người lao động được hưởng chế độ theo quy định tại Điều 12 của Luật này.",
  ])
  func unicodeStays(_ text: String) {
    #expect(recognizer.converted(Array(text.utf8)).paragraphs.isEmpty)
    #expect(converted(text) == text)
  }

  @Test func bytesOfAFileAreRead() throws {
    // What is shown as Western letters is one byte each in the file.
    let bytes = try letters.shown(Self.sentence, in: .tcvn3).unicodeScalars.map { scalar in
      try #require(UInt8(exactly: scalar.value))
    }
    #expect(recognizer.text(of: bytes)?.text == Array(Self.sentence.utf8))
    #expect(recognizer.text(of: Array(Self.sentence.utf8))?.text == Array(Self.sentence.utf8))
    // Bytes that are in no encoding of Vietnamese are nobody's text.
    #expect(recognizer.text(of: [0x53, 0xFE, 0xFF, 0x20, 0x81, 0xFE]) == nil)
  }

  @Test(arguments: UInt64(0)..<60)
  func anyTextIsSurvived(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...200, using: &random) {
      let value = UInt32.random(in: 0...0x1FF, using: &random)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    let text = Array(String(scalars).utf8)
    let result = recognizer.converted(text)
    #expect(String(validating: result.text, as: UTF8.self) != nil)
    #expect(result.text.count { $0 == 0x0A } == text.count { $0 == 0x0A })
  }
}
