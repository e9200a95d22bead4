import Foundation
import Testing

@testable import VietnameseText

@Suite struct SecondReadingTests {
  @Test func laysWordsBesideEachOther() {
    let text = "Bảo hiểm xã hội tỉnh, số 12 Khánh Hòa"
    let other = "Bao hiém xa héi tinh, s6 12 xx Khanh Hoa"
    let second = SecondReading(Array(other.utf8), beside: Array(text.utf8))
    func word(beside word: String) throws -> String? {
      let place = try #require(text.range(of: word)).lowerBound
      return second.word(at: place.utf16Offset(in: text) + Self.extraBytes(text, before: place))
        .map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(try word(beside: "hiểm") == "hiém")
    #expect(try word(beside: "tỉnh") == "tinh")
    #expect(try word(beside: "số") == "s6")
    #expect(try word(beside: "Khánh") == "Khanh")
    #expect(try word(beside: "Hòa") == "Hoa")
  }

  private static func extraBytes(_ text: String, before place: String.Index) -> Int {
    text[..<place].utf8.count - text[..<place].utf16.count
  }

  // A blot took a tone in one reading and a letter in the other.
  @Test func twoReadingsTellMoreThanOne() throws {
    let directory = URL(filePath: #filePath).appending(path: "../../../../dictionaries/language")
    var repairer = TextRepairer(models: try RepairModels(directory: directory.path))
    let repaired = repairer.repair(
      Array("Người lao động nộp hồ sơ tại cơ quan bảo hiểm xã hội huyện Đống Hỷ".utf8),
      beside: Array("Nguoi lao dong nép hé so tai co quan bao hiém xa hdi huyén Dong Hy".utf8))
    #expect(
      String(decoding: repaired.text, as: UTF8.self)
        == "Người lao động nộp hồ sơ tại cơ quan bảo hiểm xã hội huyện Đồng Hỷ")
  }

  @Test func anEmptySecondReadingChangesNothing() throws {
    let directory = URL(filePath: #filePath).appending(path: "../../../../dictionaries/language")
    let models = try RepairModels(directory: directory.path)
    let text = Array("Căn cứ Luật Bảo hiểm xã hội ngày 29 tháng 6 năm 2024".utf8)
    var (alone, beside) = (TextRepairer(models: models), TextRepairer(models: models))
    #expect(beside.repair(text, beside: []).text == alone.repair(text, profile: .ocr).text)
  }
}
