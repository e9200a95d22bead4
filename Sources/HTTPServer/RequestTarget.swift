/// The path and query of a request, decoded.
package struct RequestTarget: Hashable, Sendable {
  /// A parameter of the query.
  package struct Parameter: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Its value.
    package var value: String

    /// Creates a parameter.
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The parts of the path between its slashes; a slash within a part was written `%2F`.
  package var path: [String]
  /// The parameters in their order.
  package var query: [Parameter]

  /// Creates a target.
  package init(path: [String], query: [Parameter] = []) {
    self.path = path
    self.query = query
  }

  /// Decodes `text`, as in the first line of a request.
  ///
  /// - Returns: Nil when it does not begin with a slash, holds a broken escape, or is no UTF-8.
  package init?(_ text: String) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.first == UInt8(ascii: "/") else { return nil }
    path = []
    query = []
    for part in first.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let part = Self.decoded(part, plusIsSpace: false) else { return nil }
      path.append(part)
    }
    guard parts.count == 2 else { return }
    for pair in parts[1].split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(halves[0], plusIsSpace: true),
        let value = Self.decoded(halves.count == 2 ? halves[1] : "", plusIsSpace: true)
      else { return nil }
      query.append(Parameter(name: name, value: value))
    }
  }

  private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ letter: UInt8) -> UInt8? {
    Character(Unicode.Scalar(letter)).hexDigitValue.map(UInt8.init)
  }
}
