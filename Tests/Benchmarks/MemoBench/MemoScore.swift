import CorpusDrawing
import Documents
import Foundation
import Memos

/// Counts what was read of memos against what they say.
struct MemoScore {
  /// The counts of one field.
  private struct Counts {
    var total = 0
    var exact = 0
    var wrongInReview = 0
    var silentlyWrong = 0
    var missing = 0
    var invented = 0
  }

  let showsErrors: Bool
  private(set) var silentlyWrong = 0
  private var counts: [FieldKey: Counts] = [:]
  private var memos = 0
  private var accepted = 0
  private var complete = 0
  /// By tenths of confidence: how many values, how sure in sum, how many right.
  private var steps = [(count: Int, sum: Double, right: Int)](repeating: (0, 0, 0), count: 12)
  private var candidates = (count: 0, sum: 0.0, right: 0)
  private var byMutilation: [String: (fields: Int, wrong: Int)] = [:]

  init(showsErrors: Bool) { self.showsErrors = showsErrors }

  mutating func add(_ truth: MemoCase, _ memo: Memo) {
    memos += 1
    if memo.verdict == .accepted { accepted += 1 }
    let labels = [truth.name, truth.number, truth.phone]
    if !labels.contains(nil) { complete += 1 }
    var wrong: [String] = []
    for (key, label) in zip(Memo.keys, labels) {
      let field = memo.fields[key]
      let value = field?.value?.text
      var own = counts[key] ?? Counts()
      own.total += 1
      if Array((value ?? "").utf8) == Array((label ?? "").utf8) {
        own.exact += 1
      } else if memo.verdict == .accepted {
        own.silentlyWrong += 1
        silentlyWrong += 1
      } else if value == nil {
        own.missing += 1
      } else if label == nil {
        own.invented += 1
      } else {
        own.wrongInReview += 1
      }
      counts[key] = own
      let isRight = value == label
      if !isRight {
        wrong.append("\(key.rawValue) \(value ?? "–") for \(label ?? "–")")
      }
      for kind in truth.mutilations {
        byMutilation[kind, default: (0, 0)].fields += 1
        if !isRight { byMutilation[kind, default: (0, 0)].wrong += 1 }
      }
      if value != nil, let confidence = field?.confidence.rawValue {
        let step = confidence >= 0.999 ? 11 : confidence >= 0.99 ? 10 : Int(confidence * 10)
        steps[step].count += 1
        steps[step].sum += confidence
        if isRight { steps[step].right += 1 }
      }
    }
    if let first = memo.fields[.fullName]?.candidates.first,
      truth.name == memo.fields[.fullName]?.value?.text,
      memo.reasons.contains(where: { $0.code == .nameUnmarked }), truth.name != truth.markedName
    {
      candidates.count += 1
      candidates.sum += first.confidence.rawValue
      if first.value.text == truth.markedName { candidates.right += 1 }
    }
    if showsErrors, !wrong.isEmpty {
      print("\(memo.verdict.rawValue)\t\(truth.text)\n\t\(wrong.joined(separator: "; "))")
      print("\t\(truth.mutilations.joined(separator: ", "))")
    }
  }

  func printSums() {
    print("field\tof\texact\twrong in review\tsilently wrong\tmissing\tinvented")
    var all = Counts()
    for key in Memo.keys {
      let own = counts[key] ?? Counts()
      all.total += own.total
      all.exact += own.exact
      print(
        "\(key.rawValue)\t\(own.total)\t\(own.exact)\t\(own.wrongInReview)\t\(own.silentlyWrong)"
          + "\t\(own.missing)\t\(own.invented)")
    }
    let share = 100 * Double(all.exact) / Double(max(1, all.total))
    print(
      String(format: "%.2f %% of %d fields right, ", share, all.total)
        + "\(silentlyWrong) silently wrong")
    print("\(accepted) of \(memos) memos accepted; \(complete) hold all three fields")
    print("confidence: mean, share right, values")
    for step in steps where step.count > 0 {
      print(
        String(
          format: "  %.4f  %.4f  %d", step.sum / Double(step.count),
          Double(step.right) / Double(step.count), step.count))
    }
    if candidates.count > 0 {
      print(
        String(
          format: "first name with marks: right %.3f, said %.3f, of %d",
          Double(candidates.right) / Double(candidates.count),
          candidates.sum / Double(candidates.count), candidates.count))
    }
    for (kind, sums) in byMutilation.sorted(by: { $0.key < $1.key }) where sums.wrong > 0 {
      print("  \(kind): \(sums.wrong) wrong of \(sums.fields)")
    }
  }
}
