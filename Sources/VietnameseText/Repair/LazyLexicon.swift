import Synchronization

/// The lexicon of channels, made when the first misread text comes: stripped text needs none.
final class LazyLexicon: Sendable {
  private let model: LanguageModel
  private let made = Mutex<ChannelLexicon?>(nil)

  init(_ model: LanguageModel) {
    self.model = model
  }

  /// The lexicon.
  var value: ChannelLexicon {
    made.withLock { made in
      let lexicon = made ?? ChannelLexicon(model)
      made = lexicon
      return lexicon
    }
  }
}
