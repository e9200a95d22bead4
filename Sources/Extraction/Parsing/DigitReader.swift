import Documents

/// Digits as an engine reads them, letters among them put right only where digits must stand.
enum DigitReader {
  /// The digit that a letter or sign stands for among digits; nil when it stands for none.
  static func digit(for character: Character) -> Character? {
    switch character {
    case "0"..."9": character
    case "O", "o", "Q", "D", "Ô", "Ö", "ơ", "Ơ", "ø", "Ø", "C": "0"
    case "l", "I", "i", "J", "|", "!", "ì", "í", "Ï", "ï", "Ì", "Í": "1"
    case "Z", "z": "2"
    case "A", "Á": "4"
    case "S", "s", "Š": "5"
    case "b", "G": "6"
    case "T": "7"
    case "B", "&", "§": "8"
    case "g", "q": "9"
    default: nil
    }
  }

  /// A run of digits, with the words it stands in.
  struct Run: Hashable {
    var digits: String
    var pieces: [ValuePiece]
    /// How many letters were read as digits.
    var corrections: Int
  }

  /// The runs of digits in `pieces`: a word belongs to one when at least half of it are digits, and
  /// words side by side join when `joins` is set.
  static func runs(in pieces: [ValuePiece], joins: Bool = true) -> [Run] {
    var runs: [Run] = []
    var isOpen = false
    for piece in pieces {
      let text = piece.text.trimming { "|![]".contains($0) }.filter {
        !".,;:-–'’`_ /()[]".contains($0)
      }
      let genuine = text.count(where: { ("0"..."9").contains($0) })
      let digits = text.compactMap(digit(for:))
      guard !text.isEmpty, digits.count == text.count, genuine * 2 >= text.count else {
        if !text.isEmpty { isOpen = false }
        continue
      }
      let corrections = text.count - genuine
      if isOpen, joins, var last = runs.popLast() {
        last.digits += String(digits)
        last.pieces.append(piece)
        last.corrections += corrections
        runs.append(last)
      } else {
        runs.append(Run(digits: String(digits), pieces: [piece], corrections: corrections))
      }
      isOpen = true
    }
    return runs
  }
}
