import Evaluation

/// Prints what letters are measured by.
struct LetterFigures {
  let tallies: [String: LetterTally]

  private static let tiers = ["clean", "office", "bad", "phone"]

  func write() {
    let tiers = Self.tiers.filter { tallies[$0] != nil }
    let values = tiers.compactMap { tallies[$0] }
    print(row("", tiers))
    print(row("letters", values.map { "\($0.letters)" }))
    print(row("pages", values.map { "\($0.pages)" }))
    print(row("fields exact", values.map { percent($0.share) }))
    for key in Set(values.flatMap(\.count.keys)).sorted() {
      print(
        row(
          "  \(key)",
          values.map { percent(Double($0.right[key] ?? 0) / Double(max(1, $0.count[key] ?? 0))) }))
    }
    print(row("values where none is printed", values.map { "\($0.invented)" }))
    print(row("accepted without review", values.map { "\($0.accepted)" }))
    print(row("  wrong values in them", values.map { "\($0.silent)" }))
    print(row("body, word error rate", values.map { percent(rate($0.ours)) }))
    if values.contains(where: { $0.peer.truthCount > 0 }) {
      print(row("  tesseract -l vie", values.map { percent(rate($0.peer)) }))
      print(row("  lower by", values.map { percent(1 - rate($0.ours) / rate($0.peer)) }))
    }
    print(row("seconds a page", values.map { seconds($0.ourSeconds / Double(max(1, $0.pages))) }))
    if values.contains(where: { $0.peerSeconds > 0 }) {
      print(
        row(
          "  tesseract -l vie", values.map { seconds($0.peerSeconds / Double(max(1, $0.pages))) }))
      print(row("  ratio", values.map { seconds($0.ourSeconds / $0.peerSeconds) }))
    }
  }

  private func rate(_ counts: EditCounts) -> Double {
    let errors = counts.substitutions + counts.deletions + counts.insertions
    return Double(errors) / Double(max(1, counts.truthCount))
  }

  private func percent(_ share: Double) -> String {
    share.isFinite ? "\((share * 10_000).rounded() / 100) %" : "–"
  }

  private func seconds(_ value: Double) -> String {
    value.isFinite ? "\((value * 100).rounded() / 100)" : "–"
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    let head = name + String(repeating: " ", count: max(1, 32 - name.count))
    return head + cells.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
  }
}
