import Testing

@testable import Extraction

/// What may belong where of an address whose parts ran into each other's boxes.
@Suite struct AddressPartsTests {
  private func rearranged(_ values: [String?]) -> [[String?]] {
    AddressParts(values: values).rearranged
  }

  /// A name too long for its share of a row goes on at the left margin, behind another part.
  @Test(arguments: [
    (["X. Liêu Xá Yên", "H. Yên Mỹ", "T. Hưng"], ["X. Liêu Xá", "H. Yên Mỹ", "T. Hưng Yên"]),
    (
      ["Phường Phú Bình Long Khánh", "Thành phố", "Tỉnh Đồng Nai"],
      ["Phường Phú Bình", "Thành phố Long Khánh", "Tỉnh Đồng Nai"]
    ),
    (["xã Phú", "huyện Ba Vì Châu", "Hà Nội"], ["xã Phú Châu", "huyện Ba Vì", "Hà Nội"]),
  ])
  func movesTheRestOfAName(read: [String], meant: [String]) {
    #expect(rearranged(read).contains(meant))
  }

  /// Where a label was not seen, its unit stands behind the one before it.
  @Test func movesAUnitIntoItsEmptyBox() {
    #expect(
      rearranged(["xã Quảng Thành huyện Hải Hà", nil, "tỉnh Quảng Ninh"])
        .contains(["xã Quảng Thành", "huyện Hải Hà", "tỉnh Quảng Ninh"]))
    // Without a unit word it may be any name.
    #expect(!rearranged(["Quảng Thành Hải Hà", nil]).contains(["Quảng Thành", "Hải Hà"]))
  }

  /// Streets hold the names of many places: nothing of a detail goes to the units behind it.
  @Test func keepsTheDetail() {
    let details = rearranged(["Thôn 3 xã Tân Lập", nil, "huyện Ba Vì", "Hà Nội"]).map(\.first)
    #expect(details.allSatisfy { $0??.hasPrefix("Thôn 3 xã Tân Lập") == true })
  }

  /// No part is emptied, and no word is lost.
  @Test func keepsEveryWord() {
    let parts = ["xã Phú", "huyện Ba Vì Châu", "Hà Nội"]
    for moved in rearranged(parts) {
      #expect(moved.allSatisfy { $0?.isEmpty == false })
      let words = moved.compactMap(\.self).flatMap { $0.split(separator: " ") }
      #expect(words.sorted() == parts.flatMap { $0.split(separator: " ") }.sorted())
    }
  }
}
