internal import Documents
internal import Gazetteer

/// Reads where copies of a letter go: the list under "Nơi nhận".
struct DistributionReader {
  let reader: FootReader

  private var page: LetterPage { reader.page }

  /// What was read with less is hardly print.
  private static let legible = 0.65

  /// The items under the label, without the words of `others`.
  func items(
    from label: Int, in all: [Passage], skipping others: [Passage]
  ) -> [[Passage]] {
    let taken = others.flatMap(\.words).map(\.box)
    let labelled = all[label]
    var items: [[Passage]] = []
    var last = labelled.box
    let count = reader.label(of: labelled) ?? 0
    let height = reader.rows.wordHeight
    // The list stands in the left half, but a long line may reach under the title.
    let rows =
      page.isPlaced
      ? reader.rows.rows(
        to: 0.58 * Double(page.width),
        within: (labelled.box.y - height / 2)...max(page.height, labelled.box.maxY))
      : Array(all[label...])
    let first = rows.firstIndex { row in
      labelled.words.first.map { row.words.contains($0) } ?? false
    }
    for (index, row) in rows.enumerated() where index >= first ?? 0 {
      if isDoubled(row, among: rows) { continue }
      var part = index == first ?? 0 ? row.part(min(count, row.words.count)...) : row
      if let first = part.words.firstIndex(where: { word in
        taken.contains { 2 * $0.intersection(word.box).area > word.box.area }
      }) {
        part = part.part(..<first)
      }
      cutBehindGap(&part)
      dropNoise(at: &part)
      if isFiling(part) {
        // Typists' marks stand behind the full stop of the last item.
        part.words = FilingLine.unmarked(part.words)
        part.alternatives = part.alternatives.map(FilingLine.unmarked)
      }
      // A letter alone is of a seal or of a pen.
      guard
        part.letters.all > 1
          || part.words.contains(where: {
            $0.text.contains(where: \.isNumber) || page.isRead && FieldText.saysReported($0)
          })
      else { continue }
      // Two readings of the last line may stand over each other.
      if isFiling(part), isFiling(items.last?.first) { break }
      let gap = part.box.y - last.maxY
      if gap > (page.isPlaced ? 3 * height : 100) { break }
      if isOther(part) { break }
      // What begins far from the list is of the signature, or of its seal.
      if page.isPlaced, part.box.x > labelled.box.x + page.width / 4 { continue }
      if page.isRead, isFiling(items.last?.first), let filing = items.last?.last,
        isRow(of: filing, part)
      {
        // Two readings of the last line may each have a part of it.
        items[items.count - 1].append(
          part.part(RecipientReader.isDash(part.words[0].text) ? 1... : 0...))
        continue
      }
      let isDashed = RecipientReader.isDash(part.words[0].text)
      let begins =
        isDashed && !goesOn(from: items.last?.last, to: part) || Self.isFiled(part)
      if begins || items.isEmpty {
        if !items.isEmpty, items.last?.last?.text.hasSuffix(".") == true, gap > 2 * height { break }
        items.append([part])
      } else if let previous = items.last?.last {
        if isFiling(items.last?.first), previous.text.hasSuffix(".") { break }
        if previous.text.hasSuffix(";") {
          items.append([part])
        } else {
          items[items.count - 1].append(part)
        }
      }
      last = part.box
    }
    return items
  }

  /// Whether `part` stands on the row of `line`, behind its words.
  private func isRow(of line: Passage, _ part: Passage) -> Bool {
    let overlap = min(line.box.maxY, part.box.maxY) - max(line.box.y, part.box.y)
    guard page.isPlaced, 5 * overlap > 4 * min(line.box.height, part.box.height) else {
      return false
    }
    let words = part.words.filter { !RecipientReader.isDash($0.text) }
    return !words.isEmpty && words.allSatisfy { $0.box.x >= line.box.maxX - line.box.height }
  }

  /// Whether `row` is a part of another of `rows` read a second time: both cover one print.
  private func isDoubled(_ row: Passage, among rows: [Passage]) -> Bool {
    guard page.isPlaced, page.isRead else { return false }
    let (box, letters) = (row.box, row.letters.all)
    let words = row.words.map { PhraseSearch.trimmed($0.text) }.filter { $0.count > 1 }
    return rows.contains { other in
      guard other != row, letters < other.letters.all else { return false }
      // A high word far to the right is of the signature.
      let beside = other.words.map(\.box).filter { $0.x < box.maxX && box.x < $0.maxX }
      guard let common = PixelBox.union(of: beside)?.intersection(box) else { return false }
      guard 2 * common.height > min(box.height, other.box.height), common.width > 0 else {
        return false
      }
      let said = Set(other.words.map { PhraseSearch.trimmed($0.text) })
      let isScrap = 2 * letters <= other.letters.all && row.confidence < Self.legible
      return isScrap || words.allSatisfy(said.contains)
    }
  }

