package import Recognition
package import Rendering
package import VietnameseText

/// Decides whether the text layers of PDF pages can be used.
///
/// Statistics of the text and of where it lies come first; lines are read from the image only where
/// they leave doubt. It belongs to one thread, as the reader of lines that it is given does.
package final class TextLayerJudge {
  private let knowledge: LayerKnowledge
  private let model: LanguageModel
  private let recognizer: EncodingRecognizer
  private let witness: LineWitness

  /// Creates a judge with what is known of text layers, a recogniser of old encodings, a model of
  /// the language, and a reader of lines.
  package init(
    knowledge: LayerKnowledge, recognizer: EncodingRecognizer, model: LanguageModel,
    reader: LineTextReader
  ) {
    self.knowledge = knowledge
    self.recognizer = recognizer
    self.model = model
    witness = LineWitness(reader: reader)
  }

  /// The resolution at which the ink of a page is looked at, in dots per inch.
  private static let inkResolution = 96.0
  /// The resolution at which lines are read.
  private static let readingResolution = 150.0

  /// What is known of the text layer of the page with this index, counted from 0.
  package func layer(of file: PDFFile, page index: Int) throws -> PageLayer {
    let text = try file.text(index)
    var page = JudgedPage(text, knowledge: knowledge, model: model, recognizer: recognizer)
    guard page.hasText else { return page.layer(.none, .empty) }
    if knowledge.isDynamicForm(text) { return page.layer(.untrusted, .dynamicForm) }
    if page.kind == .foreignScript {
      let isDrawn = text.imageShare < knowledge.limits.scannedShare
      return page.layer(isDrawn ? .trusted : .untrusted, .foreignScript)
    }
    let looksSure = page.looksSure
    var map = try file.ink(
      index, dpi: looksSure ? Self.inkResolution : Self.readingResolution)
    page.compare(with: looksSure ? map : map.halved())
    if let reason = page.reasonOfPlace { return page.layer(.untrusted, reason) }
    if looksSure, page.liesSurely { return page.settled(.init(isTrusted: true, reason: .fluent)) }
    if looksSure { map = try file.ink(index, dpi: Self.readingResolution) }
    try page.ask(witness, on: map)
    if page.mayBeDeciphered, try page.decipher(witness, on: map) {
      return page.layer(.trusted, .deciphered)
    }
    return page.settled(nil)
  }
}
