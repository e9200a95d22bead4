internal import Documents
internal import Recognition
internal import Rendering
internal import VietnameseText

/// Layers whose characters consistently stand for others.
extension JudgedPage {
  /// The most lines read to learn what characters stand for, and to prove it.
  private static let lessons = 24

  /// Whether the layer may be right but for what its characters stand for.
  var mayBeDeciphered: Bool {
    limits.deciphered != nil && (kind == .noise || kind == .unclear || kind == .unmapped)
      && survey.letters + survey.unmapped >= 300
      && verdicts.allSatisfy { !($0?.isTrusted ?? false) }
  }

  /// Solves the layer as a substitution; whether that proves itself on lines that it was not learned
  /// from, and makes fluent Vietnamese.
  mutating func decipher(_ witness: LineWitness, on map: InkMap) throws(RecognitionError) -> Bool {
    let sample = samples(of: Array(blocks.indices), count: Self.lessons)
    var solver = SubstitutionSolver(model: model)
    // Each fourth line is kept back for the proof.
    for (index, line) in sample.enumerated() where index % 4 != 3 {
      guard let read = try witness.reading(of: lines[line], on: map) else { continue }
      solver.learn(lines[line].words.map(\.text), read.words.map { $0.text.normalized() })
    }
    guard let letters = solver.map(for: lines.flatMap { $0.words.map(\.text) }) else {
      return false
    }
    var solved = lines
    for line in solved.indices {
      for word in solved[line].words.indices {
        let scalars = solved[line].words[word].text.unicodeScalars.map { letters[$0] ?? $0 }
        solved[line].words[word].text = String(String.UnicodeScalarView(scalars)).normalized()
      }
    }
    let survey = TextSurvey(solved.map(\.text).joined(separator: "\n"), model: model)
    guard let least = limits.deciphered, LayerKind(survey, limits) == .fluent,
      survey.possibleShare >= least
    else { return false }
    var opinions: [LineWitness.Opinion] = []
    for (index, line) in sample.enumerated() where index % 4 == 3 {
      if let opinion = try witness.opinion(of: solved[line], on: map) { opinions.append(opinion) }
    }
    let verdict = LayerVerdict(kind: .short, opinions, limits)
    guard opinions.count >= 2, verdict.isTrusted, verdict.isAgreed else { return false }
    lines = solved
    agreement = verdict.agreement
    return true
  }
}
