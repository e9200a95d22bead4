/// The cost of an alignment as one number, so that costs compare in one instruction.
///
/// From the high bits down: errors, insertions, deletions. The smallest cost has the fewest errors
/// and among those the most substitutions.
struct EditCost: Comparable {
  private static let width: UInt64 = 21
  private static let mask: UInt64 = 1 << width - 1
  /// The longest sequence whose counts fit.
  static let mostParts = 1 << 20

  private var packed: UInt64

  static let none = EditCost(packed: 0)
  static let substitution = EditCost(packed: 1 << (2 * width))
  static let insertion = EditCost(packed: 1 << (2 * width) | 1 << width)
  static let deletion = EditCost(packed: 1 << (2 * width) | 1)
  /// More than any alignment costs, and still safe to add to.
  static let unreachable = EditCost(packed: 1 << 63)

  var errors: Int { Int(packed >> (2 * Self.width)) }
  var insertions: Int { Int(packed >> Self.width & Self.mask) }
  var deletions: Int { Int(packed & Self.mask) }

  static func < (left: EditCost, right: EditCost) -> Bool { left.packed < right.packed }

  static func + (left: EditCost, right: EditCost) -> EditCost {
    EditCost(packed: left.packed &+ right.packed)
  }

  static func * (count: Int, cost: EditCost) -> EditCost {
    EditCost(packed: UInt64(count) &* cost.packed)
  }
}
