extension FormTypesetter {
  /// Sets boxes that share a line.
  mutating func set(boxes: [FormBox], left: Double, width: Double) throws {
    let runs = boxes.map { Run(label: label(of: $0), value: value(of: $0), box: $0) }
    if style.frame != .none || style.overflow == .column {
      try setColumns(runs, left: left, width: width)
    } else if style.overflow == .stack, try overflows(runs, width: width) {
      for run in runs { try setFlow([run.alone], left: left, width: width) }
    } else {
      try setFlow(runs, left: left, width: width)
    }
  }

  /// A box with its words chosen.
  struct Run {
    var label: String
    var value: String?
    var box: FormBox
    var alone: Run {
      var copy = self
      copy.box.share = 1
      return copy
    }
  }

  private mutating func label(of box: FormBox) -> String {
    var label = box.label ?? wording(box.words ?? "")
    if let number = box.no {
      switch style.numbers {
      case .bracket: label = "[\(number)] " + label
      case .bracketStop: label = "[\(number)]. " + label
      case .none: break
      }
    } else if box.item == true {
      switch style.enumeration {
      case .none: break
      case .number: label = "\(item). " + label
      case .parenthesis: label = "\(item)) " + label
      case .hyphen: label = "- " + label
      case .bullet: label = "• " + label
      case .bracket: label = "[\(item < 10 ? "0" : "")\(item)] " + label
      }
      item += 1
    }
    return label.isEmpty ? "" : label + ":"
  }

  private func value(of box: FormBox) -> String? {
    guard let slot = box.slot, let value = filled.printed[slot] else { return nil }
    return box.tail.map { value + " " + $0 } ?? value
  }

  private func overflows(_ runs: [Run], width: Double) throws -> Bool {
    guard runs.count > 1 else { return false }
    for run in runs {
      let value = try run.value.map { try measure($0, style.value) } ?? 8
      if try measure(run.label, style.label) + value + 3 > run.box.share * width { return true }
    }
    return false
  }

  // MARK: Running on

  /// Where the next word goes, in a paragraph that runs from margin to margin.
  private struct Pen {
    var x: Double
    let left: Double
    let right: Double
  }

  private mutating func setFlow(_ runs: [Run], left: Double, width: Double) throws {
    var pen = Pen(x: left, left: left, right: left + width)
    let top = y
    var start = left
    for (index, run) in runs.enumerated() {
      if index > 0 {
        pen.x = y == top && pen.x + 2 <= start ? start : pen.x + 3
        let room = try measure(run.label, style.label) + 14
        if pen.x + room > pen.right { newLine(&pen) }
      }
      start += run.box.share * width
      let end = index == runs.count - 1 ? pen.right : start - 2
      try write(run.label, style: style.label, pen: &pen)
      if let choices = run.box.choices {
        try set(choices, isStacked: run.box.stackChoices ?? false, pen: &pen)
      } else if run.box.group != true {
        try fill(run, to: end, pen: &pen)
      }
    }
    newLine(&pen)
  }

  private mutating func newLine(_ pen: inout Pen) {
    y += style.lineHeight
    pen.x = pen.left
  }

  private var baseline: Double { y + style.lineHeight * 0.78 }

  /// Writes words, running on to the left margin of the next line.
  private mutating func write(_ text: String, style face: TextStyle, pen: inout Pen) throws {
    let space = try measure(" ", face)
    for word in FormWord.words(of: [FormWord.Piece(text: text, style: face)]) {
      let wordWidth = try width(of: word)
      if pen.x > pen.left {
        if pen.x + space + wordWidth > pen.right { newLine(&pen) } else { pen.x += space }
      }
      try place(word, x: pen.x, baseline: baseline)
      pen.x += wordWidth
    }
  }

  /// Writes the value of a box with its dots, the last of them at `end`.
  private mutating func fill(_ run: Run, to end: Double, pen: inout Pen) throws {
    guard let value = run.value else { return try leaveBlank(run, to: end, pen: &pen) }
    let face = style.value(byHand: isHandwritten(run))
    switch style.leader {
    case .none: try write(value, style: face, pen: &pen)
    case .after:
      try write(value, style: face, pen: &pen)
      try dot(from: pen.x, to: pen.x < end ? end : pen.x, baseline: baseline)
    case .around:
      let few = try measure("....", style.text) + 1
      try dot(from: pen.x + 1, to: pen.x + few, baseline: baseline)
      pen.x += few
      try write(value, style: face, pen: &pen)
      try dot(from: pen.x, to: pen.x < end ? end : pen.x, baseline: baseline)
    case .under:
      let (startX, startY) = (pen.x + 1, y)
      try write(value, style: face, pen: &pen)
      let low = style.dotDrop
      var row = startY
      while row < y {
        try dot(
          from: row == startY ? startX : pen.left, to: pen.right,
          baseline: row + style.lineHeight * 0.78 + low)
        row += style.lineHeight
      }
      try dot(
        from: startY == y ? startX : pen.left, to: max(pen.x, end), baseline: baseline + low)
    }
    pen.x = max(pen.x, style.leader == .none ? pen.x : min(end, pen.right))
  }

