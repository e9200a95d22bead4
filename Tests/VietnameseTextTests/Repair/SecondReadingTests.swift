import Foundation
import Testing

@testable import VietnameseText

@Suite struct SecondReadingTests {
  @Test func laysWordsBesideEachOther() throws {
    let text = "Bảo hiểm xã hội tỉnh, số 12 Khánh Hòa"
    let other = "Bao hiém xa héi tinh, s6 12 xx Khanh Hoa"
    let second = SecondReading(Array(other.utf8), beside: Array(text.utf8))
    func word(beside word: String) throws -> String? {
      let place = try #require(text.range(of: word)).lowerBound
      return second.word(at: place.utf16Offset(in: text) + Self.extraBytes(text, before: place))
        .map { String(decoding: $0, as: UTF8.self) }
    }
    let pairs = [
      ("hiểm", "hiém"), ("tỉnh", "tinh"), ("số", "s6"), ("Khánh", "Khanh"), ("Hòa", "Hoa"),
    ]
    for (ours, theirs) in pairs {
      let found = try word(beside: ours)
      #expect(found == theirs)
    }
  }

  private static func extraBytes(_ text: String, before place: String.Index) -> Int {
    text[..<place].utf8.count - text[..<place].utf16.count
  }

  // A blot took a tone in one reading and a letter in the other.
  @Test func twoReadingsTellMoreThanOne() throws {
    let directory = URL(filePath: #filePath).appending(path: "../../../../dictionaries/language")
      .standardizedFileURL
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
      .standardizedFileURL
    let models = try RepairModels(directory: directory.path)
    let text = Array("Căn cứ Luật Bảo hiểm xã hội ngày 29 tháng 6 năm 2024".utf8)
    var (alone, beside) = (TextRepairer(models: models), TextRepairer(models: models))
    #expect(beside.repair(text, beside: []).text == alone.repair(text, profile: .ocr).text)
  }
}
