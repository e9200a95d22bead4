import Documents
import VietnameseText

extension RegionReading {
  /// The reading with all text in normal form C.
  func composed() -> RegionReading {
    func composed(_ words: [TextWord]) -> [TextWord] {
      words.map { TextWord(text: $0.text.normalized(), box: $0.box, confidence: $0.confidence) }
    }
    func composed(_ line: TextLine) -> TextLine {
      TextLine(
        box: line.box, words: composed(line.words), alternatives: line.alternatives.map(composed))
    }
    var region = self
    region.lines = lines.map(composed)
    region.codes = codes.map {
      CodeReading(symbology: $0.symbology, text: $0.text.normalized(), box: $0.box)
    }
    return region
  }
}
