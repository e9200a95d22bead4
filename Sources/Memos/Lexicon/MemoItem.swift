/// One thing that a stretch of a memo may be, and what that costs.
struct MemoItem: Sendable {
  /// What it is.
  enum Kind: Sendable {
    case phrase(MemoRole)
    /// A word of a name; the costs of its being a surname, a middle and a given name.
    case name([Double])
    case insuranceNumber
    /// A telephone number, as digits with the leading 0.
    case phone(String, isFormer: Bool)
    /// Any other number; whether it has the shape of a date or an amount.
    case number(isShaped: Bool)
    /// Letters of no list.
    case unknown
  }

  var kind: Kind
  var end: Int
  var cost: Double
  /// Whether a space was lost or put in within it.
  var isGlued = false
  var isParted = false
}
