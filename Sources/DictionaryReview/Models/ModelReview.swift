internal import Foundation
internal import MappedFiles
internal import VietnameseText

/// Checks the models in `language`: that they open, name what they were learned from, and stay small.
struct ModelReview {
  /// What the models may have together, in bytes.
  static let mostBytes = 20_000_000

  let folder: DictionaryFolder

  /// Everything that is wrong with the models.
  func defects() -> [Defect] {
    let models = folder.files.filter { $0.name.hasPrefix("language/") }
    var defects: [Defect] = []
    let bytes = models.reduce(0) { $0 + $1.size }
    if bytes > Self.mostBytes {
      defects.append(
        Defect(
          file: "language", problem: "\(bytes) bytes of models, more than \(Self.mostBytes)"))
    }
    for model in models where model.name.hasSuffix(".bin") {
      do {
        let hashes = try Self.hashes(in: model)
        if hashes.isEmpty {
          defects.append(Defect(file: model.name, problem: "it names no source"))
        }
        for hash in hashes where !Self.isSHA256(hash) {
          defects.append(Defect(file: model.name, problem: "'\(hash)' is no SHA-256"))
        }
      } catch {
        defects.append(Defect(file: model.name, problem: "\(error)"))
      }
    }
    return defects
  }

  /// The SHA-256 of each input that the model names.
  private static func hashes(in model: DictionaryFolder.File) throws -> [String] {
    let file = try MappedFile(path: model.url.path)
    if model.name == "language/" + RepairModels.languageModel {
      return try LanguageModel(file, path: model.name).sources.map(\.sha256)
    }
    return try ChannelModel(contentsOf: file).provenance.split(whereSeparator: { !$0.isHexDigit })
      .filter { $0.count >= 32 }.map(String.init)
  }

  private static func isSHA256(_ text: String) -> Bool {
    text.count == 64 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }
}
