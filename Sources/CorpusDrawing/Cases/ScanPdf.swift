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
      Array(
        ("<< /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace "
          + "/\(isGray ? "DeviceGray" : "DeviceRGB") /BitsPerComponent 8 /Filter /DCTDecode "
          + "/Length \(jpeg.count) >>\nstream\n").utf8) + jpeg + Array("\nendstream".utf8))
    objects.append(
      Array("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream".utf8))
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
    var bytes = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    for (index, object) in all.enumerated() {
      offsets.append(bytes.count)
      bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = bytes.count
    bytes += Array("xref\n0 \(all.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      bytes += Array(
        (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
    }
    bytes += Array(
      "trailer\n<< /Size \(all.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
    return bytes
  }

  private static func number(_ value: Double) -> String {
    String(Double(Int(value * 100 + 0.5)) / 100)
  }
}
