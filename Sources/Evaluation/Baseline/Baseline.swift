/// What was right when the baseline was last accepted, case by case.
///
/// A tab-separated file: the case's name, then what was right in it as `document.field`, separated
/// by blanks. A case that was right must stay right, however the sum moves.
public struct Baseline: Hashable, Sendable {
  /// What was right, by case name.
  public var right: [String: Set<String>]

  /// The baseline that `score` would set.
  public init(of score: CorpusScore) {
    right = Dictionary(
      uniqueKeysWithValues: score.cases.map { item in
        (item.name, Set(item.fields.filter(\.outcome.isRight).map(Self.name)))
      })
  }

  /// Reads a baseline from its text; lines that begin with `#` are comments.
  public init(parsing text: String) throws {
    right = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw BaselineError.malformed(line: number + 1) }
      right[String(parts[0])] = Set(parts[1].split(separator: " ").map(String.init))
    }
  }

  /// The baseline as text, sorted, so that a change shows as a short difference.
  public var text: String {
    let lines = right.sorted { $0.key < $1.key }.map { name, fields in
      "\(name)\t\(fields.sorted().joined(separator: " "))"
    }
    return "# What was right, case by case: hoso evaluate CORPUS --update-baseline writes it.\n"
      + lines.joined(separator: "\n") + "\n"
  }

  /// What was right and is now wrong, as `case: document.field`, sorted.
  ///
  /// Cases that the corpus no longer holds are named too: a case does not leave unnoticed.
  public func regressions(in score: CorpusScore) -> [String] {
    let now = Baseline(of: score).right
    return right.flatMap { name, fields in
      guard let stillRight = now[name] else { return ["\(name): the case is gone"] }
      return fields.subtracting(stillRight).map { "\(name): \($0)" }
    }.sorted()
  }

  private static func name(_ score: FieldScore) -> String { "\(score.document).\(score.key)" }
}
