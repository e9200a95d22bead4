/// The number of a word in a language model.
///
/// The first ones stand for what is no word.
enum WordID {
  /// The beginning and the end of a paragraph.
  static let boundary: UInt16 = 0
  /// A word that the vocabulary lacks.
  static let unknown: UInt16 = 1
  /// A number.
  static let number: UInt16 = 2
  /// A code, or an address of the web.
  static let code: UInt16 = 3
  /// A sign that ends a sentence or clause.
  static let stop: UInt16 = 4
  /// A comma.
  static let comma: UInt16 = 5
  /// The first word of the vocabulary.
  static let firstWord: UInt16 = 6

  /// The number by which the model knows a token that is no word; nil where it passes over it.
  static func of(_ kind: Token.Kind) -> UInt16? {
    switch kind {
    case .number: number
    case .code, .mixed: code
    case .stop: stop
    case .comma: comma
    case .lineEnd: boundary
    case .word: unknown
    case .sign: nil
    }
  }
}
