import ContentHash
import Documents
import Foundation
import Pipeline
import Workers

/// Reads files as letters in worker processes.
struct LetterFiles: Sendable {
  /// What became of one file.
  struct Reading: Sendable {
    var outcome: LetterOutcome
    /// The upright pages as JPEG by 1-based number, where they are wanted.
    var pictures: [Int: [UInt8]] = [:]
  }

  let files: NamedFiles
  let wantsPictures: Bool

  /// Reads the files at `paths`, and hands each to `onRead` in the order of the paths.
  func read(_ paths: [String], onRead: (Reading) throws -> Void) async throws {
    try await files.forEach(paths, read: reading, onRead: onRead)
  }

  @Sendable private func reading(of path: String) async throws -> Reading {
    let file = URL(filePath: path)
    let name = file.lastPathComponent
    var bytes: [UInt8]
    switch NamedFiles.bytes(of: file) {
    case .success(let content): bytes = content
    case .failure(let unread): return try refusal(of: name, sha256: "", because: unread.finding)
    }
    let sha256 = SHA256Digest(of: bytes).hexadecimal
    do {
      if let words = WordFile(path: path) { bytes = try await words.text() }
    } catch let failure as WordFile.Failure {
      return try refusal(of: name, sha256: sha256, because: failure.finding)
    }
    let request = WorkRequest(name: name, sha256: sha256, wantsPictures: wantsPictures)
    switch try await files.pool.result(of: bytes, request: request) {
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
    Reading(
      outcome: LetterOutcome(
        result: try files.refusal(of: name, sha256: sha256, because: finding), text: LetterText()))
  }
}
