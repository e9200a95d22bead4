/// A repeatable generator (SplitMix64), so that a failure names its seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// Text of letters, digits, signs and a few scalars that are hard to handle.
  mutating func text(length: Int) -> String {
    let scalars = Array("AĐaăạ0189<|.,:/- \u{301}\u{FEFF}🙂[]()@ngàytháng".unicodeScalars)
    var text = ""
    for _ in 0..<length { text.unicodeScalars.append(scalars[below(scalars.count)]) }
    return text
  }
}
