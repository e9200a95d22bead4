/// Sets the blocks of a filled form, from the top of its page down, as marks.
struct FormTypesetter {
  /// Width of a text in a style, in millimetres.
  typealias Measure = (String, TextStyle) throws -> Double

  let style: FormStyle
  let template: FormTemplate
  let filled: FilledForm
  let measure: Measure
  var marks: [FormMark] = []
  /// Upper edge of the next line.
  var y: Double
  /// Number of the next item of a form that counts its lines.
  var item = 1

  init(
    style: FormStyle, template: FormTemplate, filled: FilledForm,
    measure: @escaping Measure
  ) {
    self.style = style
    self.template = template
    self.filled = filled
    self.measure = measure
    y = style.top
  }

  /// Sets `blocks` below each other.
  mutating func set(_ blocks: [FormBlock], left: Double, width: Double) throws {
    for block in blocks { try set(block, left: left, width: width) }
  }

  private mutating func set(_ block: FormBlock, left: Double, width: Double) throws {
    y += block.before ?? 0
    if let boxes = block.boxes {
      let indent = block.indent ?? 0
      try set(boxes: boxes, left: left + indent, width: width - indent)
      y += style.spacing
    } else if let columns = block.columns {
      try set(columns: columns, left: left, width: width)
    } else if let share = block.rule {
      let middle = left + width / 2
      let half = width * share / 2
      marks.append(
        .line(from: Point(middle - half, y + 0.8), to: Point(middle + half, y + 0.8), width: 0.25))
      y += 2
    } else if let gap = block.gap {
      y += gap
    } else if let height = block.signature {
      if filled.isSigned {
        marks.append(.signature(x: left + width * 0.2, y: y, width: width * 0.6, height: height))
      }
      y += height
    } else {
      try set(paragraph: block, left: left, width: width)
    }
  }

  private mutating func set(columns: [FormColumn], left: Double, width: Double) throws {
    let top = y
    var bottom = y
    var x = left
    for column in columns {
      y = top
      try set(column.blocks, left: x, width: width * column.share - 2)
      bottom = max(bottom, y)
      x += width * column.share
    }
    y = bottom
  }

  // MARK: Paragraphs

  private mutating func set(paragraph block: FormBlock, left: Double, width: Double) throws {
    let text = block.text ?? wording(block.words ?? "")
    for (number, line) in text.split(separator: "\n").enumerated() {
      var face = style.text
      face.size += (block.size ?? 0) * 25.4 / 72
      face.isBold = (block.bold ?? false) || (number == 0 && block.firstBold ?? false)
      face.isItalic = (block.italic ?? false) && !(number == 0 && block.firstBold ?? false)
      let words = FormWord.words(of: runs(of: String(line), face: face, block: block))
      try set(
        words: words, block: block, left: left, width: width, height: face.size * face.leading)
    }
    y += style.spacing * 0.6
  }

  /// The words of a line with its slots filled in.
  private func runs(of line: String, face: TextStyle, block: FormBlock) -> [FormWord.Piece] {
    var runs: [FormWord.Piece] = []
    var rest = line[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      runs.append(FormWord.Piece(text: String(rest[..<open]), style: face))
      let slot = String(rest[rest.index(after: open)..<close])
      if let value = filled.printed[slot] {
        let valueFace = face.with { $0.isBold = $0.isBold || style.boldValues }
        runs.append(FormWord.Piece(text: value, style: valueFace))
      } else if block.plain != true {
        runs.append(FormWord.Piece(text: Self.blank(slot), style: face))
      }
      rest = rest[rest.index(after: close)...]
    }
    runs.append(FormWord.Piece(text: String(rest), style: face))
    return runs
  }

  /// Dots for a place in running text that nobody filled in.
  private static func blank(_ slot: String) -> String {
    switch slot {
    case "day", "month": "......"
    case "year": "........"
    case "declaredAt": "................."
    default: String(repeating: ".", count: 70)
    }
  }

  private mutating func set(
    words: [FormWord], block: FormBlock, left: Double, width: Double, height: Double
  ) throws {
    guard let first = words.first?.pieces.first?.style else { return }
    let space = try measure(" ", first)
    var line: [(word: FormWord, width: Double)] = []
    var used = 0.0
    var indent = block.indent ?? 0
    func emit(
      _ line: [(word: FormWord, width: Double)], isLast: Bool, into copy: inout Self
    ) throws {
      let natural = line.reduce(0) { $0 + $1.width } + space * Double(max(line.count - 1, 0))
      var x = left + indent
      var gap = space
      switch block.align ?? .left {
      case .left: break
      case .center: x = left + (width - natural) / 2
      case .right: x = left + width - natural
      case .justify:
        if !isLast, line.count > 1 { gap += (width - indent - natural) / Double(line.count - 1) }
      }
      for entry in line {
        try copy.place(entry.word, x: x, baseline: copy.y + height * 0.78)
        x += entry.width + gap
      }
      copy.y += height
    }
    for word in words {
      let wordWidth = try self.width(of: word)
      if !line.isEmpty, used + space + wordWidth > width - indent {
        try emit(line, isLast: false, into: &self)
        (line, used, indent) = ([], 0, 0)
      }
      used += (line.isEmpty ? 0 : space) + wordWidth
      line.append((word, wordWidth))
    }
    if !line.isEmpty { try emit(line, isLast: true, into: &self) }
  }

  // MARK: Words

  /// The width of a word in all its styles.
  func width(of word: FormWord) throws -> Double {
    try word.pieces.reduce(0) { $0 + (try measure($1.text, $1.style)) }
  }

  /// Writes `word` on a base line.
  mutating func place(_ word: FormWord, x: Double, baseline: Double) throws {
    var x = x
    for piece in word.pieces {
      marks.append(.text(piece.text, at: Point(x, baseline), style: piece.style))
      x += try measure(piece.text, piece.style)
    }
  }

  /// One of the wordings called `name`; the same each time on one page.
  func wording(_ name: String) -> String {
    guard let wordings = template.wordings[name], !wordings.isEmpty else { return "" }
    var random = SplitMix64(seed: filled.seed, purpose: "wording " + name)
    return random.pick(wordings)
  }
}
