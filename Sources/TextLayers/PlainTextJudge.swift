package import VietnameseText

/// Decides what a text is worth that no image can confirm.
package struct PlainTextJudge: Sendable {
  private let knowledge: LayerKnowledge
  private let model: LanguageModel

  /// Creates a judge with what is known of text layers and a model of the language.
  package init(knowledge: LayerKnowledge, model: LanguageModel) {
    self.knowledge = knowledge
    self.model = model
  }

  /// Above this share of its letters in lines of noise a text is broken.
  private static let mostNoise = 0.05

  /// Whether `text`, in Unicode and NFC, can be used, and why; nil where it is too short to tell.
  package func verdict(on text: String) -> (decision: LayerDecision, reason: LayerReason)? {
    let limits = knowledge.limits
    var whole = TextSurvey()
    var (letters, noise) = (0, 0)
    var isNoise = false
    for line in text.split(whereSeparator: \.isNewline) {
      let survey = TextSurvey(String(line), model: model)
      whole.add(survey)
      // Lines of few pieces look like those before them.
      if survey.pieces >= 3 { isNoise = LayerBlock.isStrange(survey, limits) }
      letters += survey.letters + survey.unmapped
      if isNoise { noise += survey.letters + survey.unmapped }
    }
    switch LayerKind(whole, limits) {
    case .short: return nil
    case .foreignScript: return (.untrusted, .foreignScript)
    case .noise: return (.untrusted, .glyphNoise)
    case .unmapped: return (.untrusted, .noCharacterMap)
    case .stripped: return (.untrusted, .marksLost)
    case .otherLanguage: return (.untrusted, .otherLanguage)
    case .fluent where Double(noise) <= Self.mostNoise * Double(letters):
      return (.trusted, .fluent)
    case .fluent: return (.partly, .glyphNoise)
    case .unclear: return (.untrusted, .undecided)
    }
  }
}
