internal import Foundation

/// A report that is being written, part by part.
struct ReportOutput {
  private let path: String
  private let file: FileHandle

  /// Begins the file at `path` anew.
  init(path: String) throws {
    self.path = path
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let file = FileHandle(forWritingAtPath: path)
    else { throw Self.failure(path) }
    self.file = file
  }

  func write(_ text: String) throws {
    do {
      try file.write(contentsOf: Data(text.utf8))
    } catch {
      throw Self.failure(path)
    }
  }

  func close() throws {
    do {
      try file.synchronize()
      try file.close()
    } catch {
      throw Self.failure(path)
    }
  }

  private static func failure(_ path: String) -> BatchReports.Failure {
    BatchReports.Failure(
      description: "cannot write \(path); check that its folder is writable and has room")
  }
}
