import Documents

/// Reads the rows of a ruled table from the print of a page.
struct TableReader {
  /// What one reading of the print gives.
  struct Reading: Hashable {
    /// The rows; a cell left blank is nil.
    var rows: [[String: String?]] = []
    /// Whether the first row goes on with the last one of the page before.
    var continues = false
    /// The lowest engine confidence among its words.
    var engineConfidence: Double?
    /// Where the rows stand.
    var box: PixelBox?
    /// Whether every cell has the form that its column demands.
    var isWellFormed = true
    /// Whether the labels of its columns head it.
    var hasHeading = false
    /// Which column of the layout each column of the grid is.
    var columns: [Int?] = []
  }

  let table: LayoutTable
  let page: ReadingPage
  let repair: FieldRepair

  /// How many labels of columns must be seen in a row that heads the table.
  private static let leastLabels = 3

  /// The rows below the heading; without a heading those in the `known` columns of the page before.
  func read(known: [Int?] = []) -> Reading? {
    guard let grid = TableGrid(marks: page.marks, lineHeight: page.lineHeight) else { return nil }
    let cells = cells(of: grid)
    var reading = Reading()
    let heading = cells.firstIndex { labels(in: $0).compactMap(\.self).count >= Self.leastLabels }
    if let heading {
      reading.columns = completed(labels(in: cells[heading]))
      reading.hasHeading = true
    } else {
      guard known.count == grid.columns.count else { return nil }
      reading.columns = known
    }
    for row in cells[(heading.map { $0 + 1 } ?? 0)...] where !isNumbering(row) {
      add(row, to: &reading)
    }
    return reading
  }

  /// The words of each cell, row by row.
  private func cells(of grid: TableGrid) -> [[[ValuePiece]]] {
    var cells = grid.rows.map { _ in grid.columns.map { _ in [ValuePiece]() } }
    for segment in page.segments {
      for word in segment.words {
        guard let row = grid.rows.firstIndex(where: { $0.contains(Int(word.box.midY)) }),
          let column = grid.columns.firstIndex(where: { $0.contains(Int(word.box.midX)) })
        else { continue }
        cells[row][column].append(ValuePiece(word, row: segment.row))
      }
    }
    return cells.map { $0.map { $0.sorted { ($0.row, $0.box.x) < ($1.row, $1.box.x) } } }
  }

  /// The columns of the layout whose labels stand in the cells of a row.
  private func labels(in row: [[ValuePiece]]) -> [Int?] {
    row.map { cell in
      let letters = cell.flatMap { FoldedText.bytes(of: $0.text) }
      guard letters.count >= 2 else { return nil }
      var best: (column: Int, share: Float)?
      for (index, column) in table.columns.enumerated() {
        for label in column.labels {
          let wanted = FoldedText.bytes(of: label)
          let share =
            EditDistance.weighted(letters, wanted) / Float(max(letters.count, wanted.count))
          if share < best?.share ?? 0.34 { best = (index, share) }
        }
      }
      return best?.column
    }
  }

  /// The columns with those whose label was not readable in the place that is left for them.
  private func completed(_ columns: [Int?]) -> [Int?] {
    guard columns.count == table.columns.count else { return columns }
    return columns.indices.map { columns[$0] ?? (columns.contains($0) ? nil : $0) }
  }

  /// Whether a row only numbers the columns: (1), (2), (3); not all of them need have been read.
  private func isNumbering(_ row: [[ValuePiece]]) -> Bool {
    let filled = row.filter { !$0.isEmpty }
    let isShort = filled.allSatisfy { cell in
      cell.count == 1 && cell[0].text.trimming { "()[]{}".contains($0) }.count <= 1
    }
    let isBracketed = filled.contains { $0[0].text.contains { "()[]{}".contains($0) } }
    return isShort && (isBracketed || filled.count * 2 > row.count && filled.count > 2)
  }

  private func add(_ row: [[ValuePiece]], to reading: inout Reading) {
    var values: [String: String?] = [:]
    var used: [ValuePiece] = []
    var isNumbered = false
    for (cell, column) in zip(row, reading.columns) {
      guard let column else { continue }
      let field = table.columns[column]
      guard let key = field.key else {
        isNumbered = isNumbered || cell.contains { $0.text.contains(where: \.isNumber) }
        continue
      }
      let parsed = FieldParser.parse(cell, as: field)
      values[key.rawValue] = .some(parsed.value.map { repair.repaired($0, field).value })
      guard parsed.value != nil else {
        // Print that gives no value was not understood.
        if cell.contains(where: { $0.text.contains(where: \.isLetter) }) {
          reading.isWellFormed = false
        }
        continue
      }
      used += parsed.pieces
      if !parsed.isWellFormed { reading.isWellFormed = false }
    }
    guard values.values.contains(where: { $0 != nil }) else { return }
    let hasNumbers = reading.columns.contains { $0.map { table.columns[$0].key == nil } ?? false }
    if hasNumbers, !isNumbered, reading.rows.isEmpty { reading.continues = true }
    reading.rows.append(values)
    let confidences = used.map(\.confidence) + [reading.engineConfidence].compactMap(\.self)
    reading.engineConfidence = confidences.min()
    reading.box = PixelBox.union(of: used.map(\.box) + [reading.box].compactMap(\.self))
  }
}
