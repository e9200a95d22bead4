internal import Foundation

/// Finds the folder that holds a Tesseract model.
package enum ModelFolder {
  /// Where Debian and Tesseract's own installation put their models.
  package static let usual = [
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
  ]

  /// The folders to search: the one named by the user alone, else the environment's, then the
  /// usual ones.
  package static func searched(named folder: String?, environment: [String: String]) -> [String] {
    if let folder { return [folder] }
    guard let prefix = environment["TESSDATA_PREFIX"], !prefix.isEmpty else { return usual }
    return [prefix, prefix + "/tessdata"] + usual
  }

  /// The first of `folders` with a model of `language`.
  package static func containing(
    _ language: String, in folders: [String]
  ) throws(RecognitionError) -> String {
    for folder in folders
    where FileManager.default.isReadableFile(atPath: "\(folder)/\(language).traineddata") {
      return folder
    }
    throw .modelMissing(language: language, searched: folders)
  }
}
