import Documents

/// Tells the machine-readable zones of passports and of other countries' cards from our own.
enum ForeignZone {
  /// Whether `lines`, from top to bottom, are such a zone.
  static func isForeign(_ lines: [String]) -> Bool {
    let rows = lines.map { Array($0.uppercased().utf8.filter { $0 != 0x20 }) }
    guard let first = rows.first else { return false }
    // A passport's two lines (TD3) have 44 characters each, a visa's 36 or 44.
    if (40...46).contains(first.count), [UInt8(ascii: "P"), UInt8(ascii: "V")].contains(first[0]) {
      return true
    }
    // A card's three lines (TD1) name the issuer in the first and the nationality in the second.
    guard rows.count >= 2, (26...36).contains(first.count), (26...36).contains(rows[1].count) else {
      return false
    }
    return isOther(Array(first[2..<5])) && isOther(Array(rows[1][15..<18]))
  }

  /// Whether the three characters are surely a code of another country: letters of which at most
  /// one is as in ours.
  private static func isOther(_ code: [UInt8]) -> Bool {
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    // Germany's code is one letter and two fillers.
    guard let head = code.first, letters.contains(head) else { return false }
    return zip(code, Array("VNM".utf8)).count(where: ==) <= 1
  }
}
