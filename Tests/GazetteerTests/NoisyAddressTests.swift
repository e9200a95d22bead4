import Documents
import Foundation
import Gazetteer
import TestSupport
import Testing
import VietnameseText

@Suite struct NoisyAddressTests {
  /// Marks misread on one letter of a unit's name are put right, or the address is left in doubt,
  /// but it does not become another place.
  @Test func recoversMisreadMarks() throws {
    let gazetteer = try Dictionaries.gazetteer.get()
    let addresses = try Self.addresses(count: 60)
    var recovered = 0
    var wrong = 0
    for (index, address) in addresses.enumerated() {
      var random = SplitMix64(seed: UInt64(index))
      let noisy = Misreading.ofTone(in: address, using: &random)
      let match = gazetteer.address(noisy)
      if match.text.foldingTonePlacement() == address.foldingTonePlacement() {
        recovered += 1
      } else if match.lexicon != .absent {
        wrong += 1
      }
    }
    #expect(recovered >= 54, "recovered \(recovered) of \(addresses.count)")
    #expect(wrong <= 2, "\(wrong) became another place")
  }

  /// What is right stays byte for byte, and is found in the lists.
  @Test func leavesRightAddressesAlone() throws {
    let gazetteer = try Dictionaries.gazetteer.get()
    for address in try Self.addresses(count: 60) {
      let match = gazetteer.address(address)
      #expect(Array(match.text.utf8) == Array(address.utf8))
      #expect(match.lexicon == .exact, "\(address)")
    }
  }

  /// Addresses in the style of cards, of both eras, spread over the lists.
  private static func addresses(count: Int) throws -> [String] {
    func table(_ name: String, _ columns: [String]) throws -> DictionaryTable {
      try DictionaryTable(
        path: Dictionaries.directory + "/units/" + name + ".tsv", columns: columns)
    }
    func bare(_ name: String) -> String {
      for word in ["Thành phố ", "Tỉnh ", "Quận ", "Huyện ", "Thị xã ", "Xã ", "Thị trấn "]
      where name.hasPrefix(word) {
        let rest = name.dropFirst(word.count)
        return rest.allSatisfy(\.isNumber) ? name : String(rest)
      }
      return name
    }
    var names: [String: (name: String, above: String)] = [:]
    let provinces = try table("former-provinces", ["code", "name", "areaCode", "successor"])
    for row in 0..<provinces.count { names["P" + provinces[row, 0]] = (provinces[row, 1], "") }
    let today = try table("provinces", ["code", "name", "seat"])
    for row in 0..<today.count { names["T" + today[row, 0]] = (today[row, 1], "") }
    let districts = try table("former-districts", ["code", "name", "province"])
    for row in 0..<districts.count {
      names["D" + districts[row, 0]] = (districts[row, 1], "P" + districts[row, 2])
    }
    let former = try table("former-wards", ["code", "name", "district"])
    let wards = try table("wards", ["code", "name", "province"])
    return (0..<count).compactMap { index in
      let isFormer = index % 3 > 0
      let list = isFormer ? former : wards
      let row = index * 7919 % list.count
      guard let above = names[(isFormer ? "D" : "T") + list[row, 2]] else { return nil }
      let province = isFormer ? names[above.above]?.name : nil
      return [list[row, 1], above.name, province].compactMap { $0.map(bare) }
        .joined(separator: ", ")
    }
  }
}
