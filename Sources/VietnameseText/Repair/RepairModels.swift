import MappedFiles

/// The models that repairs need, mapped from files.
public struct RepairModels: Sendable {
  /// The language model.
  public let language: LanguageModel
  private let searches: LazySearches

  /// Opens the models in the folder `directory`.
  public init(directory: String) throws {
    let path = directory + "/" + Self.languageModel
    language = try LanguageModel(MappedFile(path: path), path: path)
    searches = LazySearches(
      language, english: try Self.channel(directory + "/" + Self.englishChannel),
      vietnamese: try Self.channel(directory + "/" + Self.vietnameseChannel))
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
    case .readAsEnglish: .channel(readings(\.english, mistakesNumbers: true))
    case .readAsVietnamese: .channel(readings(\.vietnamese))
    case .clean, .foreign: .channel(readings(\.vietnamese, damage: Self.damageOfCleanText))
    }
  }

  /// How a reading by the Vietnamese model goes together with one by the English model.
  var fusedReadings: FusedReadings {
    FusedReadings(first: readings(\.vietnamese), second: readings(\.english))
  }

  /// How much rarer slips are in text that a person typed than in readings.
  private static let damageOfCleanText: Float = 0.003

  private func readings(
    _ search: KeyPath<LazySearches.Searches, CandidateSearch>, damage: Float = 1,
    mistakesNumbers: Bool = false
  ) -> ChannelReadings {
    let searches = searches.value
    return ChannelReadings(
      lexicon: searches.lexicon, search: searches[keyPath: search], damage: damage,
      mistakesNumbers: mistakesNumbers)
  }
}
