import CorpusDrawing
import Documents
import Foundation
import TextLayers

/// Counts decisions on drawn pages against what is true of them.
struct LayerScores {
  private struct Counts {
    var pages = 0
    var right = 0
    var reasons: [String: Int] = [:]
  }

  private var counts: [LayerPageKind: Counts] = [:]
  private var times: [Bool: [Double]] = [:]
  private var thrownAway = 0

  /// Whether a decision is right: what is kept is what is printed, and nothing honest is lost.
  static func isRight(_ layer: PageLayer, _ page: LayerPdf, _ kind: LayerPageKind) -> Bool {
    let kept = words(layer.lines.map(\.text))
    let truth = words(page.lines.map(\.text))
    let good = Double(common(kept, truth)) / Double(max(1, kept.values.reduce(0, +)))
    let share = Double(common(kept, truth)) / Double(max(1, truth.values.reduce(0, +)))
    switch kind.wanted {
    case .trusted:
      let least = kind == .misread ? 0.85 : 0.97
      return layer.decision == .trusted && good >= least && share >= least
    case .converted:
      return layer.lines.isEmpty
        || good >= 0.96 && (layer.decision == .partly || share >= 0.96)
    case .untrusted:
      // What a lie leaves as it is printed may be kept, such as capitals.
      return layer.lines.isEmpty || layer.decision == .partly && good >= 0.98
    case .partly:
      return layer.decision == .partly && good >= 0.95 && share >= 0.15 && !layer.regions.isEmpty
    }
  }

  /// Words that only one of both has, to see what went wrong.
  static func difference(_ layer: PageLayer, _ page: LayerPdf) -> String {
    let kept = words(layer.lines.map(\.text))
    let truth = words(page.lines.map(\.text))
    let more = kept.filter { $0.value > truth[$0.key] ?? 0 }.keys.sorted().prefix(12)
    let less = truth.filter { $0.value > kept[$0.key] ?? 0 }.keys.sorted().prefix(12)
    return "too many: \(more.joined(separator: " ")); missing: \(less.joined(separator: " "))"
  }

  private static func words(_ lines: [String]) -> [String: Int] {
    let all = lines.joined(separator: " ").split { !$0.isLetter && !$0.isNumber }
    return all.reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }

  private static func common(_ first: [String: Int], _ second: [String: Int]) -> Int {
    first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
  }

  mutating func add(_ layer: PageLayer, _ page: LayerPdf, _ kind: LayerPageKind, _ time: Double)
    -> Bool
  {
    let isRight = Self.isRight(layer, page, kind)
    counts[kind, default: Counts()].pages += 1
    if isRight { counts[kind, default: Counts()].right += 1 }
    counts[kind, default: Counts()]
      .reasons["\(layer.decision.rawValue)/\(layer.reason.rawValue)", default: 0] += 1
    if layer.decision == .trusted {
      times[layer.agreement != nil, default: []].append(1000 * time)
    }
    if kind.isHonest, !isRight { thrownAway += 1 }
    return isRight
  }

  /// Prints the table and the speeds.
  func report() {
    var (pages, right) = (0, 0)
    for kind in LayerPageKind.allCases {
      guard let count = counts[kind] else { continue }
      pages += count.pages
      right += count.right
      let reasons = count.reasons.sorted { $0.value > $1.value }
        .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      print(
        kind.rawValue.padding(toLength: 14, withPad: " ", startingAt: 0)
          + String(format: "%5d of %5d right   ", count.right, count.pages) + reasons)
    }
    print(
      String(
        format: "all: %.2f %% of %d pages right; honest layers thrown away: %d",
        100 * Double(right) / Double(max(1, pages)), pages, thrownAway))
    for (wasRead, times) in times.sorted(by: { !$0.key && $1.key }) {
      let mean = times.reduce(0, +) / Double(times.count)
      print(
        String(
          format: "trusted, %@: %.1f ms of processor time a page, %.1f pages/s (%d pages)",
          (wasRead ? "lines read" : "no line read") as NSString, mean, 1000 / mean, times.count))
    }
  }
}
