internal import PDFWriting

/// A PDF of scanned pages, each one JPEG image that fills its page.
struct ScanPdf {
  private var objects: [[UInt8]] = []
  private var pages: [Int] = []

  /// Appends a page.
  mutating func add(jpeg: [UInt8], width: Int, height: Int, dpi: Double, isGray: Bool) {
    let image = objects.count + 3
    let size = [width, height].map { Self.number(Double($0) * 72 / dpi) }
    let content = "q \(size[0]) 0 0 \(size[1]) 0 0 cm /Im Do Q"
    objects.append(
      PDFContainer.stream(
        "/Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace "
          + "/\(isGray ? "DeviceGray" : "DeviceRGB") /BitsPerComponent 8 /Filter /DCTDecode", jpeg))
    objects.append(PDFContainer.stream("", Array(content.utf8)))
    objects.append(
      Array(
        ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(size[0]) \(size[1])] /Contents "
          + "\(image + 1) 0 R /Resources << /XObject << /Im \(image) 0 R >> >> >>").utf8))
    pages.append(image + 2)
  }

  /// The whole file.
  func finished() -> [UInt8] {
    let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
    let all: [[UInt8]] =
      [
        Array("<< /Type /Catalog /Pages 2 0 R >>".utf8),
        Array("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>".utf8),
      ] + objects
    return PDFContainer.file(of: all, version: "1.4")
  }

  private static func number(_ value: Double) -> String {
    String(Double(Int(value * 100 + 0.5)) / 100)
  }
}
