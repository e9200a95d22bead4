import Foundation
import Recognition
import TextLayers
import VietnameseText

/// Judges with the project's own dictionaries.
enum Judges {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL
  static let dictionaries = root.appending(path: "dictionaries").path

  /// A judge of text layers with an engine of its own.
  static func layers() throws -> TextLayerJudge {
    let model = try RepairModels(directory: dictionaries + "/language").language
    return TextLayerJudge(
      knowledge: try LayerKnowledge(dictionaries: dictionaries),
      recognizer: EncodingRecognizer(
        letters: try LegacyLetters(dictionaries: dictionaries), model: model),
      model: model, reader: try LineTextReader(taught: dictionaries + "/reading"))
  }
}
