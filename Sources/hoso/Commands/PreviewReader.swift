import ContentHash
import Documents
import Foundation
import Imaging
import Pipeline
import Validation
import Workers

/// Reads files for a preview in worker processes, so that a file that ends a C library costs that
/// file alone.
struct PreviewReader: Sendable {
  /// What became of one file.
  struct Preview: Sendable {
    var result: SourceResult
    /// The upright pages as JPEG by 1-based number, where they are wanted.
    var pictures: [Int: [UInt8]] = [:]
    /// How long the worker took to start, and the answer to travel.
    var startMs = 0.0
  }

  let pool: WorkerPool
  let wantsPictures: Bool
  let dictionaries: String

  /// Reads the files at `paths`, as many at a time as there are workers, and hands each preview to
  /// `onPreview` in the order of the paths.
  func read(_ paths: [String], onPreview: (Preview) throws -> Void) async throws {
    try await withThrowingTaskGroup(of: (Int, Preview).self) { group in
      var started = 0
      var shown = 0
      var ready: [Int: Preview] = [:]
      while shown < paths.count {
        // Those that wait to be shown count as well, so that few are held in memory.
        while started < min(paths.count, shown + pool.count) {
          group.addTask { [index = started] in (index, try await preview(paths[index])) }
          started += 1
        }
        guard let (index, preview) = try await group.next() else { break }
        ready[index] = preview
        while let next = ready.removeValue(forKey: shown) {
          try onPreview(next)
          shown += 1
        }
      }
    }
  }

  private func preview(_ path: String) async throws -> Preview {
    let file = URL(filePath: path)
    let name = file.lastPathComponent
    let bytes: [UInt8]
    do throws(SourceFile.Failure) {
      // A link that the user names is followed; the pipe or device behind one is not.
      bytes = try SourceFile.bytes(
        at: file.resolvingSymlinksInPath().path, limit: IntakeLimits.standard.bytes)
    } catch {
      return Preview(result: try refusal(of: name, sha256: "", because: Finding(error.code)))
    }
    let request = WorkRequest(
      name: name, sha256: SHA256Digest(of: bytes).hexadecimal, wantsPictures: wantsPictures)
    let waiting = Stopwatch()
    switch try await pool.result(of: bytes, request: request) {
    case .finished(let answer):
      return Preview(
        result: answer.result, pictures: answer.pictures,
        startMs: waiting.milliseconds - answer.result.timing.totalMs)
    case .failed(let finding):
      return Preview(result: try refusal(of: name, sha256: request.sha256, because: finding))
    }
  }

  private func refusal(
    of name: String, sha256: String, because finding: Finding
  ) throws -> SourceResult {
    // Loaded only where a file never came back from a worker: it costs time.
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
