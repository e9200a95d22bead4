/// The frame of a PDF file around its objects, of which the first is the catalogue of its pages.
package enum PDFContainer {
  /// The whole file of `objects`, each as `stream` makes it or the bytes of a dictionary.
  ///
  /// - Parameters:
  ///   - objects: The objects from number 1 on, without the lines that open and close them.
  ///   - version: The version of PDF that they need, as in `1.4`.
  ///   - isMarkedBinary: Whether a second line with bytes above 127 keeps programs from taking the
  ///     file for text.
  /// - Returns: The bytes of the file.
  package static func file(
    of objects: [[UInt8]], version: String, isMarkedBinary: Bool = false
  ) -> [UInt8] {
    var bytes = Array("%PDF-\(version)\n".utf8)
    if isMarkedBinary { bytes += [0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A] }
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(bytes.count)
      bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let table = bytes.count
    bytes += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      bytes += Array(
        (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
    }
    return bytes
      + Array(
        ("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\n"
          + "startxref\n\(table)\n%%EOF\n").utf8)
  }

  /// A stream object with `content`; `entries` are those of its dictionary but for the length.
  package static func stream(_ entries: String, _ content: [UInt8]) -> [UInt8] {
    let opening = entries.isEmpty ? "<<" : "<< \(entries)"
    return Array("\(opening) /Length \(content.count) >>\nstream\n".utf8) + content
      + Array("\nendstream".utf8)
  }
}
