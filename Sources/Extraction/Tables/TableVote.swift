/// The rows of a table that its readings give together, cell by cell.
///
/// All readings lie in one grid, so that a cell misread in one of them stands at the same place in the
/// others.
struct TableVote {
  /// The reading that most others are like, each cell with the value that most of them give.
  let reading: TableReader.Reading
  /// How many readings give every cell so.
  let agreement: Int
  /// How many readings give the cell that fewest of them give so.
  let cellAgreement: Int

  /// Lays `readings` over each other; nil where the first one has no rows.
  ///
  /// `joint`, what their words say together, decides where no two agree, but bears no witness of its
  /// own.
  init?(_ readings: [TableReader.Reading?], joint: TableReader.Reading?) {
    guard let first = readings.first, var chosen = first, !chosen.rows.isEmpty else { return nil }
    let witnesses = readings.compactMap(\.self).filter { $0.rows.count == chosen.rows.count }
    let voices =
      [joint].compactMap(\.self).filter { $0.rows.count == chosen.rows.count } + witnesses
    var least = witnesses.count
    for row in chosen.rows.indices {
      for key in chosen.rows[row].keys {
        let said = voices.map { $0.rows[row][key] ?? nil }
        let best = said.indices.max { a, b in
          let (left, right) = (said.count { $0 == said[a] }, said.count { $0 == said[b] })
          return left == right ? a > b : left < right
        }
        guard let best else { continue }
        chosen.rows[row][key] = .some(said[best])
        least = min(least, witnesses.count { ($0.rows[row][key] ?? nil) == said[best] })
      }
    }
    reading = chosen
    agreement = witnesses.count { $0.rows == chosen.rows }
    cellAgreement = least
  }
}
