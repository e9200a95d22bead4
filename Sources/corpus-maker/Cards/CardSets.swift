import CorpusDrawing

/// The sets of identity cards.
enum CardSets {
  static let all: [CaseSet] = []
}
