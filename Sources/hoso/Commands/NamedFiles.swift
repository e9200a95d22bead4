import Documents
import Foundation
import Imaging
import Validation
import Workers

/// Files that a command names, read in worker processes.
struct NamedFiles: Sendable {
  let pool: WorkerPool
  let dictionaries: String

  /// Reads the files at `paths` by `read`, as many at a time as there are workers, and hands each
  /// reading to `onRead` in the order of the paths.
  func forEach<Reading: Sendable>(
    _ paths: [String], read: @escaping @Sendable (String) async throws -> Reading,
    onRead: (Reading) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Reading).self) { group in
      var started = 0
      var shown = 0
      var ready: [Int: Reading] = [:]
      while shown < paths.count {
        // Those that wait to be shown count as well, so that few are held in memory.
        while started < min(paths.count, shown + pool.count) {
          group.addTask { [index = started] in (index, try await read(paths[index])) }
          started += 1
        }
        guard let (index, reading) = try await group.next() else { break }
        ready[index] = reading
        while let next = ready.removeValue(forKey: shown) {
          try onRead(next)
          shown += 1
        }
      }
    }
  }

  /// The bytes of a file, or why it is not read.
  static func bytes(of file: URL) -> Result<[UInt8], Unread> {
    do throws(SourceFile.Failure) {
      // A link that the user names is followed; the pipe or device behind one is not.
      return .success(
        try SourceFile.bytes(
          at: file.resolvingSymlinksInPath().path, limit: IntakeLimits.standard.bytes))
    } catch {
      return .failure(Unread(finding: Finding(error.code)))
    }
  }

  /// Why a file is not read.
  struct Unread: Error { let finding: Finding }

  /// What is said of a file that never came back from a worker.
  func refusal(
    of name: String, sha256: String, because finding: Finding
  ) throws -> SourceResult {
    // Loaded only here: it costs time.
    let catalogue = try ReasonCatalogue(directory: dictionaries)
    return SourceResult(
      source: SourceIdentity(name: name, sha256: sha256, pages: 0), documents: [],
      reasons: [catalogue.reason(for: finding)], dossier: Dossier(verdict: .rejected))
  }
}

extension SourceFile.Failure {
  fileprivate var code: ReasonCode {
    switch self {
    case .unreadable, .notRegular: .fileUnreadable
    case .tooLarge: .fileTooLarge
    }
  }
}
