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
    left = reader.rows.rows(to: edge, within: heights)
    right = reader.rows.rows(from: edge, within: heights)
    dated(reader, heights)
  }

  /// Where the place begins left of the motto, the border of its row lies further left.
  private mutating func dated(_ reader: HeadReader, _ heights: ClosedRange<Int>) {
    guard let index = right.firstIndex(where: { PlaceAndDate($0) != nil }) else { return }
    let row = right[index]
    guard
      let whole = reader.all.first(where: { $0.words.contains(row.words[0]) }),
      let date = PlaceAndDate(whole), date.start < date.placeEnd
    else { return }
    // The words of the place hang together; a wide gap ends them to the left.
    var start = date.placeEnd
    let height = reader.rows.wordHeight
    while start > date.start,
      start == date.placeEnd
        || whole.words[start].box.x - whole.words[start - 1].box.maxX < height
    {
      start -= 1
    }
    let moved = whole.words[start..<date.placeEnd].filter { !row.words.contains($0) }
    guard !moved.isEmpty else { return }
    right[index].words = moved + row.words
    right[index].alternatives =
      whole.words.count == right[index].words.count
      ? whole.alternatives : []
    for line in left.indices { left[line].words.removeAll { moved.contains($0) } }
    left.removeAll { $0.words.isEmpty }
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
