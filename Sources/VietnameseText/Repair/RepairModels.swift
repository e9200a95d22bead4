import MappedFiles

/// The models that repairs need, mapped from files.
public struct RepairModels: Sendable {
  /// The language model.
  public let language: LanguageModel
  private let lexicon: LazyLexicon
  private let english: ChannelModel
  private let vietnamese: ChannelModel

  /// Opens the models in the folder `directory`.
  public init(directory: String) throws {
    let path = directory + "/" + Self.languageModel
    language = try LanguageModel(MappedFile(path: path), path: path)
    english = try Self.channel(directory + "/" + Self.englishChannel)
    vietnamese = try Self.channel(directory + "/" + Self.vietnameseChannel)
    lexicon = LazyLexicon(language)
  }

  /// The channel in the file at `path`, which a refusal names.
  private static func channel(_ path: String) throws -> ChannelModel {
    let file = try MappedFile(path: path)
    do {
      return try ChannelModel(contentsOf: file)
    } catch let error as ChannelError {
      switch error {
      case .notAChannel: throw ModelFileError.foreign(path: path)
      case .otherVersion(let version): throw ModelFileError.version(version, path: path)
      case .wrongSize, .damaged: throw ModelFileError.damaged(path: path)
      }
    }
  }

  /// The names of the files.
  public static let languageModel = "language-model.bin"
  /// The channel of the engine's model for English.
  public static let englishChannel = "channel-ocr-eng.bin"
  /// The channel of the engine's model for Vietnamese.
  public static let vietnameseChannel = "channel-ocr-vie.bin"

  /// What tokens can be in a text of this condition.
  func readings(for condition: TextCondition) -> TokenReadings {
    switch condition {
    case .stripped: .stripped(StrippedReadings(model: language))
    case .readAsEnglish: .channel(channel(english, damage: 1, mistakesNumbers: true))
    case .readAsVietnamese: .channel(channel(vietnamese, damage: 1))
    case .clean, .foreign: .channel(channel(vietnamese, damage: Self.damageOfCleanText))
    }
  }

  /// How a reading by the Vietnamese model goes together with one by the English model.
  var fusedReadings: FusedReadings {
    FusedReadings(
      first: channel(vietnamese, damage: 1), second: channel(english, damage: 1))
  }

  /// How much rarer slips are in text that a person typed than in readings.
  private static let damageOfCleanText: Float = 0.003

  private func channel(
    _ channel: ChannelModel, damage: Float, mistakesNumbers: Bool = false
  ) -> ChannelReadings {
    let lexicon = lexicon.value
    return ChannelReadings(
      lexicon: lexicon, search: CandidateSearch(channel: channel, trie: lexicon.trie),
      damage: damage, mistakesNumbers: mistakesNumbers)
  }
}
