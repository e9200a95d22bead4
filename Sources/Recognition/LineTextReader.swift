package import Documents
package import Imaging

/// Reads pictures of single lines, such as are known from a text layer.
///
/// It holds a warm engine, its own or another reader's, and belongs to one thread.
package final class LineTextReader {
  private let recognizer: TextRecognizer

  /// Loads the model `language` from the folder `tessdata`, or from where models usually are.
  package init(language: String = "vie", tessdata: String? = nil) throws(RecognitionError) {
    recognizer = try TextRecognizer(language: language, folder: tessdata)
  }

  /// Loads the taught model from the folder `taught`.
  package init(taught: String) throws(RecognitionError) {
    recognizer = try LineModels.taughtModel(in: taught)
  }

  /// Reads with the engine of `sheets`, on the same thread as that.
  package init(engineOf sheets: SheetTextReader) { recognizer = sheets.recognizer }

  /// The words of the one line in `image`, whose boxes of type are `height` pixels high.
  package func words(in image: PageImage, height: Int) throws(RecognitionError) -> [TextWord] {
    let picture = try Picture(grayOf: image)
    let scale = min(4, max(0.2, Self.height / Double(max(1, height))))
    let scaled = try picture.scaled(by: scale).framed(by: LineReader.margin)
    return recognizer.lines(in: scaled, mode: .line).flatMap { $0 }
  }

  /// The height of a type's box at which it reads best: letters of 24 pixels.
  private static let height = 46.0
}
