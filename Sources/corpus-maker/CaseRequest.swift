import CorpusDrawing
import Foundation

/// What is asked of a set when it draws one case.
struct CaseRequest: Sendable {
  var tier: Tier
  /// Which case of its set and tier it is, from 1; sets that hold several things go round by it.
  var number = 1
  var people: PersonMaker
  /// The folder of dictionaries.
  var dictionaries: URL
  /// Families to choose among instead of those that the set prefers.
  var fonts: [String]
  /// The layout variant to draw; nil to let the set choose among those that are not held out.
  var variant: Int?
  /// Whether fonts, layout and damage are of those that only figures are taken on.
  var isHeldOut = false
  /// Whether files should be as small as the tier allows, for a corpus kept in git.
  var isCompact = false

  /// A family out of those asked for, or out of `preferred`; out of `heldOut` where that is asked.
  func family(
    of preferred: [String], heldOut: [String] = ["DejaVu Sans", "DejaVu Serif"],
    with random: inout SplitMix64
  ) -> String {
    random.pick(fonts.isEmpty ? (isHeldOut ? heldOut : preferred) : fonts)
  }

  /// A layout variant below `count`; the last one is held out and drawn only when asked for.
  func variant(of count: Int, with random: inout SplitMix64) -> Int {
    let drawn = random.whole(0...max(count - 2, 0))
    return variant.map { min($0, count - 1) } ?? (isHeldOut ? count - 1 : drawn)
  }

  /// The one of `kinds` whose turn it is: cases go round them by number.
  func turn<Kind>(of kinds: [Kind]) -> Kind { kinds[(number - 1) % kinds.count] }
}
