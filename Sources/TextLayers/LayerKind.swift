internal import VietnameseText

/// What text looks like by itself.
enum LayerKind: Hashable {
  /// Vietnamese that a person could have written.
  case fluent
  /// Signs and letters that are no language.
  case noise
  /// Characters that stand for nothing.
  case unmapped
  /// Vietnamese as an engine for another language reads it.
  case otherLanguage
  /// Vietnamese without its marks.
  case stripped
  /// Another writing than Latin.
  case foreignScript
  /// Numbers, names, a few words: too little to tell.
  case short
  /// Another language, or worse.
  case unclear

  init(_ survey: TextSurvey, _ limits: LayerKnowledge.Limits) {
    let isStray = survey.strayShare > limits.noiseStrays
    if survey.unmappedShare > limits.mostUnmapped {
      self = .unmapped
    } else if survey.foreignShare >= 0.5 {
      self = .foreignScript
    } else if isStray, survey.pieces >= limits.leastWords / 2,
      survey.possibleShare < limits.noisePossible || survey.words < survey.pieces / 2
    {
      self = .noise
    } else if survey.words < limits.leastWords {
      let isStrange =
        survey.words >= 3 && survey.possibleShare < limits.noisePossible
        || isStray && survey.pieces >= 3 || survey.gluedShare > limits.noiseGlued
      self = isStrange ? .unclear : .short
    } else if survey.possibleShare >= limits.leastPossible,
      survey.vietnameseShare >= limits.leastVietnamese, survey.meanCost <= limits.mostCost,
      survey.strayShare <= limits.mostStrays, survey.gluedShare <= limits.mostGlued
    {
      self = .fluent
    } else if survey.markedShare >= 0.04, survey.vietnameseShare < 0.05, survey.bareShare >= 0.6 {
      self = .otherLanguage
    } else if survey.markedShare < 0.04, survey.bareShare >= 0.72 {
      self = .stripped
    } else {
      self = .unclear
    }
  }

  /// Whether no line need be read to know that it is wrong.
  var isHopeless: Bool { self == .unmapped }

  /// Why a layer of this kind is not used when lines read from the image say otherwise.
  var reasonAgainst: LayerReason {
    switch self {
    case .fluent, .short, .unclear: .otherText
    case .noise: .glyphNoise
    case .unmapped: .noCharacterMap
    case .otherLanguage: .otherLanguage
    case .stripped: .marksLost
    case .foreignScript: .foreignScript
    }
  }
}
