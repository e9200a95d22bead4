import Gazetteer

/// The telephone prefixes of Vietnam.
package struct PhonePlan: Sendable {
  /// What a number is.
  package enum Judgement: Equatable {
    /// A mobile number.
    case mobile
    /// A fixed line.
    case fixed
    /// A mobile number of before the change of 2018, whose prefix has a successor.
    case former(prefix: String, successor: String)
    /// A number of nobody.
    case invalid
  }

  private var mobile: Set<String> = []
  private var fixed: Set<String> = []
  private var former: [String: String] = [:]

  /// Loads the prefixes from the table at `path`.
  package init(path: String) throws {
    let table = try DictionaryTable(path: path, columns: ["prefix", "kind", "successor"])
    for row in 0..<table.count {
      switch table[row, 1] {
      case "mobile": mobile.insert(table[row, 0])
      case "fixed": fixed.insert(table[row, 0])
      default: former[table[row, 0]] = table[row, 2]
      }
    }
  }

  /// What `number` is: digits with the leading 0.
  package func judge(_ number: String) -> Judgement {
    guard number.utf8.allSatisfy({ (48...57).contains($0) }) else { return .invalid }
    let three = String(number.prefix(3))
    let four = String(number.prefix(4))
    switch number.utf8.count {
    case 10: return mobile.contains(three) || mobile.contains(four) ? .mobile : .invalid
    case 11:
      if fixed.contains(four) { return .fixed }
      return former[four].map { .former(prefix: four, successor: $0) } ?? .invalid
    default: return .invalid
    }
  }
}