  private func isHandwritten(_ run: Run) -> Bool {
    run.box.slot.map(filled.handwritten.contains) ?? false
  }

  private mutating func leaveBlank(_ run: Run, to end: Double, pen: inout Pen) throws {
    let tail = run.box.tail.map { " " + $0 } ?? ""
    if style.leader == .none {
      if !tail.isEmpty { pen.x += 22 }
      try write(tail, style: style.label, pen: &pen)
      return
    }
    if run.box.date == true {
      try write("......./......./...........", style: style.text, pen: &pen)
      return
    }
    let tailWidth = try measure(tail, style.label)
    try dot(from: pen.x + 1, to: end - tailWidth, baseline: baseline)
    pen.x = max(pen.x, end - tailWidth)
    try write(tail, style: style.label, pen: &pen)
    for _ in 1..<max(run.box.lines ?? 1, 1) {
      newLine(&pen)
      try dot(from: pen.left, to: pen.right, baseline: baseline)
      pen.x = pen.right
    }
  }

  /// A row of dots in the style of the form.
  private mutating func dot(from start: Double, to end: Double, baseline: Double) throws {
    if style.dots == .drawn {
      if end - start > 1 { marks.append(.dots(from: start, to: end, baseline: baseline)) }
      return
    }
    let dot = style.dots == .stops ? "." : "…"
    let step = try measure(String(repeating: dot, count: 20), style.text) / 20
    let count = Int((end - start) / step)
    guard count > 0 else { return }
    marks.append(
      .text(
        String(repeating: dot, count: count), at: Point(start, baseline), style: style.text))
  }

  private mutating func set(
    _ choices: [FormChoice], isStacked: Bool, pen: inout Pen
  ) throws {
    let size = style.text.size * 0.78
    for choice in choices {
      let labelWidth = try measure(choice.label, style.text)
      if isStacked {
        newLine(&pen)
        pen.x = pen.left + 10
      } else if pen.x + labelWidth + size + 5 > pen.right {
        newLine(&pen)
      } else if pen.x > pen.left {
        pen.x += 4
      }
      let tick = filled.ticked.contains(choice.slot) ? style.tick : nil
      if !style.tickFollows {
        marks.append(.tickBox(at: Point(pen.x, baseline - size * 0.92), size: size, tick: tick))
        pen.x += size + 0.8
      }
      try write(choice.label, style: style.text, pen: &pen)
      if style.tickFollows {
        pen.x += 2
        marks.append(.tickBox(at: Point(pen.x, baseline - size * 0.92), size: size, tick: tick))
        pen.x += size
      }
    }
  }

  // MARK: Columns

  /// Sets each box in a column of its own, with borders where the style has them.
  private mutating func setColumns(_ runs: [Run], left: Double, width: Double) throws {
    let top = y
    var bottom = y
    let isGrid = style.frame == .grid
    let inset = isGrid ? 1.4 : 0
    var x = left
    var edges: [Double] = []
    for run in runs {
      y = top + (isGrid ? 0.6 : 0)
      let columnWidth = run.box.share * width
      var pen = Pen(x: x + inset, left: x + inset, right: x + columnWidth - (isGrid ? 1.4 : 2))
      if runs.count == 1 { pen = Pen(x: x + inset, left: x + inset, right: x + width - inset) }
      try write(run.label, style: style.label, pen: &pen)
      if let choices = run.box.choices {
        try set(choices, isStacked: run.box.stackChoices ?? false, pen: &pen)
      } else if run.box.group != true {
        if style.frame == .value {
          try frame(run, pen: &pen)
        } else {
          try fill(run, to: pen.right, pen: &pen)
        }
      }
      newLine(&pen)
      bottom = max(bottom, y + (isGrid ? 0.8 : 0))
      edges.append(x)
      x += columnWidth
    }
    y = bottom
    guard isGrid else { return }
    for (index, edge) in edges.enumerated() {
      let end = index + 1 < edges.count ? edges[index + 1] : left + width
      marks.append(.rectangle(x: edge, y: top, width: end - edge, height: bottom - top))
    }
    y -= style.spacing
  }

  /// Writes the value of a box inside a rectangle.
  private mutating func frame(_ run: Run, pen: inout Pen) throws {
    if pen.right - pen.x < 24 { newLine(&pen) }
    let start = pen.x == pen.left ? pen.left : pen.x + 1.5
    let top = y + 0.3
    var inner = Pen(x: start + 1, left: start + 1, right: pen.right - 1)
    if let value = run.value {
      try write(value, style: style.value(byHand: isHandwritten(run)), pen: &inner)
    }
    marks.append(
      .rectangle(
        x: start, y: top, width: pen.right - start, height: y + style.lineHeight - 0.2 - top))
    pen.x = pen.right
  }
}
