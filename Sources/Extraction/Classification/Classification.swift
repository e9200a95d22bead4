import Documents

/// Which layout a region was printed by, and how surely.
struct Classification: Sendable {
  /// The layout; nil when none fits.
  var layout: Layout?
  /// How surely it is this kind and side and no other, 0 … 1.
  var confidence: Double
  /// The version of the form that its own print names; nil when it names none that is known.
  var printedVersion: String?
  /// The version that the labels speak for, where they contradict the printed one.
  var contradictingVersion: String?
}
