import VietnameseText

/// Where the words that were read differ from those that are printed.
struct BodyDifference {
  /// Each difference with the words around it: `before [printed] after ← [read]`.
  let lines: [String]

  /// Compares `text` with the paragraphs `truth`; what stands before and after these is left out.
  init(of text: String, from truth: [String]) {
    let printed = Self.words(truth.joined(separator: " "))
    let read = Self.words(text)
    var (missing, added) = (Set<Int>(), Set<Int>())
    for change in read.difference(from: printed) {
      switch change {
      case .remove(let offset, _, _): missing.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [String] = []
    var (at, to) = (0, 0)
    while at < printed.count {
      let (first, begin) = (at, to)
      while at < printed.count, missing.contains(at) { at += 1 }
      while to < read.count, added.contains(to) { to += 1 }
      if at - first + to - begin > 0, first > 0 || at > first {
        // What precedes the first word may be the head.
        let words = first == 0 ? read[begin..<to].suffix(at - first) : read[begin..<to]
        lines.append(
          "\(printed[max(0, first - 2)..<first].joined(separator: " ")) "
            + "[\(printed[first..<at].joined(separator: " "))] "
            + "\(at < printed.count ? printed[at] : "") ← [\(words.joined(separator: " "))]")
      }
      (at, to) = (at + 1, to + 1)
    }
    self.lines = lines
  }

  private static func words(_ text: String) -> [String] {
    text.normalized().split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
