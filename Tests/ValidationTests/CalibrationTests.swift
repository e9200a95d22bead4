import Documents
import Testing
import Validation

@Suite struct CalibrationTests {
  private static let agreed = Evidence(
    engineConfidence: 0.97, readingsAgree: true, witnesses: [.ocr], lexicon: .exact,
    isWellFormed: true)

  private static func samples(_ evidence: Evidence, right: Int, wrong: Int)
    -> [Calibration.Sample]
  {
    (0..<(right + wrong)).map {
      Calibration.Sample(key: .nationality, evidence: evidence, wasRight: $0 < right)
    }
  }

  /// Before any measurement, print alone does not fit the budget of one error in a thousand.
  @Test func distrustsPrintWithoutData() throws {
    let calibration = try Calibration(directory: Dictionaries.directory).fitted(
      to: [], source: "none")
    let print = calibration.confidence(for: Self.agreed, key: .nationality)
    #expect(print.rawValue < 0.999)
    var proven = Self.agreed
    proven.witnesses = [.ocr, .qr]
    proven.isProven = true
    #expect(calibration.confidence(for: proven, key: .nationality).rawValue > 0.999)
    #expect(calibration.confidence(for: Evidence(), key: .fullName).rawValue < 0.5)
  }

  @Test func believesTheData() throws {
    let empty = try Calibration(directory: Dictionaries.directory)
    func confidence(right: Int, wrong: Int) -> Double {
      empty.fitted(to: Self.samples(Self.agreed, right: right, wrong: wrong), source: "test")
        .confidence(for: Self.agreed, key: .nationality).rawValue
    }
    #expect(confidence(right: 1000, wrong: 0) > 0.999)
    #expect(confidence(right: 100, wrong: 0) < 0.999)
    #expect(confidence(right: 1000, wrong: 10) < 0.992)
    #expect(confidence(right: 0, wrong: 100) < 0.5)
  }

  /// More witnesses, agreement and proof never lower a confidence before data say so.
  @Test func growsWithTheEvidence() throws {
    let calibration = try Calibration(directory: Dictionaries.directory).fitted(
      to: [], source: "none")
    func confidence(_ change: (inout Evidence) -> Void) -> Confidence {
      var evidence = Self.agreed
      change(&evidence)
      return calibration.confidence(for: evidence, key: .placeOfOrigin)
    }
    let base = confidence { _ in }
    #expect(confidence { $0.readingsAgree = false } < base)
    #expect(confidence { $0.engineConfidence = 0.5 } < base)
    #expect(confidence { $0.lexicon = .corrected } < base)
    #expect(confidence { $0.lexicon = .absent } < confidence { $0.lexicon = .corrected })
    #expect(confidence { $0.isWellFormed = false } < base)
    #expect(confidence { $0.dissenters = [.qr] } < base)
    #expect(confidence { $0.witnesses = [.ocr, .qr] } > base)
  }

  @Test func writesWhatItReads() throws {
    let calibration = try Calibration(directory: Dictionaries.directory)
    let text = try calibration.fileText()
    #expect(text.hasPrefix("{\n  \"source\": "))
    #expect(calibration.bins.count > 50)
  }
}
