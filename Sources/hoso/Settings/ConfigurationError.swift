/// A configuration that cannot be used, with the way out.
enum ConfigurationError: Error, Hashable, CustomStringConvertible {
  case unreadable(path: String)
  case malformedLine(path: String, line: Int)
  case unknownOption(String, path: String, line: Int)
  case noDictionaries(tried: [String])

  var description: String {
    switch self {
    case .unreadable(let path):
      "cannot read the configuration '\(path)'; check the path given with --config"
    case .malformedLine(let path, let line):
      "\(path):\(line): expected 'option = value'"
    case .unknownOption(let name, let path, let line):
      "\(path):\(line): unknown option '\(name)'; 'hoso COMMAND --help' lists the options"
    case .noDictionaries(let tried):
      "found no dictionaries in \(tried.joined(separator: ", ")); "
        + "set --dictionaries DIR or HOSO_DICTIONARIES"
    }
  }
}
