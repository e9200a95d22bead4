internal import CSQLite
internal import Glibc

/// An operation that a database refused; never with the values that were bound.
public struct DatabaseError: Error, Hashable, Sendable {
  /// SQLite's extended result code.
  public let code: Int32
  /// SQLite's words for it.
  public let message: String
  /// The file of the database.
  public let path: String
  /// The statement, with placeholders, if there was one.
  public let sql: String?
  /// The operating system's error number behind it; 0 if none.
  public let systemError: Int32

  init(code: Int32, message: String, path: String, sql: String? = nil, systemError: Int32 = 0) {
    self.code = code
    self.message = message
    self.path = path
    self.sql = sql
    self.systemError = systemError
  }

  /// Whether there was no room to write: a full disk, a quota, a file-size limit.
  ///
  /// SQLite says that it is full for `ENOSPC` alone, and does not keep the other numbers (3.40).
  public var isDiskFull: Bool {
    code & 0xff == SQLITE_FULL || Self.writeFailures.contains(code)
      || [ENOSPC, EDQUOT, EFBIG].contains(systemError)
  }

  /// `SQLITE_IOERR_WRITE` and `SQLITE_IOERR_SHMSIZE`.
  private static let writeFailures = [SQLITE_IOERR | 3 << 8, SQLITE_IOERR | 19 << 8]

  /// Whether another connection held the database for longer than the busy timeout.
  public var isBusy: Bool { code & 0xff == SQLITE_BUSY }
}

extension DatabaseError: CustomStringConvertible {
  /// What failed, on what, and the way out.
  public var description: String {
    if isDiskFull {
      return "cannot write to \(path): the disk is full or takes no more; "
        + "nothing is lost: make room and run the same command again"
    }
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED:
      return "cannot use \(path): another program holds it; wait for it to end, then run again"
    case SQLITE_CORRUPT, SQLITE_NOTADB:
      return "cannot use \(path): it is damaged or no database (\(message)); "
        + "restore it from a backup, or choose another --data directory"
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY:
      return "cannot open \(path): \(message); check the permissions or choose another --data"
    default:
      let statement = sql.map {
        " in `\($0.split(whereSeparator: \.isWhitespace).joined(separator: " "))`"
      }
      return "cannot use \(path): \(message) (SQLite \(code))\(statement ?? "")"
    }
  }
}
