extension String {
  /// The text with the tone of open oa, oe, uy on the second vowel: `Hòa` becomes `Hoà`.
  ///
  /// Both placements are right and both are printed, so this is for comparing, not for records. The
  /// text should be in NFC.
  public func foldingTonePlacement() -> String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var scalars = Array(unicodeScalars)
    var index = 0
    while index + 1 < scalars.count {
      defer { index += 1 }
      guard let first = Letter(scalars[index]), first.tone != .level, first.quality == .plain,
        let second = Letter(scalars[index + 1]), second.tone == .level, second.quality == .plain,
        Self.isGlide(first.base, second.base),
        index + 2 == scalars.count || Letter(scalars[index + 2]) == nil
      else { continue }
      scalars[index] = first.with(tone: .level).scalar
      scalars[index + 1] = second.with(tone: first.tone).scalar
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  private static func isGlide(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (0x6F, 0x61), (0x6F, 0x65), (0x75, 0x79): true
    default: false
    }
  }

  /// The form in which two readings are compared: NFC, small letters, folded tones, spaces and
  /// look-alikes.
  public func foldedForComparison() -> String {
    normalized().foldingConfusables().normalized().foldingWhiteSpace().lowercased()
      .foldingTonePlacement()
  }
}
