import Documents
import Foundation
import Testing

@testable import Extraction

/// What several readings of the same print say together.
@Suite struct JointReadingTests {
  /// Words side by side, ten pixels a letter, a space between two.
  private func line(_ text: String, confidence: Double = 0.9) -> [TextWord] {
    var x = 0
    return text.components(separatedBy: " ").map { word in
      defer { x += 10 * (word.count + 1) }
      return TextWord(
        text: word, box: PixelBox(x: x, y: 0, width: 10 * word.count, height: 20),
        confidence: confidence)
    }
  }

  private func joint(_ readings: [String]) -> String {
    JointLine(readings.map { line($0) }).words.map(\.text).joined(separator: " ")
  }

  @Test func eachWordStandsAsMostReadingsSay() {
    #expect(
      joint(["Cập nhặt số thẻ", "Cập nhật sô thẻ", "Câp nhật số thẻ"]) == "Cập nhật số thẻ")
  }

  @Test func readingsThatPartAWordAreOneVoice() {
    #expect(joint(["khai sinh", "khaisinhh", "khai sinh"]) == "khai sinh")
    #expect(joint(["bản saogiấy tờ", "bản sao giấy tờ", "bản sao giấy to"]) == "bản sao giấy tờ")
  }

  @Test func whereNoTwoAgreeTheFirstIsTaken() {
    #expect(joint(["Hằng", "Hàng", "Hăng"]) == "Hằng")
  }

  /// A slanted 1, or one with a flag, looks like a 7 to the models that were not taught such print.
  @Test(arguments: [
    (["01 bản", "07 bản", "07 bản"], "01 bản"), (["12,", "72,", "72,"], "12,"),
    (["07 bản", "01 bản", "01 bản"], "01 bản"), (["11", "77", "12"], "11"),
    (["1O", "70", "70"], "70"),
  ])
  func sevensOfTheOthersAreOnesOfTheFirst(readings: [String], expected: String) {
    #expect(joint(readings) == expected)
  }

  @Test func oneReadingStandsAsItIs() {
    #expect(joint(["Nguyễn Văn An"]) == "Nguyễn Văn An")
    #expect(JointLine([]).words.isEmpty)
  }

  @Test(arguments: [
    ("Thay đổi số thẻ", ["Thay đổi số thẻ", "Thay đôi số thẻ", "Thay đổi sô thẻ"], 2),
    ("Thay đổi số thẻ", ["Thay đổi số thẻ", "Thay đổi số thẻ", "đổi số thẻ"], 2),
    ("0912345678", ["0912345678", "0912345673"], 1), ("An", [], 0),
  ])
  func theWordThatFewestHaveCounts(value: String, values: [String], least: Int) {
    #expect(ValueMeasures.agreement(onWordsOf: value, in: values) == least)
  }

  private func table(_ rows: [[String: String?]]) -> TableReader.Reading {
    var reading = TableReader.Reading()
    reading.rows = rows
    return reading
  }

  @Test func eachCellStandsAsMostReadingsSay() throws {
    let vote = try #require(
      TableVote(
        [
          table([["name": "TRẦN THỊ LẸ", "sex": "female"]]),
          table([["name": "TRẦN THỊ LỆ", "sex": "female"]]),
          table([["name": "TRẦN THỊ LỆ", "sex": nil]]),
        ], joint: nil))
    #expect(vote.reading.rows == [["name": "TRẦN THỊ LỆ", "sex": "female"]])
    #expect(vote.agreement == 1)
    #expect(vote.cellAgreement == 2)
  }

  @Test func aReadingWithOtherRowsIsNotAsked() throws {
    let vote = try #require(
      TableVote([table([["name": "AN"]]), table([["name": "ÂN"], ["name": "BA"]])], joint: nil))
    #expect(vote.reading.rows == [["name": "AN"]])
    #expect(vote.agreement == 1)
    #expect(TableVote([nil, table([["name": "AN"]])], joint: nil) == nil)
  }

  @Test(arguments: [
    ("Sổ BHXH. bản sao giấy khai sinh", "Sổ BHXH, bản sao giấy khai sinh"),
    ("Cấp lại thẻ. Đổi nơi khám", "Cấp lại thẻ. Đổi nơi khám"),
    ("tại TP. Huế và q. ba", "tại TP. Huế và q. ba"),
    ("từ tháng 09. năm 2024", "từ tháng 09 năm 2024"),
    ("đóng 3 tháng, năm 2024", "đóng 3 tháng, năm 2024"),
    ("01 bản sao CCCD. 01 bản sao", "01 bản sao CCCD, 01 bản sao"),
    ("01. bản sao giấy khai sinh", "01 bản sao giấy khai sinh"),
    ("1. Bản sao giấy khai sinh", "1. Bản sao giấy khai sinh"),
  ])
  func aStopBeforeASmallLetterIsAComma(read: String, meant: String) {
    #expect(ProseSigns.repaired(read).value == meant)
  }
}
