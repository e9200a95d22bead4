/// Something met among the files of a batch that is not taken in.
public struct RefusedPath: Hashable, Sendable {
  /// Why it is not taken in.
  public enum Cause: Hashable, Sendable {
    /// It is a symbolic link, which could lead anywhere.
    case symbolicLink
    /// It is a pipe, a socket or a device.
    case special
    /// Its name begins with a dot: programs keep their own things there.
    case hidden
    /// Its bytes belong to a person who was erased.
    case forgotten
    /// It cannot be entered or looked at, for this reason.
    case unreadable(String)
  }

  /// Where it stands.
  public let path: String
  /// Why it is not taken in.
  public let cause: Cause
}

extension RefusedPath: CustomStringConvertible {
  /// The note for the user.
  public var description: String {
    switch cause {
    case .symbolicLink: "\(path): a symbolic link is not followed; name its target instead"
    case .special: "\(path): not a file; skipped"
    case .forgotten:
      "\(path): belongs to a person who was erased (hoso forget); not read, delete the file"
    case .hidden: "\(path): hidden; skipped, name it on the command line to import it"
    case .unreadable(let cause): "\(path): cannot be read (\(cause)); give permission and run again"
    }
  }
}
