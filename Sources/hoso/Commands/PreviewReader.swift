import ContentHash
import Documents
import Foundation
import Pipeline
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

  let files: NamedFiles
  let wantsPictures: Bool

  /// Reads the files at `paths`, and hands each preview to `onPreview` in the order of the paths.
  func read(_ paths: [String], onPreview: (Preview) throws -> Void) async throws {
    try await files.forEach(paths, read: preview, onRead: onPreview)
  }

  @Sendable private func preview(_ path: String) async throws -> Preview {
    let file = URL(filePath: path)
    let name = file.lastPathComponent
    let bytes: [UInt8]
    switch NamedFiles.bytes(of: file) {
    case .success(let content): bytes = content
    case .failure(let unread):
      return Preview(
        result: try files.refusal(of: name, sha256: "", because: unread.finding))
    }
    let request = WorkRequest(
      name: name, sha256: SHA256Digest(of: bytes).hexadecimal, wantsPictures: wantsPictures)
    let waiting = Stopwatch()
    switch try await files.pool.result(of: bytes, request: request) {
    case .finished(let answer):
      return Preview(
        result: answer.result, pictures: answer.pictures,
        startMs: waiting.milliseconds - answer.result.timing.totalMs)
    case .failed(let finding):
      return Preview(
        result: try files.refusal(of: name, sha256: request.sha256, because: finding))
    }
  }
}
