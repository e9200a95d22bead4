internal import Documents

/// The two columns of the head: what stands left and right of its border.
struct HeadColumns {
  var motto: [Passage] = []
  var left: [Passage] = []
  var right: [Passage] = []
  /// Where the right column begins; nil where rows were parted by what they say.
  var boundary: Double?

  init(_ reader: HeadReader) {
    let phrases = reader.lexicon[.motto]
    for row in reader.all.prefix(30) {
      for phrase in phrases {
        guard let range = PhraseSearch.range(of: phrase, in: row) else { continue }
        motto.append(row.part(range))
        break
      }
      if motto.count == 2 { break }
    }
    if reader.page.isPlaced {
      place(reader)
    } else {
      divide(reader)
    }
  }

  /// Parts the rows by where the motto stands.
  private mutating func place(_ reader: HeadReader) {
    let height = reader.rows.wordHeight
    var border = motto.map(\.box.x).min().map(Double.init)
    if border == nil {
      // Without a motto the date tells where the right column is.
      let dated = reader.all.prefix(30).first { PlaceAndDate($0) != nil }
      if let dated, let date = PlaceAndDate(dated) {
        border = Double(dated.part(date.start...).box.x)
      }
    }
    guard let border else {
      left = Array(reader.all.prefix(30))
      return
    }
    let edge = border - 0.4 * Double(height)
    boundary = edge
    let top = (motto.map(\.box.y).min() ?? 0) - 5 * height / 4
    let bottom = top + reader.page.height / 2
    let heights = min(top, bottom)...max(top, bottom)
    for row in reader.rows.rows(within: heights) {
      let first = row.words.firstIndex { word in motto.contains { $0.words.contains(word) } }
      let border = first ?? Self.border(in: row, near: edge, reader)
      if border > 0 { left.append(row.part(..<border)) }
      if border < row.words.count { right.append(row.part(border...)) }
    }
  }

  /// The index of the first word of `row` that stands in the right column, which begins near `edge`.
  private static func border(in row: Passage, near edge: Double, _ reader: HeadReader) -> Int {
    let words = row.words
    let reach = 0.12 * Double(reader.page.width)
    var widest: (index: Int, gap: Int)?
    for index in words.indices.dropFirst() {
      let gap = words[index].box.x - words[index - 1].box.maxX
      let middle = Double(words[index].box.x + words[index - 1].box.maxX) / 2
      guard gap >= reader.rows.wordHeight, abs(middle - edge) < reach else { continue }
      if gap > widest?.gap ?? 0 { widest = (index, gap) }
    }
    if let widest { return widest.index }
    if Double(row.box.x) > edge - reach / 2, row.box.midX > edge { return 0 }
    if Double(row.box.maxX) < edge + reach { return words.count }
    return words.firstIndex { $0.box.midX >= edge } ?? words.count
  }

  /// Parts rows that have no places by what they say.
  private mutating func divide(_ reader: HeadReader) {
    let mottoWords = motto.flatMap(\.words)
    for row in reader.all.prefix(40) {
      if PhraseSearch.opening(.init("Kính gửi"), of: row) != nil { break }
      var rest = row
      rest.words.removeAll { mottoWords.contains($0) }
      if let date = PlaceAndDate(rest) {
        right.append(rest.part(date.start...))
        rest = rest.part(..<date.start)
      } else if rest.text.lowercased().hasPrefix("tháng"), !right.isEmpty {
        right.append(rest)
        continue
      } else if let comma = rest.words.lastIndex(where: { $0.text.lowercased() == "ngày" }),
        comma == rest.words.count - 1
      {
        right.append(rest)
        continue
      }
      if !rest.words.isEmpty { left.append(rest) }
    }
  }
}
