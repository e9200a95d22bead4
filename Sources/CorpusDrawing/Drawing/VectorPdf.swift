/// A PDF of drawn pages with text and lines instead of pixels.
package enum VectorPdf {
  /// The bytes of a PDF whose pages, `width` × `height` millimetres, are drawn by `pages`.
  package static func bytes(
    width: Double, height: Double, pages: [(PageCanvas) throws -> Void]
  ) throws -> [UInt8] {
    try TypeFoundry.alone {
      let pdf = try PdfSurface(width: width * 72 / 25.4, height: height * 72 / 25.4)
      for draw in pages {
        try draw(PageCanvas(vector: pdf.surface, width: width, height: height))
        pdf.endPage()
      }
      return try pdf.finished()
    }
  }
}
