import Foundation
import Testing

/// `hoso memo` as its users run it.
@Suite struct MemoTests {
  private let hoso: Hoso
  private let dictionaries = Hoso.root.appending(path: "dictionaries").path

  init() throws { hoso = try Hoso() }

  private func memo(_ operands: [String]) async throws -> Hoso.Ending {
    try await hoso.run(["memo", "--dictionaries", dictionaries] + operands)
  }

  private static let certain = "Đóng BHXH tự nguyện của Nguyễn Văn Đức, 0123456789, 0912345678"

  @Test func readsAText() async throws {
    let ending = try await memo([Self.certain, "--json"])
    #expect(ending.status == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "hoso.memo/1")
    #expect(object["verdict"] as? String == "accepted")
    let fields = try #require(object["fields"] as? [String: [String: Any]])
    #expect(fields["fullName"]?["value"] as? String == "NGUYỄN VĂN ĐỨC")
    #expect(fields["socialInsuranceNumber"]?["value"] as? String == "0123456789")
    #expect(fields["phone"]?["value"] as? String == "0912345678")
  }

  @Test func readsAListOfTransactions() async throws {
    let text = "Ngày;Nội dung\n01/11;\(Self.certain)\n\n02/11;BHXH TN cua Le Van An 0123456789\n"
    let file = try hoso.write(Array(text.utf8), to: "list.csv")
    let ending = try await memo([file, "--csv"])
    #expect(ending.status == 3)
    let rows = ending.output.split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[1].hasPrefix("list.csv,2,NGUYỄN VĂN ĐỨC,"))
    #expect(rows[2].hasPrefix("list.csv,4,LE VAN AN,"))
    #expect(rows[2].contains("field.missing phone"))
  }

  @Test func aFileNameIsNoFormula() async throws {
    let file = try hoso.write(Array("Nội dung\n\(Self.certain)\n".utf8), to: "=1+1.csv")
    let rows = try await memo([file, "--csv"]).output.split(separator: "\n")
    #expect(rows.last?.hasPrefix("'=1+1.csv,") == true)
  }

  @Test func tellsWhatItCannotRead() async throws {
    #expect(try await memo([]).status == 2)
    #expect(try await memo(["absent.csv"]).status == 5)
    #expect(try await memo(["tien dien thang 10"]).status == 4)
    let file = try hoso.write(Array("a,b\n1,2\n".utf8), to: "list.csv")
    let ending = try await memo([file, "--column", "Nội dung"])
    #expect(ending.status == 5)
    #expect(ending.messages.contains("Nội dung"))
  }
}
