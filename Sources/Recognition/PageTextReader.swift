import Documents
package import Imaging

/// Reads a whole page as running text with one model of the engine, its own layout included.
///
/// It owns a warm engine and belongs to one thread.
package final class PageTextReader {
  private let recognizer: TextRecognizer

  /// Loads the model `language` from the folder `tessdata`, or from where models usually are.
  package init(language: String, tessdata: String? = nil) throws(RecognitionError) {
    recognizer = try TextRecognizer(language: language, folder: tessdata)
  }

  /// The lines of `image`, the words of each parted by one space.
  package func text(in image: PageImage) throws(RecognitionError) -> String {
    let picture = try Picture(grayOf: image)
    return recognizer.lines(in: picture, mode: .page)
      .map { $0.map(\.text).joined(separator: " ") }.joined(separator: "\n")
  }
}
