import Documents
import Foundation
import Testing
import Validation

@Suite struct CalibrationTests {
  private static let printed = Evidence(
    engineConfidence: 0.97, readingsAgree: true, witnesses: [.ocr], lexicon: .exact,
    isWellFormed: true)

  /// Evidence whose engine confidence and lexicon tell how likely the value is wrong.
  private static func sample(_ number: Int) -> Calibration.Sample {
    var evidence = printed
    let engine = [0.4, 0.7, 0.85, 0.93, 0.96][number % 5]
    evidence.engineConfidence = engine
    evidence.lexicon = number % 3 == 0 ? .corrected : .exact
    // One in two of the faintest is wrong, none of the clearest.
    let rate = [2, 5, 20, 100, 0][number % 5]
    return Calibration.Sample(
      key: number % 2 == 0 ? .nationality : .fullName, kind: .cccdChip, evidence: evidence,
      // Cases are dealt into parts without regard to what was right in them.
      wasRight: rate == 0 || (number / 10) % rate != 0, origin: number / 10 * 40_503 % 65_537 / 7)
  }

  private static func confidence(
    _ calibration: Calibration, _ change: (inout Evidence) -> Void = { _ in }
  ) -> Double {
    var evidence = printed
    change(&evidence)
    return calibration.confidence(for: evidence, key: .nationality, kind: .cccdChip).rawValue
  }

  /// A field may rest on other evidence on one kind of card than on the others.
  @Test func groupsFieldsByKind() throws {
    var calibration = try Calibration(directory: Dictionaries.directory)
    calibration.groups = ["text": ["issuer"], "choice": ["sex", "cccd-chip issuer"]]
    let issuer = FieldKey(rawValue: "issuer")
    #expect(calibration.group(of: issuer) == "text")
    #expect(calibration.group(of: issuer, on: .cccdChip) == "choice")
    #expect(calibration.group(of: issuer, on: .cmnd9) == "text")
    #expect(calibration.group(of: .sex, on: .cmnd9) == "choice")
    #expect(calibration.group(of: .fullName, on: .cmnd9) == "other")
  }

  /// Before any measurement, print alone does not fit the budget of one error in a thousand.
  @Test func distrustsPrintWithoutData() throws {
    let calibration = try Calibration(directory: Dictionaries.directory).fitted(
      to: [], source: "none")
    #expect(Self.confidence(calibration) < 0.999)
    let proven = Self.confidence(calibration) {
      $0.witnesses = [.ocr, .qr]
      $0.isProven = true
    }
    #expect(proven >= 0.9999)
    let unseen = calibration.confidence(for: Evidence(), key: .fullName, kind: .cccdChip)
    #expect(unseen == .zero)
  }

  /// Certainty needs many values: a few clean ones do not show an error rate of one in a thousand.
  @Test func believesTheData() throws {
    let empty = try Calibration(directory: Dictionaries.directory)
    func confidence(right: Int, wrong: Int) -> Double {
      let samples = (0..<(right + wrong)).map {
        Calibration.Sample(
          key: .nationality, kind: .cccdChip, evidence: Self.printed, wasRight: $0 < right,
          origin: $0)
      }
      return Self.confidence(empty.fitted(to: samples, source: "test"))
    }
    #expect(confidence(right: 1000, wrong: 0) > 0.999)
    #expect(confidence(right: 100, wrong: 0) < 0.999)
    #expect(confidence(right: 1000, wrong: 10) < 0.992)
    #expect(confidence(right: 0, wrong: 100) < 0.5)
  }

  @Test func learnsWhichEvidenceCounts() throws {
    let samples = (0..<10_000).map(Self.sample)
    let fitted = try Calibration(directory: Dictionaries.directory).fitted(
      to: samples, source: "test")
    let clear = Self.confidence(fitted) { $0.engineConfidence = 0.96 }
    let faint = Self.confidence(fitted) { $0.engineConfidence = 0.4 }
    let middling = Self.confidence(fitted) { $0.engineConfidence = 0.85 }
    #expect(clear > 0.999)
    #expect((0.4...0.6).contains(faint))
    #expect((0.9...0.98).contains(middling))
  }

