import Synchronization

/// The lexicon of channels and the search of each channel in it, made when the first misread text
/// comes: stripped text needs none, and the fields of a document share them.
final class LazySearches: Sendable {
  /// What is made.
  struct Searches: Sendable {
    let lexicon: ChannelLexicon
    let english: CandidateSearch
    let vietnamese: CandidateSearch
  }

  private let model: LanguageModel
  private let english: ChannelModel
  private let vietnamese: ChannelModel
  private let made = Mutex<Searches?>(nil)

  init(_ model: LanguageModel, english: ChannelModel, vietnamese: ChannelModel) {
    self.model = model
    self.english = english
    self.vietnamese = vietnamese
  }

  /// The lexicon and its searches.
  var value: Searches {
    made.withLock { made in
      if let made { return made }
      let lexicon = ChannelLexicon(model)
      let searches = Searches(
        lexicon: lexicon, english: CandidateSearch(channel: english, trie: lexicon.trie),
        vietnamese: CandidateSearch(channel: vietnamese, trie: lexicon.trie))
      made = searches
      return searches
    }
  }
}
