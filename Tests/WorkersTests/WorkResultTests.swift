import Documents
import TestSupport
import Testing

@testable import Workers

@Suite struct WorkResultTests {
  /// What a frame says, as the pool reads it.
  private func read(_ frame: Frame) throws -> WorkResult? {
    guard case .result(let pictures) = try #require(WorkerMessage(frame)) else { return nil }
    return WorkResult(frame.body, pictures: pictures)
  }

  @Test(arguments: [
    [:], [1: [1, 2, 3]], [1: [], 2: [7], 100: [UInt8](repeating: 9, count: 70_000)],
  ])
  func comesBackWhole(pictures: [Int: [UInt8]]) throws {
    let sent = WorkResult(result: SampleResult.make(.review), pictures: pictures)
    #expect(try read(sent.frame()) == sent)
  }

  /// Sizes that do not add up are no answer, never a trap.
  @Test(arguments: [-1, 4, Int.max, Int.min])
  func refusesSizesThatAreNotThere(bytes: Int) throws {
    #expect(
      WorkResult([1, 2, 3], pictures: [WorkerMessage.Picture(page: 1, bytes: bytes)]) == nil)
  }
}
