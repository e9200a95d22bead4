/// Checks the tables of a folder against their schemas and against each other.
struct TableReview {
  let schemas: [String: TableSchema]
  let tables: [String: ReviewedTable]

  /// Everything that is wrong in the tables.
  func defects() -> [Defect] {
    var defects: [Defect] = []
    for name in schemas.keys where tables[name] == nil {
      defects.append(Defect(file: name, problem: "the schema names it, but it is not there"))
    }
    for (name, table) in tables {
      defects += headDefects(of: table, in: name)
      guard let schema = schemas[name] else {
        defects.append(Defect(file: name, problem: "schema.json does not describe it"))
        continue
      }
      guard table.columns.map(String.init) == schema.columns else {
        defects.append(
          Defect(
            file: name, line: max(1, table.headerLine),
            problem: "expected the columns \(schema.columns.joined(separator: " "))"))
        continue
      }
      defects += rowDefects(of: table, schema: schema, in: name)
      defects += referenceDefects(of: table, schema: schema, in: name)
    }
    return defects
  }

  private func headDefects(of table: ReviewedTable, in file: String) -> [Defect] {
    var defects: [Defect] = []
    if !table.comments.contains(where: { $0.text.hasPrefix("# Source") }) {
      defects.append(Defect(file: file, line: 1, problem: "no '# Source' line"))
    }
    for comment in table.comments where !comment.text.hasPrefix("# ") {
      defects.append(Defect(file: file, line: comment.line, problem: "no space after '#'"))
    }
    return defects
  }

  private func rowDefects(
    of table: ReviewedTable, schema: TableSchema, in file: String
  ) -> [Defect] {
    var defects: [Defect] = []
    func note(_ line: Int, _ problem: String) {
      defects.append(Defect(file: file, line: line, problem: problem))
    }
    let keys = schema.key.compactMap { schema.columns.firstIndex(of: $0) }
    let optional = Set(schema.optional ?? [])
    let numbers = Set(schema.numbers ?? [])
    var lineOfKey: [[Substring]: Int] = [:]
    for row in table.rows {
      guard row.cells.count == schema.columns.count else {
        note(row.line, "expected \(schema.columns.count) columns, found \(row.cells.count)")
        continue
      }
      for (column, cell) in zip(schema.columns, row.cells) {
        if cell.isEmpty, !optional.contains(column) { note(row.line, "\(column) is empty") }
        if Self.hasSpareSpace(cell) { note(row.line, "\(column) has a space too many") }
        if let allowed = schema.values?[column], !cell.isEmpty, !allowed.contains(String(cell)) {
          note(row.line, "\(column) '\(cell)' is none of \(allowed.joined(separator: ", "))")
        }
        if numbers.contains(column), !cell.isEmpty, !(Double(cell).map { $0 >= 0 } ?? false) {
          note(row.line, "\(column) '\(cell)' is not a number")
        }
      }
      let key = keys.map { row.cells[$0] }
      if let first = lineOfKey.updateValue(row.line, forKey: key) {
        note(row.line, "the same \(schema.key.joined(separator: " and ")) as line \(first)")
      }
    }
    return defects
  }

  private static func hasSpareSpace(_ cell: Substring) -> Bool {
    let space = UInt8(ascii: " ")
    var previous = space
    for byte in cell.utf8 {
      if byte == space, previous == space { return true }
      previous = byte
    }
    return previous == space && !cell.isEmpty
  }

  private func referenceDefects(
    of table: ReviewedTable, schema: TableSchema, in file: String
  ) -> [Defect] {
    var defects: [Defect] = []
    for (column, targets) in schema.refers ?? [:] {
      guard let place = schema.columns.firstIndex(of: column) else { continue }
      var known: Set<String> = []
      for target in targets {
        let parts = target.split(separator: "#").map(String.init)
        guard parts.count == 2, let other = tables[parts[0]] else {
          defects.append(Defect(file: file, problem: "\(column) refers to '\(target)', not there"))
          continue
        }
        known.formUnion(other.values(of: parts[1]))
      }
      for row in table.rows where row.cells.count > place {
        // A cell may list several codes.
        let cell = row.cells[place]
        guard !cell.isEmpty, !known.contains(String(cell)) else { continue }
        for code in cell.split(separator: ",") {
          let code = code.trimmingPrefix(while: \.isWhitespace)
          guard !known.contains(String(code)) else { continue }
          defects.append(
            Defect(file: file, line: row.line, problem: "\(column) '\(code)' is not known"))
        }
      }
    }
    return defects
  }
}
