/// How a piece of terminal text looks, where the terminal shows colour at all.
package enum Style: String, Sendable {
  case plain = ""
  case bold = "1"
  case faint = "2"
  case good = "32"
  case warning = "33"
  case bad = "31"

  /// `text` with this look; unchanged when `colour` is false.
  package func apply(to text: String, colour: Bool) -> String {
    guard colour, self != .plain else { return text }
    return "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
  }
}