  /// Whether a line that begins with a dash goes on with the name at the end of the line before it, as
  /// `Bà Rịa` and `- Vũng Tàu` do.
  private func goesOn(from previous: Passage?, to part: Passage) -> Bool {
    guard let previous, part.words.count > 1, part.words[0].text.count == 1,
      previous.words.last?.text.last?.isLetter == true
    else { return false }
    let before = previous.words.map(\.text)
    let behind = part.words.dropFirst().map { PhraseSearch.trimmed($0.text) }
    if reader.lexicon.terms.hasDash(between: before[before.count - 1], and: behind[0]) {
      return true
    }
    return (1...3).contains { first in
      (1...3).contains { second in
        let name = before.suffix(first) + ["-"] + behind.prefix(second)
        return reader.lexicon.units.isName(name.joined(separator: " "))
      }
    }
  }

  /// Cuts off what stands right of a gap: it belongs to the signature or to its seal.
  private func cutBehindGap(_ part: inout Passage) {
    guard page.isPlaced else { return }
    // On a page of few lines the usual word may be a low one.
    let usual = reader.rows.wordHeight
    let height = max(usual, min(3 * usual / 2, part.words.map(\.box.height).max() ?? 0))
    for index in part.words.indices.dropFirst() {
      let (word, before) = (part.words[index], part.words[index - 1])
      let gap = word.box.x - before.box.maxX
      // Behind the sign that ends an item nothing of the list follows on its line.
      let isEnd = before.text.hasSuffix(";") && 2 * word.box.x > page.width / 2
      let limit = isEnd ? usual / 4 : height * 5 / 4
      guard gap > limit, RecipientReader.isDash(before.text) == false else { continue }
      part = part.part(..<index)
      return
    }
  }

  /// Takes away what stands behind a gap and is hardly print.
  private func dropNoise(at part: inout Passage) {
    while part.words.count > 1, let last = part.words.last, isNoise(last) {
      let gap = last.box.x - part.words[part.words.count - 2].box.maxX
      guard 3 * gap > 2 * reader.rows.wordHeight else { return }
      part.words.removeLast()
    }
    if part.words.count == 1, isNoise(part.words[0]) { part.words.removeAll() }
    // Behind the sign that ends an item stands no letter alone, be it in the same word.
    if page.isRead, let last = part.words.last?.text, let end = last.lastIndex(of: ";"),
      end > last.startIndex, last.distance(from: end, to: last.endIndex) == 2
    {
      part.words[part.words.count - 1].text = String(last[...end])
    }
    if page.isRead, let end = part.words.dropLast().lastIndex(where: { $0.text.hasSuffix(";") }),
      part.part((end + 1)...).letters.all < 2
    {
      part.words.removeSubrange((end + 1)...)
    }
  }

  /// Whether `word` is what an engine makes of the edge of a seal or of a signature.
  private func isNoise(_ word: TextWord) -> Bool {
    guard page.isRead, !FieldText.saysReported(word) else { return false }
    let letters = word.text.count { $0.isLetter || $0.isNumber }
    return letters == 0
      ? !RecipientReader.isDash(word.text) && word.confidence < 0.9
      : word.confidence < (letters < 3 ? 0.5 : 0.3)
  }

  private func isFiling(_ item: Passage?) -> Bool {
    guard let item else { return false }
    let plain = item.part(min(item.words.count, 1)...)
    return reader.lexicon[.filing].contains {
      PhraseSearch.opening($0, of: plain) != nil || PhraseSearch.opening($0, of: item) != nil
    }
  }

  /// Whether `part` begins with the label of the archive, `Lưu:`.
  private static func isFiled(_ part: Passage) -> Bool {
    let first = part.words[0].text
    guard FilingLine.begins(first) else { return false }
    return first.hasSuffix(":") || part.words.dropFirst().first?.text == ":"
  }

  /// Whether `row` is the page's number, a stamp, or the heading of an annex.
  private func isOther(_ row: Passage) -> Bool {
    reader.lexicon[.annex].contains { PhraseSearch.opening($0, of: row) != nil && row.isCapitals }
  }
}
