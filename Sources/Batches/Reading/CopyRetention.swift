internal import Foundation
internal import Originals
internal import RecordStore

/// Removes encrypted copies that have served their time, and those that nobody owns.
struct CopyRetention: Sendable {
  let store: RecordStore
  let keeping: OriginalKeeping
  let clock: @Sendable () -> Date

  /// Removes what a killed program left between a copy and its record.
  func sweep() async throws {
    try await keeping.store.sweep { try await store.sealedDigests(beginningWith: $0) }
  }

  /// Removes every copy whose time is over; returns how many.
  @discardableResult
  func expire() async throws -> Int {
    let now = clock()
    var count = 0
    while true {
      let due = try await store.expiredCopies(
        deliveredBefore: now.addingTimeInterval(-86_400 * Double(keeping.days)),
        rejectedBefore: now.addingTimeInterval(
          -86_400 * Double(max(keeping.days, OriginalKeeping.rejectedDays))), limit: 100)
      if due.isEmpty { return count }
      for (id, sha256) in due {
        // The file first: a note without its file is found again, a file without a note is not.
        try keeping.store.remove(sha256)
        try await store.noteDropped(id)
        count += 1
      }
    }
  }
}
