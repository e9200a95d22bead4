import TestSupport

extension SplitMix64 {
  /// A whole number from 0 up to, but not including, `limit`.
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// Text of letters, digits, signs and a few scalars that are hard to handle.
  mutating func text(length: Int) -> String {
    let scalars = Array("AĐaăạ0189<|.,:/- \u{301}\u{FEFF}🙂[]()@ngàytháng".unicodeScalars)
    var text = ""
    for _ in 0..<length { text.unicodeScalars.append(scalars[below(scalars.count)]) }
    return text
  }
}
