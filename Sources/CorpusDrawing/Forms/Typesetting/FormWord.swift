/// Letters between two spaces, in one or more styles.
struct FormWord {
  struct Piece {
    var text: String
    var style: TextStyle
  }

  var pieces: [Piece]

  /// Cuts `runs` into words; runs that meet without a space stay in one word.
  static func words(of runs: [Piece]) -> [FormWord] {
    var words: [FormWord] = []
    var isOpen = false
    for run in runs {
      var text = ""
      func close() {
        guard !text.isEmpty else { return }
        let piece = Piece(text: text, style: run.style)
        if isOpen, !words.isEmpty {
          words[words.count - 1].pieces.append(piece)
        } else {
          words.append(FormWord(pieces: [piece]))
        }
        text = ""
      }
      for character in run.text {
        if character == " " {
          close()
          isOpen = false
        } else {
          text.append(character)
        }
      }
      let endsInside = !text.isEmpty
      close()
      if endsInside { isOpen = true }
    }
    return words
  }
}
