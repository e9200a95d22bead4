/// A baseline file that cannot be understood.
public enum BaselineError: Error, Hashable, CustomStringConvertible {
  /// A line that is not a name, a tab, and fields.
  case malformed(line: Int)

  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .malformed(let line):
      "line \(line) of the baseline is not 'case<TAB>fields'; "
        + "write it anew with 'hoso evaluate CORPUS --update-baseline'"
    }
  }
}
