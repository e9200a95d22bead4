import VietnameseText

/// Cuts from the words beside a label what still belongs to a label: its second half, its notes, its
/// number.
enum ValueEdges {
  /// The share of its letters that may be misread in the second half of a label: behind the sign
  /// that parts the halves, and where none was seen.
  private static let mostMisread: (parted: Float, unparted: Float) = (0.6, 0.38)

  /// The words without the misread second half of a bilingual label: those, of the first few, that
  /// are nearest to it.
  static func withoutSecondHalf(
    _ pieces: [ValuePiece], of field: LayoutField
  ) -> [ValuePiece] {
    let halves = field.labels.flatMap(LabelWording.all).filter { $0.part == .second }
      .map { FoldedText.bytes(of: $0.phrase) }
    let isParted = pieces.first?.text.hasPrefix("/") == true
    var best = (
      count: 0, share: isParted ? Self.mostMisread.parted : Self.mostMisread.unparted
    )
    for half in halves where !half.isEmpty {
      var read: [UInt8] = []
      for (index, piece) in pieces.prefix(6).enumerated() {
        read += FoldedText.bytes(of: piece.text)
        // English hardly ever comes out as Vietnamese syllables alone, a value mostly does.
        let isValue = pieces[...index].allSatisfy { word in
          Syllable(word.text.trimming { !$0.isLetter }) != nil
        }
        guard !read.isEmpty, !isValue else { continue }
        let share = EditDistance.weighted(read, half) / Float(max(read.count, half.count))
        if share < best.share { best = (index + 1, share) }
      }
    }
    return withoutLabelRest(Array(pieces.dropFirst(best.count)))
  }

  /// The words without what still belongs to the label: a colon, a note in brackets.
  static func withoutLabelRest(_ pieces: [ValuePiece]) -> [ValuePiece] {
    var rest = pieces[...]
    func dropPunctuation() {
      while let first = rest.first {
        var text = first.text.drop { ":;.,/|-–—…_)]}*'\"".contains($0) }
        // A stroke with the sign that parts groups behind it is a digit that was not read: "/.800".
        let signs = first.text.prefix(first.text.count - text.count).suffix(2)
        if text.first?.isNumber == true, signs.count == 2, let stroke = signs.first,
          "/|'".contains(stroke), let separator = signs.last, ".,".contains(separator)
        {
          text = first.text.suffix(text.count + 2)
        }
        if text.isEmpty {
          rest = rest.dropFirst()
        } else {
          rest[rest.startIndex].text = String(text)
          return
        }
      }
    }
    dropPunctuation()
    // Words of the label that its wordings lack end with its colon.
    if let colon = rest.prefix(4).firstIndex(where: { $0.text.hasSuffix(":") }),
      rest[...colon].allSatisfy({ word in
        word.text.first?.isLowercase == true && !word.text.contains(where: \.isNumber)
      })
    {
      rest = rest[(colon + 1)...]
    }
    dropPunctuation()
    if let first = rest.first, first.text.hasPrefix("("),
      let close = rest.prefix(14).firstIndex(where: { $0.text.contains(")") })
    {
      let tail = rest[close].text.split(separator: ")", maxSplits: 1).dropFirst().first ?? ""
      rest = rest[close...]
      rest[close].text = String(tail)
      if tail.isEmpty { rest = rest.dropFirst() }
      dropPunctuation()
    }
    return Array(rest)
  }

  /// The words before a label without its number or bullet, where its signs tell it from a value:
  /// "[03]", "4)", "•".
  static func withoutNumber(_ pieces: [ValuePiece]) -> [ValuePiece] {
    guard let last = pieces.last?.text else { return pieces }
    let core = last.trimming { !$0.isLetter && !$0.isNumber }
    let isNumber = core.count <= 4 && core.allSatisfy { $0.isNumber || ".,".contains($0) }
    let isBracketed = last.contains { "[]{}".contains($0) } || last.hasSuffix(")")
    let isBullet = core.isEmpty && !last.contains(")")
    guard isBullet || isNumber && isBracketed && !last.contains("(") else { return pieces }
    return withoutNumber(Array(pieces.dropLast()))
  }

  /// The words before a label without the label's own number or bullet at their end: "7.", "b)".
  static func withoutNumbering(_ pieces: [ValuePiece]) -> [ValuePiece] {
    guard let last = pieces.last else { return pieces }
    let core = last.text.trimming { "[](){}.,:;|/-–—•*+_".contains($0) }
    let isNumbering =
      core.count <= 2 && core != last.text && last.confidence < 0.9
      || core.count <= 4 && core != last.text
        && core.allSatisfy { $0.isNumber || ".,".contains($0) }
      || core.count == 1 && core != last.text || core.isEmpty
      || pieces.count == 1 && core.count <= 2 && core.allSatisfy(\.isNumber)
      || pieces.count == 1 && core.count <= 3 && core.allSatisfy { "IVXl1".contains($0) }
    return isNumbering ? withoutNumbering(Array(pieces.dropLast())) : pieces
  }
}
