/// Learns a language model from text.
public struct LanguageModelTrainer {
  /// What a model is made with.
  public struct Settings: Sendable {
    /// The most bytes that n-grams of two words or more may take in the file.
    public var budget = 18_550_000
    /// How often a syllable must come to be in the vocabulary.
    public var syllableCount = 2
    /// How often another word must come to be in the vocabulary.
    public var foreignCount = 12

    /// Creates the usual settings.
    public init() {}
  }

  private let settings: Settings
  private let tokenizer = Tokenizer()
  private var interner = ByteInterner()
  /// Words by the number of their bytes plus `WordID.firstWord`, paragraphs between zeros.
  private var stream: [UInt32] = [0]

  /// Creates a trainer that has read nothing.
  public init(settings: Settings = Settings()) {
    self.settings = settings
  }

  /// Reads a paragraph of text in UTF-8 and NFC.
  public mutating func add(paragraph: some Collection<UInt8>) {
    let bytes = Array(paragraph)
    for token in tokenizer.tokens(in: bytes) {
      if token.kind == .word {
        stream.append(
          UInt32(interner.number(of: bytes, token.range)) + UInt32(WordID.firstWord))
      } else if let id = WordID.of(token.kind) {
        stream.append(UInt32(id))
      }
    }
    if stream.last != 0 { stream.append(0) }
  }

  /// The file of the model learned, which names its `sources`.
  public func model(sources: [ModelSource]) throws -> [UInt8] {
    var forms = ByteInterner()
    var formOfSurface: [UInt32] = []
    for surface in 0..<interner.count {
      let form = WordForm.of(interner.bytes(of: surface))
      formOfSurface.append(UInt32(forms.number(of: form, 0..<form.count)))
    }
    let isSyllable = (0..<forms.count).map { form in
      Syllable(String(decoding: forms.bytes(of: form), as: UTF8.self)) != nil
    }
    let stream = vietnamese(formOfSurface, isSyllable)
    var counts = [Int](repeating: 0, count: forms.count)
    for word in stream where word >= UInt32(WordID.firstWord) {
      counts[Int(word) - Int(WordID.firstWord)] += 1
    }
    let vocabulary = Vocabulary(
      words: kept(counts, isSyllable).map { Array(forms.bytes(of: $0)) })
    var idOfForm = [UInt16](repeating: WordID.unknown, count: forms.count)
    for (index, word) in vocabulary.words.enumerated() {
      idOfForm[forms.number(of: word, 0..<word.count)] = WordID.firstWord + UInt16(index)
    }
    let ids = stream.map { word in
      word < UInt32(WordID.firstWord)
        ? UInt16(word) : idOfForm[Int(word) - Int(WordID.firstWord)]
    }
    let model = KneserNeyModel(
      NGramCounts(stream: ids), vocabulary: vocabulary.words.count + Int(WordID.firstWord),
      budget: settings.budget)
    return LanguageModelWriter(vocabulary: vocabulary, model: model, sources: sources).file()
  }

  /// The stream in the forms of words, without the paragraphs in other languages.
  private func vietnamese(_ formOfSurface: [UInt32], _ isSyllable: [Bool]) -> [UInt32] {
    var result: [UInt32] = [0]
    result.reserveCapacity(stream.count)
    var start = 1
    while start < stream.count {
      var end = start
      var words = 0
      var syllables = 0
      while stream[end] != 0 {
        if stream[end] >= UInt32(WordID.firstWord) {
          let form = formOfSurface[Int(stream[end]) - Int(WordID.firstWord)]
          words += 1
          if isSyllable[Int(form)] { syllables += 1 }
          result.append(form + UInt32(WordID.firstWord))
        } else {
          result.append(stream[end])
        }
        end += 1
      }
      if words == 0 || 2 * syllables < words {
        result.removeLast(end - start)
      } else {
        result.append(0)
      }
      start = end + 1
    }
    return result
  }

  /// The forms that the vocabulary takes, the most frequent ones if they are too many.
  private func kept(_ counts: [Int], _ isSyllable: [Bool]) -> [Int] {
    let wanted = counts.indices.filter {
      counts[$0] >= (isSyllable[$0] ? settings.syllableCount : settings.foreignCount)
    }
    let most = Int(UInt16.max) - Int(WordID.firstWord)
    guard wanted.count > most else { return wanted }
    return Array(wanted.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.prefix(most))
  }
}
