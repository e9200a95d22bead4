/// A file of one or more images, its headers checked, its pixels not yet decoded.
package struct ImageFile: Sendable {
  /// The format that its first bytes show.
  package let format: FileFormat
  /// The header of each page.
  package let pages: [PageHeader]

  private let bytes: [UInt8]
  private let limits: IntakeLimits

  /// Reads the headers of `bytes` and holds them against `limits`; decodes nothing.
  package init(_ bytes: [UInt8], format: FileFormat, limits: IntakeLimits) throws(Refusal) {
    var bytes = bytes
    switch format {
    case .jpeg: pages = [try JPEGFormat.header(of: bytes)]
    case .png: pages = [try PNGFormat.header(of: bytes)]
    case .tiff: pages = try TIFFFormat.headers(of: &bytes, limits: limits)
    case .webp: pages = [try WebPFormat.header(of: bytes)]
    case .jpeg2000: pages = [try JPEG2000Format.header(of: bytes)]
    case .bmp: pages = [try BMPFormat.header(of: bytes)]
    case .heic: pages = [try HEIFFormat.header(of: bytes)]
    case .pdf: throw .unknownFormat("pdf")
    }
    for page in pages { try limits.check(page: page) }
    self.format = format
    self.bytes = bytes
    self.limits = limits
  }

  /// Decodes the page with this index, counted from 0, and turns it as its header says.
  package func page(_ index: Int) throws(Refusal) -> PageImage {
    let header = pages[index]
    let image: PageImage?
    do throws(ImageError) {
      image = try decoded(index).map { decoded throws(ImageError) in
        try fitted(decoded).righted(from: header.orientation)
      }
    } catch {
      image = nil
    }
    guard let image else { throw .damaged(page: index) }
    return image
  }

  /// The page's pixels as they are stored; nil when they are damaged.
  private func decoded(_ index: Int) throws(ImageError) -> PageImage? {
    let header = pages[index]
    let reduction = limits.reduction(width: header.width, height: header.height)
    return switch format {
    case .jpeg: try JPEGFormat.decode(bytes, header: header, reduction: reduction)
    case .png: try PNGFormat.decode(bytes, header: header)
    case .tiff: try TIFFFormat.decode(bytes, page: index, header: header)
    case .webp: try WebPFormat.decode(bytes, header: header)
    case .jpeg2000: try JPEG2000Format.decode(bytes, header: header)
    case .bmp: try BMPFormat.decode(bytes, header: header)
    case .heic: try HEIFFormat.decode(bytes, header: header)
    case .pdf: nil
    }
  }

  /// The image reduced to the pixels we work with, when it has more.
  private func fitted(_ image: PageImage) throws(ImageError) -> PageImage {
    let factor = limits.reduction(width: image.width, height: image.height)
    return factor == 1 ? image : try image.scaled(by: 1 / Double(factor))
  }
}