  /// Forms say nothing of cards: the strata of these stay as they are.
  @Test func takesOneStratum() throws {
    let table = try Calibration(directory: Dictionaries.directory)
    let fitted = table.fitted(to: (0..<10_000).map(Self.sample), source: "test")
    let name = "print on cards"
    let result = try #require(table.taking(name, from: fitted))
    #expect(result.source == "test")
    for (index, stratum) in result.strata.enumerated() {
      #expect(stratum == (stratum.name == name ? fitted : table).strata[index])
    }
    #expect(result != fitted && result != table)
    #expect(table.taking("no such stratum", from: fitted) == nil)
  }

  /// A field that is never wrong need not answer for another of the same evidence, and the other
  /// way round; the weights stay what they were fitted to.
  @Test func countsFieldsByThemselves() throws {
    let fitted = try Calibration(directory: Dictionaries.directory).fitted(
      to: (0..<10_000).map(Self.sample), source: "test")
    let others = (10_000..<20_000).map { number in
      var sample = Self.sample(number)
      sample.evidence.engineConfidence = 0.93
      sample.wasRight = sample.key == .nationality || (number / 10) % 20 != 0
      return sample
    }
    let recounted = fitted.recounted(on: others, source: "other values")
    #expect(recounted.strata.map(\.weights) == fitted.strata.map(\.weights))
    #expect(recounted.source == "other values")
    let evidence = others[0].evidence
    func confidence(_ key: FieldKey) -> Double {
      recounted.confidence(for: evidence, key: key, kind: .cccdChip).rawValue
    }
    #expect(confidence(.nationality) > 0.999)
    #expect((0.93...0.97).contains(confidence(.fullName)))
    // A field without values of its own is believed as its group is.
    let other = confidence(FieldKey(rawValue: "fatherName"))
    #expect((0.93...0.98).contains(other))
  }

  /// A field of which nothing was ever wrong is not believed for its faintest evidence: high scores
  /// say nothing for low ones.
  @Test func doesNotBelieveFaintEvidenceForTheClear() throws {
    let fitted = try Calibration(directory: Dictionaries.directory).fitted(
      to: (0..<10_000).map(Self.sample), source: "test")
    let clear = (10_000..<20_000).map { number in
      var sample = Self.sample(number)
      sample.wasRight = sample.key == .nationality || sample.wasRight
      // Hardly any is faint.
      if number % 100 >= 2 { sample.evidence.engineConfidence = 0.96 }
      return sample
    }
    let recounted = fitted.recounted(on: clear, source: "test")
    #expect(Self.confidence(recounted) { $0.engineConfidence = 0.96 } > 0.999)
    #expect(Self.confidence(recounted) { $0.engineConfidence = 0.4 } < 0.995)
  }

  /// The stated probabilities are those of values that the fit has not seen.
  @Test func statesWhatComesTrue() throws {
    let fitted = try Calibration(directory: Dictionaries.directory).fitted(
      to: (0..<10_000).map(Self.sample), source: "test")
    let recounted = fitted.recounted(on: (20_000..<30_000).map(Self.sample), source: "test")
    let unseen = (10_000..<14_000).map(Self.sample)
    let right = unseen.count { $0.wasRight }
    for calibration in [fitted, recounted] {
      let stated = unseen.reduce(0) {
        $0 + calibration.confidence(for: $1.evidence, key: $1.key, kind: $1.kind).rawValue
      }
      #expect(abs(stated - Double(right)) / Double(unseen.count) < 0.01)
    }
  }

  /// More doubt never comes with more confidence in the table that is shipped.
  @Test func stepsRise() throws {
    let calibration = try Calibration(directory: Dictionaries.directory)
    for stratum in calibration.strata {
      for steps in [stratum.steps] + stratum.groups.values + stratum.fields.values {
        let scores = steps.map(\.from)
        #expect(scores == scores.sorted())
        let shares = steps.map { Double($0.wrong) / Double($0.seen) }
        #expect(shares == shares.sorted(by: >))
      }
    }
  }

  @Test func writesWhatItReads() throws {
    let calibration = try Calibration(directory: Dictionaries.directory)
    let text = try calibration.fileText()
    #expect(text.hasPrefix("{\n  \"source\": "))
    let again = try JSONDecoder().decode(Calibration.self, from: Data(text.utf8))
    #expect(again == calibration)
  }
}
