import Documents
import Gazetteer
import TestSupport
import Testing
import VietnameseText

@Suite struct AddressStyleTests {
  /// Addresses of both eras in seven styles, whole, without marks, or with a letter misread: nearly
  /// all come back to the letter with their units, and none becomes another address.
  @Test func readsEveryStyle() throws {
    let gazetteer = try Dictionaries.gazetteer.get()
    let tables = try UnitTables(directory: Dictionaries.directory)
    var texts = 0
    var units = 0
    for seed in UInt64(0)..<84 {
      let address = SyntheticAddress.make(seed: seed, units: tables)
      let match = gazetteer.address(address.text)
      // No list holds what stands before the units.
      let head = address.damage == .stripped ? address.detail ?? "" : ""
      let right = head.strippingMarks() + address.right.dropFirst(head.count)
      let isRight = match.text.foldingTonePlacement() == right.foldingTonePlacement()
      if isRight { texts += 1 }
      #expect(isRight || match.lexicon == .absent, "\(address)")
      if [match.ward, match.district, match.province].map({ $0?.code ?? "" }) == address.codes,
        match.era == address.era
      {
        units += 1
      }
      if address.damage == .none { #expect(isRight && match.detail == address.detail) }
    }
    #expect(texts >= 81, "\(texts) of 84 texts")
    #expect(units >= 80, "\(units) of 84 with their units")
  }

  /// What is meant is among the candidates where it is not the best.
  @Test func offersWhatIsMeant() throws {
    let gazetteer = try Dictionaries.gazetteer.get()
    let tables = try UnitTables(directory: Dictionaries.directory)
    for seed in UInt64(200)..<228 {
      let address = SyntheticAddress.make(seed: seed, units: tables)
      guard address.damage != .misreadLetter else { continue }
      let candidates = gazetteer.addressCandidates(address.text)
      #expect(candidates.reduce(0) { $0 + $1.probability } <= 1)
      let isOffered = candidates.contains { candidate in
        let match = candidate.match
        return [match.ward, match.district, match.province].map { $0?.code ?? "" } == address.codes
      }
      #expect(isOffered, "\(address)")
    }
  }

  /// Ba Đình is a district of the former Hà Nội and a ward of today's.
  @Test func keepsSeveralCandidates() throws {
    let gazetteer = try Dictionaries.gazetteer.get()
    let candidates = gazetteer.addressCandidates("Ba Đình, Hà Nội")
    #expect(candidates.contains { $0.match.district?.code == "001" && $0.probability > 0.2 })
    #expect(candidates.contains { $0.match.ward?.code == "00004" && $0.probability > 0.2 })
    // Tân Bình and Tân Bính would fit, so nothing is certain.
    let stripped = gazetteer.addressCandidates("Phuong Tan Binh, Thanh pho Ho Chi Minh")
    #expect(stripped.contains { $0.match.ward?.code == "27004" })
    #expect(gazetteer.addressCandidates("").isEmpty)
  }

  /// Unit words with one letter misread, as engines do.
  @Test(arguments: [
    (
      "xc Diên Điền, huyện Diên Khánh, tỉnh Khánh Hòa",
      "xã Diên Điền, huyện Diên Khánh, tỉnh Khánh Hòa"
    ),
    (
      "PHƯỜNG PHÚ THƯỢNG, QULN TÂY HỒ, THÀNH PHỐ HÀ NỘI",
      "PHƯỜNG PHÚ THƯỢNG, QUẬN TÂY HỒ, THÀNH PHỐ HÀ NỘI"
    ),
    ("xa Ea Nam - huyen Ea H'leo - tinh Dak Lak", "xã Ea Nam - huyện Ea H'leo - tỉnh Đắk Lắk"),
  ])
  func correctsUnitWords(reading: String, right: String) throws {
    let match = try Dictionaries.gazetteer.get().address(reading)
    #expect(Array(match.text.utf8) == Array(right.utf8))
    #expect(match.lexicon == .corrected)
  }

  struct DetailCase: Sendable, CustomTestStringConvertible {
    var text: String
    var parts: [AddressDetail.Part]
    var testDescription: String { text }
  }

  @Test(arguments: [
    DetailCase(
      text: "Số 12, đường Trần Phú",
      parts: [.init(.house, "Số 12"), .init(.street, "đường Trần Phú")]),
    DetailCase(text: "12/3A Lê Lợi", parts: [.init(.house, "12/3A"), .init(.street, "Lê Lợi")]),
    DetailCase(
      text: "Số nhà 5 ngõ 12 phố Huế",
      parts: [.init(.house, "Số nhà 5"), .init(.lane, "ngõ 12"), .init(.street, "phố Huế")]),
    DetailCase(
      text: "Ấp 2, Tổ 8", parts: [.init(.hamlet, "Ấp 2"), .init(.hamlet, "Tổ 8")]),
    DetailCase(text: "KP2", parts: [.init(.hamlet, "KP2")]),
    DetailCase(text: "KP. Tân Hòa", parts: [.init(.hamlet, "KP. Tân Hòa")]),
    DetailCase(text: "Tổ dân phố số 3", parts: [.init(.hamlet, "Tổ dân phố số 3")]),
    DetailCase(text: "To dan pho 3", parts: [.init(.hamlet, "To dan pho 3")]),
    DetailCase(
      text: "P609 CT8, Nguyễn Trãi",
      parts: [.init(.house, "P609 CT8"), .init(.other, "Nguyễn Trãi")]),
    DetailCase(
      text: "Thôn Bến Củi - QL 1A",
      parts: [.init(.hamlet, "Thôn Bến Củi"), .init(.street, "QL 1A")]),
    DetailCase(
      text: "27 Hẻm 56 Đ.Lê Lai",
      parts: [.init(.house, "27"), .init(.lane, "Hẻm 56"), .init(.street, "Đ.Lê Lai")]),
    DetailCase(text: "", parts: []), DetailCase(text: " , ;", parts: []),
  ])
  func partsDetails(_ expected: DetailCase) throws {
    let detail = try Dictionaries.gazetteer.get().addressDetail(expected.text)
    #expect(detail.parts == expected.parts)
  }

  /// NQ 202/2025/QH15: Phường Cống Vị was divided, Tỉnh Hà Giang went to Tuyên Quang; the wards of
  /// a district go to several.
  @Test func leadsEveryLevelToToday() throws {
    let gazetteer = try Dictionaries.gazetteer.get()
    let former = gazetteer.address("Phường Cống Vị, Quận Ba Đình, Thành phố Hà Nội")
    let parts = try gazetteer.successors(of: try #require(former.ward))
    #expect(parts.map(\.unit.code) == ["00008", "00025"])
    #expect(parts.allSatisfy { !$0.isWhole })
    let district = try gazetteer.successors(of: try #require(former.district))
    #expect(district.count > 3)
    #expect(Set(district.map(\.unit.code)).isSuperset(of: ["00004", "00008", "00025"]))
    let province = try #require(
      gazetteer.address("Xã Lũng Cú, Huyện Đồng Văn, Tỉnh Hà Giang").province)
    #expect(try gazetteer.successors(of: province).map(\.unit.name) == ["Tỉnh Tuyên Quang"])
    let today = try #require(gazetteer.address("Phường Ba Đình, Thành phố Hà Nội").ward)
    #expect(try gazetteer.successors(of: today).map(\.unit) == [today])
  }

  /// Reading is total: any text gets an answer that is a text.
  @Test(arguments: UInt64(0)..<40)
  func isTotal(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pool = Array("PQTX.,;- /19aăđHà Nộixã\u{0}\u{300}|".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      if let scalar = pool.randomElement(using: &random) { text.append(scalar) }
    }
    let gazetteer = try Dictionaries.gazetteer.get()
    let match = gazetteer.address(String(text))
    if match.lexicon == .absent, match.repairs.isEmpty {
      #expect(Array(match.text.utf8) == Array(String(text).utf8))
    }
    #expect(gazetteer.addressDetail(String(text)).parts.allSatisfy { !$0.text.isEmpty })
  }
}
