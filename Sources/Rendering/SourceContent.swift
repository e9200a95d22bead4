package import Imaging

/// A source file of any format, opened and within limits; its pages are decoded one at a time.
package struct SourceContent: Sendable {
  /// The format that its first bytes show.
  package let format: FileFormat
  /// How many pages it has; at least 1.
  package let pageCount: Int

  private enum Pages {
    case images(ImageFile)
    case pdf(PDFFile)
  }
  private let pages: Pages

  /// Opens the bytes of a file; what cannot be read is a refusal that holds the finding.
  package static func open(_ bytes: [UInt8], limits: IntakeLimits = .standard)
    -> Result<SourceContent, Refusal>
  {
    Result { () throws(Refusal) in try SourceContent(bytes, limits: limits) }
  }

  private init(_ bytes: [UInt8], limits: IntakeLimits) throws(Refusal) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    format = try FileFormat.sniff(bytes)
    if format == .pdf {
      let file = try PDFFile(bytes, limits: limits)
      pages = .pdf(file)
      pageCount = file.pageCount
    } else {
      let file = try ImageFile(bytes, format: format, limits: limits)
      pages = .images(file)
      pageCount = file.pages.count
    }
  }

  /// Decodes the page with this index, counted from 0; throws when its data is damaged.
  package func page(_ index: Int) throws(Refusal) -> PageImage {
    precondition((0..<pageCount).contains(index), "a page that the file has")
    return switch pages {
    case .images(let file): try file.page(index)
    case .pdf(let file): try file.page(index)
    }
  }

  /// The PDF, when it is one: its pages have text layers.
  package var pdf: PDFFile? {
    switch pages {
    case .images: nil
    case .pdf(let file): file
    }
  }
}
