import Foundation

/// Random numbers that depend on a seed alone, the same on every machine and in every release.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator that gives the same numbers for the same seed.
  package init(seed: UInt64) { state = seed }

  /// A stream of its own for `purpose`, so that a draw more in one place moves nothing elsewhere.
  package init(seed: UInt64, purpose: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = seed &* 0x9e37_79b9_7f4a_7c15 ^ hash
  }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0 ..< 1.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number between `low` and `high`.
  package mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// A whole number in `range`.
  package mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// True with the given probability.
  package mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// One element of a list that is not empty.
  package mutating func pick<Element>(_ list: [Element]) -> Element {
    precondition(!list.isEmpty, "nothing to pick from")
    return list[Int(next() % UInt64(list.count))]
  }

  /// One element, each as likely as its weight says.
  package mutating func pick<Element>(weighted list: [(Element, Double)]) -> Element {
    precondition(!list.isEmpty, "nothing to pick from")
    var rest = unit() * list.reduce(0) { $0 + $1.1 }
    for (element, weight) in list {
      rest -= weight
      if rest < 0 { return element }
    }
    return list[list.count - 1].0
  }

  /// A normally distributed number with mean 0 and deviation 1.
  package mutating func gaussian() -> Double {
    let radius = (-2 * log(max(unit(), 1e-300))).squareRoot()
    return radius * cos(2 * .pi * unit())
  }

  /// A string of `count` decimal digits.
  package mutating func digits(_ count: Int) -> String {
    String((0..<count).map { _ in Character(String(whole(0...9))) })
  }
}
