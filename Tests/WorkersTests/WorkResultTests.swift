import Documents
import TestSupport
import Testing

@testable import Workers

@Suite struct WorkResultTests {
  /// What a frame says, as the pool reads it.
  private func read(_ frame: Frame) throws -> WorkResult? {
    guard case .result(let pictures, let attachment) = try #require(WorkerMessage(frame)) else {
      return nil
    }
    return WorkResult(frame.body, pictures: pictures, attachment: attachment)
  }

  @Test(arguments: [
    [:], [1: [1, 2, 3]], [1: [], 2: [7], 100: [UInt8](repeating: 9, count: 70_000)],
  ])
  func comesBackWhole(pictures: [Int: [UInt8]]) throws {
    let sent = WorkResult(
      result: SampleResult.make(.review), pictures: pictures, attachment: [4, 5])
    #expect(try read(sent.frame()) == sent)
  }

  /// Sizes that do not add up are no answer, never a trap.
  @Test(arguments: [-1, 4, Int.max, Int.min])
  func refusesSizesThatAreNotThere(bytes: Int) throws {
    let picture = WorkerMessage.Picture(page: 1, bytes: bytes)
    #expect(WorkResult([1, 2, 3], pictures: [picture], attachment: 0) == nil)
    #expect(WorkResult([1, 2, 3], pictures: [], attachment: bytes) == nil)
  }
}
