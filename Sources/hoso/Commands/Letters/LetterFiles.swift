import ContentHash
import Documents
import Foundation
import Imaging
import Pipeline
import Validation
import Workers

/// Reads files as letters in worker processes.
struct LetterFiles: Sendable {
  /// What became of one file.
  struct Reading: Sendable {
    var outcome: LetterOutcome
    /// The upright pages as JPEG by 1-based number, where they are wanted.
    var pictures: [Int: [UInt8]] = [:]
  }

  let pool: WorkerPool
  let wantsPictures: Bool
  let dictionaries: String

  /// Reads the files at `paths`, as many at a time as there are workers, and hands each to `onRead`
  /// in the order of the paths.
  func read(_ paths: [String], onRead: (Reading) throws -> Void) async throws {
    try await withThrowingTaskGroup(of: (Int, Reading).self) { group in
      var started = 0
      var shown = 0
      var ready: [Int: Reading] = [:]
      while shown < paths.count {
        while started < min(paths.count, shown + pool.count) {
          group.addTask { [index = started] in (index, try await reading(of: paths[index])) }
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

  private func reading(of path: String) async throws -> Reading {
    let file = URL(filePath: path)
    let name = file.lastPathComponent
    var bytes: [UInt8]
    do throws(SourceFile.Failure) {
      bytes = try SourceFile.bytes(
        at: file.resolvingSymlinksInPath().path, limit: IntakeLimits.standard.bytes)
    } catch {
      return try refusal(
        of: name, sha256: "",
        because: Finding(error == .tooLarge ? .fileTooLarge : .fileUnreadable))
    }
    let sha256 = SHA256Digest(of: bytes).hexadecimal
    if let words = WordFile(path: path) { bytes = try await words.text() }
    let request = WorkRequest(name: name, sha256: sha256, wantsPictures: wantsPictures)
    switch try await pool.result(of: bytes, request: request) {
    case .finished(let answer):
      let text = try JSONDecoder().decode(LetterText.self, from: Data(answer.attachment))
      return Reading(
        outcome: LetterOutcome(result: answer.result, text: text), pictures: answer.pictures)
    case .failed(let finding):
      return try refusal(of: name, sha256: sha256, because: finding)
    }
  }

  private func refusal(
    of name: String, sha256: String, because finding: Finding
  ) throws -> Reading {
    let catalogue = try ReasonCatalogue(directory: dictionaries)
    return Reading(
      outcome: LetterOutcome(
        result: SourceResult(
          source: SourceIdentity(name: name, sha256: sha256, pages: 0), documents: [],
          reasons: [catalogue.reason(for: finding)], dossier: Dossier(verdict: .rejected)),
        text: LetterText()))
  }
}
