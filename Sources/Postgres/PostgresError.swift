/// An operation that a PostgreSQL server refused or did not answer; never with values.
package struct PostgresError: Error, Hashable, Sendable {
  /// The SQLSTATE of five letters or digits; empty when no server answered.
  package let state: String
  /// The server's words, where they can hold no value; else what is known of the failure.
  package let message: String
  /// The server and database, without a password.
  package let place: String
  /// The statement, with placeholders, if there was one.
  package let sql: String?

  /// Whether the server is away, or broke off.
  package var isLost: Bool {
    state.isEmpty || state.hasPrefix("08") || state.hasPrefix("57P")
  }

  /// Whether the same may succeed later: the server is away, busy, or has no room.
  package var isPassing: Bool {
    isLost || state.hasPrefix("53") || state.hasPrefix("40") || state == "55P03"
  }

  init(state: String, message: String, place: String, sql: String? = nil) {
    self.state = state
    // What is said of data and of constraints may repeat a value.
    let mayHoldValues = state.hasPrefix("22") || state.hasPrefix("23") || state.hasPrefix("P0")
    self.message = mayHoldValues ? "a value was refused" : message
    self.place = place
    self.sql = sql
  }
}

extension PostgresError: CustomStringConvertible {
  /// What failed, on what, and the way out.
  package var description: String {
    let words = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    if isLost {
      return "cannot reach \(place): \(words); check that PostgreSQL runs there, and --store"
    }
    if state == "53100" {
      return "cannot write to \(place): its disk is full; nothing is lost: make room"
    }
    if state.hasPrefix("28") || state.hasPrefix("3D") || state == "42501" {
      return "cannot use \(place): \(words); check the user, the password and the rights"
    }
    let statement = sql.map {
      " in `\($0.split(whereSeparator: \.isWhitespace).joined(separator: " "))`"
    }
    return "cannot use \(place): \(words) (SQLSTATE \(state))\(statement ?? "")"
  }
}
