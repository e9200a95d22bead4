/// The bytes of a stream object of a PDF.
enum PDFStream {
  /// The object with `content`; `dictionary` is its dictionary up to the length.
  static func bytes(_ dictionary: String, _ content: [UInt8]) -> [UInt8] {
    Array("\(dictionary) /Length \(content.count) >>\nstream\n".utf8) + content
      + Array("\nendstream".utf8)
  }
}
