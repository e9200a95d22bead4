/// SQL with `?` for its values, as PostgreSQL writes it.
struct PostgresStatement {
  /// The SQL with `$1`, `$2` … for its values.
  let sql: String
  /// How many values there are.
  let count: Int

  /// Numbers the places of values; a question mark within quotes is none.
  init(_ text: String) {
    var sql = ""
    sql.reserveCapacity(text.utf8.count + 16)
    var count = 0
    var isQuoted = false
    for character in text {
      if character == "'" { isQuoted.toggle() }
      if character == "?", !isQuoted {
        count += 1
        sql += "$\(count)"
      } else {
        sql.append(character)
      }
    }
    self.sql = sql
    self.count = count
  }
}
