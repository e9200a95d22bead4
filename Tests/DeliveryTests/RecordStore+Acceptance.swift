import Documents
import Foundation
import RecordStore
import Registry
import TestSupport
import Testing

extension RecordStore {
  /// Takes a source with this digest in and accepts it, so that its registration waits for delivery.
  ///
  /// - Returns: The id of the source.
  func accept(_ sha256: String = "aa") throws -> Int64 {
    let batch = try openBatch(named: "b", roots: [])
    let intake = try take(
      FileFacts(path: "/\(sha256)", bytes: 1, modifiedAt: 1), sha256: sha256, batch: batch.id)
    guard case .new(let id) = intake else {
      Issue.record("\(sha256) is not new")
      return 0
    }
    let result = SampleResult.make(sha256: sha256)
    try decide(id, result: result, submission: try Registration(result)?.submission())
    return id
  }
}
