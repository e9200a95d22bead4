import PDFWriting

/// Writes PDF files of a few objects, enough to say how each page must be rendered.
struct PDFWriter {
  /// What stands on a page.
  enum Content {
    /// Drawing operators.
    case drawn(String)
    /// A JPEG of this many pixels over the whole page.
    case scan(jpeg: [UInt8], width: Int, height: Int, isColour: Bool)
  }

  /// One page, its size in points, turned clockwise by `rotation` degrees for showing.
  struct Page {
    var width: Double
    var height: Double
    var rotation = 0
    /// Drawing operators on top of a scan.
    var overlay = ""
    var content: Content
  }

  /// The file of `pages`; `claimedPages` is the number that it states.
  static func file(_ pages: [Page], claimedPages: Int? = nil) -> [UInt8] {
    var objects: [[UInt8]] = []
    let kids = pages.indices.map { "\(3 + $0 * 3) 0 R" }.joined(separator: " ")
    objects.append(Array("<< /Type /Catalog /Pages 2 0 R >>".utf8))
    objects.append(
      Array("<< /Type /Pages /Kids [\(kids)] /Count \(claimedPages ?? pages.count) >>".utf8))
    for (index, page) in pages.enumerated() {
      let number = 3 + index * 3
      objects.append(
        Array(
          """
          << /Type /Page /Parent 2 0 R /MediaBox [0 0 \(page.width) \(page.height)] \
          /Rotate \(page.rotation) /Contents \(number + 1) 0 R \
          /Resources << /XObject << /I \(number + 2) 0 R >> \
          /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>
          """.utf8))
      switch page.content {
      case .drawn(let operators):
        objects.append(PDFContainer.stream("", Array(operators.utf8)))
        objects.append(Array("null".utf8))
      case .scan(let jpeg, let width, let height, let isColour):
        let place = "q \(page.width) 0 0 \(page.height) 0 0 cm /I Do Q \(page.overlay)"
        objects.append(PDFContainer.stream("", Array(place.utf8)))
        objects.append(
          PDFContainer.stream(
            """
            /Type /XObject /Subtype /Image /Width \(width) /Height \(height) \
            /BitsPerComponent 8 /ColorSpace /\(isColour ? "DeviceRGB" : "DeviceGray") \
            /Filter /DCTDecode
            """, jpeg))
      }
    }
    return PDFContainer.file(of: objects, version: "1.4")
  }
}
