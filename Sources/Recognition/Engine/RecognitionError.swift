/// Why reading itself could not be done; a page that holds nothing readable is no error.
package enum RecognitionError: Error, Equatable, CustomStringConvertible {
  /// The model `language` is in none of the folders `searched`.
  case modelMissing(language: String, searched: [String])
  /// The model `language` in `folder` is there, but the engine refused it.
  case modelNotLoaded(language: String, folder: String)
  /// The taught model in `folder` is missing, or the engine refused it.
  case taughtModelNotLoaded(folder: String)
  /// An image could not be allocated or converted.
  case imageNotPrepared

  /// What failed, on what, and the way out.
  package var description: String {
    switch self {
    case .modelMissing(let language, let searched):
      "cannot load the text model '\(language)': no \(language).traineddata in "
        + searched.joined(separator: ", ")
        + "; install the package \(Self.package(of: language)) or name its folder with --tessdata DIR"
    case .modelNotLoaded(let language, let folder):
      "cannot load the text model '\(language)': \(folder)/\(language).traineddata is damaged or "
        + "of another Tesseract version; reinstall the package \(Self.package(of: language)) or "
        + "name another folder with --tessdata DIR"
    case .taughtModelNotLoaded(let folder):
      "cannot load the taught text model: \(folder)/\(LineModels.taughtName).traineddata is missing, "
        + "damaged or of another Tesseract version; install hoso's dictionaries anew or name their "
        + "folder with --dictionaries DIR"
    case .imageNotPrepared:
      "cannot prepare a picture for reading: out of memory; lower --jobs or raise the memory limit"
    }
  }

  /// The package of Debian that brings the model `language`.
  private static func package(of language: String) -> String {
    "tesseract-ocr-" + (language == LineModels.scriptName ? "script-viet" : language)
  }
}
