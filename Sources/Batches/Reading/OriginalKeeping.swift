public import Originals

/// Where encrypted copies of originals are kept, and for how long.
public struct OriginalKeeping: Sendable {
  /// The store of the copies.
  public var store: SealedStore
  /// How many days a copy is kept after its registration was delivered; with 0 it goes at once.
  public var days: Int

  /// How many days the copy of a rejected original is kept, at least: a person may want to see it.
  static let rejectedDays = 30

  /// Creates a rule.
  public init(store: SealedStore, days: Int = 30) {
    self.store = store
    self.days = days
  }
}
