/// What is decided of the lines of one kind, by what lines read from the image say.
struct LayerVerdict {
  var isTrusted: Bool
  var reason: LayerReason
  /// How far the letters agree, 0 … 1; nil when no line could be read.
  var agreement: Double?
  /// Whether some lines agree and others do not.
  var isDivided: Bool
  /// Whether every line that was read agrees.
  var isAgreed: Bool

  init(
    kind: LayerKind, _ all: [LineWitness.Opinion], _ limits: LayerKnowledge.Limits
  ) {
    let legible = all.filter { $0.confidence >= limits.legibleConfidence && $0.letters > 0 }
    let letters = legible.reduce(0) { $0 + $1.letters }
    guard letters > 0 else {
      // What nobody can read in the image is not read better from it.
      (isTrusted, isDivided, isAgreed, agreement) = (kind == .fluent, false, false, nil)
      reason = kind == .fluent ? .fluent : kind == .short ? .undecided : kind.reasonAgainst
      return
    }
    func mean(_ value: (LineWitness.Opinion) -> Double) -> Double {
      legible.reduce(0) { $0 + value($1) * Double($1.letters) } / Double(letters)
    }
    let agreement = mean(\.agreement)
    let bare = mean(\.bareAgreement)
    let digits = legible.compactMap(\.digitAgreement)
    self.agreement = agreement
    isAgreed = all.allSatisfy { $0.agreement >= limits.exactAgreement }
    isDivided =
      agreement < limits.sureAgreement || kind == .fluent
      ? legible.contains { $0.agreement >= limits.sureAgreement }
        && legible.contains { $0.agreement < limits.leastAgreement } : false
    let hasWrongDigits =
      !digits.isEmpty && digits.reduce(0, +) / Double(digits.count) < limits.leastAgreement
    // Marks are a quarter of the letters of Vietnamese; a line with numbers and codes has fewer.
    let lost = bare - agreement
    let mayHaveLost = kind == .stripped || kind == .otherLanguage
    let hasLostMarks = bare >= limits.leastAgreement && lost > (mayHaveLost ? 0.06 : 0.12)
    if hasLostMarks, kind != .fluent {
      (isTrusted, reason) = (false, kind == .otherLanguage ? .otherLanguage : .marksLost)
    } else if agreement >= limits.sureAgreement, !hasWrongDigits || agreement > 0.95 {
      (isTrusted, reason) = (true, .confirmed)
    } else if agreement >= limits.leastAgreement, kind == .fluent, !hasWrongDigits {
      // A poor image is misread; fluent text that it resembles is its text.
      (isTrusted, reason) = (true, .confirmed)
    } else {
      (isTrusted, reason) = (false, kind == .unclear ? .glyphNoise : kind.reasonAgainst)
    }
  }

  init(isTrusted: Bool, reason: LayerReason) {
    self.isTrusted = isTrusted
    self.reason = reason
    agreement = nil
    isDivided = false
    isAgreed = isTrusted
  }
}
