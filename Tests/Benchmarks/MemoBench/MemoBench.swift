import CorpusDrawing
import Documents
import Foundation
import Gazetteer
import Memos
import TestSupport

/// Scores the reading of transfer memos on generated mutilations.
///
///     memo-bench SEED COUNT [--held-out] [--errors]
@main struct MemoBench {
  static func main() { Benchmark.run("memo-bench", run) }

  private static func run(_ arguments: ArraySlice<String>) throws {
    let numbers = arguments.filter { !$0.hasPrefix("--") }
    guard numbers.count == 2, let seed = numbers.first.flatMap({ UInt64($0) }),
      let count = numbers.last.flatMap({ Int($0) })
    else {
      throw Benchmark.UsageError("expected SEED COUNT [--held-out] [--errors]")
    }
    let isHeldOut = arguments.contains("--held-out")
    let maker = try MemoMaker(
      dictionaries: URL(filePath: "dictionaries"), heldOut: isHeldOut)
    let reader = try MemoReader(gazetteer: try Gazetteer(directory: "dictionaries"))
    var score = MemoScore(showsErrors: arguments.contains("--errors"))
    let clock = ContinuousClock()
    var spent = Duration.zero
    for index in 0..<count {
      let memo = try maker.memo(seed: seed, index: index)
      var read: Memo?
      spent += clock.measure { read = reader.memo(memo.text) }
      if let read { score.add(memo, read) }
    }
    print("\(isHeldOut ? "held-out" : "dev") memos: seed \(seed), \(count) memos")
    score.printSums()
    let each = Double(spent.components.attoseconds) / 1e15 + Double(spent.components.seconds) * 1000
    print(String(format: "%.2f ms a memo", each / Double(max(1, count))))
    if score.silentlyWrong > 0 { exit(1) }
  }
}
