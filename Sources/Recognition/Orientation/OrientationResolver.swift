internal import Documents
package import Imaging

/// Tells which way up a page stands by reading a few of its lines each way.
///
/// A card holds too little print for statistics of letter shapes; that words come out readable one
/// way and as noise the other needs no more than three or four lines.
package struct OrientationResolver {
  private let recognizer: TextRecognizer
  private let finder: TextLineFinder
  /// How many lines are read each way.
  private let sample = 4
  /// A mean confidence that settles the matter without a look at the other ways.
  private let certain = 0.88

  init(recognizer: TextRecognizer, finder: TextLineFinder = TextLineFinder()) {
    self.recognizer = recognizer
    self.finder = finder
  }

  /// By how many quarter turns clockwise `image` must be turned to stand upright, out of
  /// `candidates`, the likeliest first; the first when no way is readable.
  package func quarterTurns(of image: PageImage, among candidates: [Int]) throws -> Int {
    var best: (turns: Int, score: Double)?
    for turns in candidates {
      let turned = turns % 4 == 0 ? image : try image.turned(quarterTurns: turns)
      let legibility = try legibility(of: turned)
      if legibility.letters >= 15, legibility.confidence >= certain { return turns }
      let score = legibility.confidence * min(1, Double(legibility.letters) / 15)
      if score > (best?.score ?? 0) + 0.02 { best = (turns, score) }
    }
    return best?.turns ?? candidates.first ?? 0
  }

  /// Whether the print of `image`, whose lines are level, stands on its head.
  package func isUpsideDown(_ image: PageImage) throws -> Bool {
    try quarterTurns(of: image, among: [0, 2]) == 2
  }

  /// How readable the print of `image` is as it stands.
  private func legibility(
    of image: PageImage
  ) throws(RecognitionError) -> (confidence: Double, letters: Int) {
    let gray = try Picture(grayOf: image)
    let layout = try finder.layout(of: gray)
    let reader = LineReader(recognizer: recognizer)
    // Long lines say most, but a very long one costs as much as three.
    let texty = layout.lines.filter { $0.letters >= 5 }.sorted {
      min($0.letters, 40) * $0.letterHeight > min($1.letters, 40) * $1.letterHeight
    }
    var (sum, letters) = (0.0, 0)
    for line in texty.prefix(sample) {
      for word in try reader.words(of: line, in: layout.cleaned) {
        let count = word.text.unicodeScalars.count
        sum += word.confidence * Double(count)
        letters += count
      }
    }
    return (letters == 0 ? 0 : sum / Double(letters), letters)
  }
}
