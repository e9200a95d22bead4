import CorpusDrawing
import Documents
import Foundation
import Gazetteer
import Memos
import Testing

/// Requirements on generated memos of seeds that nothing was tried on.
@Suite struct MutilatedMemoTests {
  @Test(arguments: [false, true])
  func readsNearlyAllFieldsAndNoneSilentlyWrong(heldOut: Bool) throws {
    let gazetteer = try Gazetteer.ofRepository()
    let reader = try MemoReader(gazetteer: gazetteer)
    let maker = try MemoMaker(dictionaries: URL(filePath: gazetteer.directory), heldOut: heldOut)
    var right = 0
    var fields = 0
    for index in 0..<150 {
      let truth = try maker.memo(seed: 20_261_122, index: index)
      let memo = reader.memo(truth.text)
      for (key, label) in zip(Memo.keys, [truth.name, truth.number, truth.phone]) {
        let value = memo.fields[key]?.value?.text
        fields += 1
        if value == label { right += 1 }
        #expect(value == label || memo.verdict != .accepted, "\(truth.text)")
      }
    }
    #expect(Double(right) / Double(fields) > 0.97)
  }

  @Test func drawsTheSameMemosFromTheSameSeed() throws {
    let folder = URL(filePath: try Gazetteer.ofRepository().directory)
    let maker = try MemoMaker(dictionaries: folder, heldOut: false)
    #expect(try maker.memo(seed: 5, index: 3) == maker.memo(seed: 5, index: 3))
    #expect(try maker.memo(seed: 5, index: 3) != maker.memo(seed: 6, index: 3))
  }
}
