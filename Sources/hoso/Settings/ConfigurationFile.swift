/// A configuration file: lines `option = value`, comments after `#` at the start of a line.
struct ConfigurationFile {
  /// The value of each option that the file sets.
  let values: [String: String]

  /// Reads the text of a file; `path` names it in errors, `known` are the options there are.
  init(parsing text: String, path: String, known: Set<String>) throws(ConfigurationError) {
    var values: [String: String] = [:]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let line = Self.trimmed(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let equals = line.firstIndex(of: "=") else {
        throw .malformedLine(path: path, line: index + 1)
      }
      let name = Self.trimmed(line[..<equals])
      guard known.contains(name) else {
        throw .unknownOption(name, path: path, line: index + 1)
      }
      values[name] = Self.trimmed(line[line.index(after: equals)...])
    }
    self.values = values
  }

  private static func trimmed(_ text: Substring) -> String { trimmed(String(text)) }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
