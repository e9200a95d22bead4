import Foundation
import Gazetteer
import Memos
import Testing
import VietnameseText

@Suite struct BankStatementTests {
  private func lines(_ text: String, column: String? = nil) throws -> [BankStatement.Line] {
    try BankStatement(
      text, column: column, dictionaries: try Gazetteer.ofRepository().directory
    ).lines
  }

  @Test func findsTheHeadingBelowAPreamble() throws {
    let text = #"""
      SAO KÊ TÀI KHOẢN
      Số tài khoản,0011000000000

      Ngày,Số tiền,Nội dung giao dịch,Số dư
      01/11/2025,"990,000","BHXH TN, 0123456789
      tiếp theo",5
      02/11/2025,"330,000","Ghi ""nợ""",6
      """#
    #expect(
      try lines(text) == [
        .init(number: 5, memo: "BHXH TN, 0123456789 tiếp theo"),
        .init(number: 7, memo: "Ghi \"nợ\""),
      ])
  }

  @Test(arguments: [";", "\t", "|"])
  func findsTheDelimiter(_ delimiter: String) throws {
    let rows = [["Ngày", "Diễn giải"], ["01/11", "BHXH TN của A, 0123456789"]]
    let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\r\n")
    #expect(try lines(text) == [.init(number: 2, memo: "BHXH TN của A, 0123456789")])
  }

  @Test func takesTheFullestColumnWithoutHeadings() throws {
    let text = "1,01/11/2025,DONG BHXH TU NGUYEN CUA A\n2,02/11/2025,DONG BHXH CUA B\n"
    #expect(try lines(text).map(\.memo) == ["DONG BHXH TU NGUYEN CUA A", "DONG BHXH CUA B"])
  }

  @Test func takesTheNamedColumn() throws {
    let text = "Ngày,Nội dung,Ghi chú thêm\n1/1,A,B\n"
    #expect(try lines(text, column: "ghi chu them").map(\.memo) == ["B"])
    #expect(try lines(text, column: "2").map(\.memo) == ["Nội dung", "A"])
    #expect(throws: StatementError.noSuchColumn("x")) { try lines(text, column: "x") }
    #expect(throws: StatementError.noMemos) { try lines("") }
  }

  @Test func readsEveryEncodingOfAFile() throws {
    let text = "Nội dung,Số\nĐóng BHXH tự nguyện của Nguyễn Thị Phượng,1\n"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for bytes in [Array(text.utf8), marked, utf16, Array(utf16.dropFirst(2))] {
      #expect(TextEncoding.detected(in: bytes).text(of: bytes) == text)
    }
    // Đóng tự nguyện in Windows-1258: tones are bytes of their own.
    let former: [UInt8] = [
      0xD0, 0x6F, 0xEC, 0x6E, 0x67, 0x20, 0x74, 0xFD, 0xF2, 0x20, 0x6E, 0x67, 0x75, 0x79, 0xEA,
      0xF2,
      0x6E,
    ]
    #expect(TextEncoding.detected(in: former) == .windows1258)
    let read = try #require(TextEncoding.windows1258.text(of: former))
    #expect(Array(read.utf8) == Array("Đóng tự nguyện".utf8))
    #expect(TextEncoding.utf16LittleEndian.text(of: [0x41]) == nil)
  }
}
