package import Documents
internal import PDFWriting

/// Writes a PDF whose pages are pictures, with the words that stand on them as text that can be
/// searched and copied but is not seen.
///
/// The text is set in a typeface without any ink (a font of type 3 with one empty letter), stretched
/// to where each word stands. Nothing is compressed but the pictures.
package struct SearchablePDF {
  /// A JPEG picture of a page.
  package struct Picture {
    /// The whole file.
    package var jpeg: [UInt8]
    /// Dots per inch; the page gets the size that follows from it.
    package var dpi: Int

    /// Creates a picture.
    package init(jpeg: [UInt8], dpi: Int) {
      self.jpeg = jpeg
      self.dpi = dpi
    }
  }

  private var objects: [[UInt8]] = []
  private var pages: [Int] = []
  private var alphabet = InvisibleAlphabet()

  /// Creates a file without pages.
  package init() {}

  /// The objects that are written last, before those of pages are counted.
  private static let reserved = 2

  /// Adds a page that shows `picture`, on which `lines` of words stand in its pixels.
  ///
  /// False when the picture is no JPEG that a PDF can hold.
  package mutating func add(_ picture: Picture, lines: [[TextWord]]) -> Bool {
    guard let frame = JPEGFrame(picture.jpeg) else { return false }
    let scale = 72 / Double(picture.dpi > 0 ? picture.dpi : Self.usualDPI)
    let (width, height) = (Double(frame.width) * scale, Double(frame.height) * scale)
    let image = add(
      "/Type /XObject /Subtype /Image /Width \(frame.width) /Height \(frame.height) "
        + "/ColorSpace /\(frame.components == 1 ? "DeviceGray" : "DeviceRGB") "
        + "/BitsPerComponent 8 /Filter /DCTDecode", stream: picture.jpeg)
    var content = "q \(Self.number(width)) 0 0 \(Self.number(height)) 0 0 cm /Im Do Q\n"
    for line in lines {
      for word in PDFLine(line).words { content += text(word, scale: scale, height: height) }
    }
    let stream = add("", stream: Array(content.utf8))
    pages.append(objects.count)
    objects.append(
      Array(
        ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(Self.number(width)) "
          + "\(Self.number(height))] /Contents \(stream) 0 R /Resources << /XObject << /Im \(image) "
          + "0 R >> /Font @FONTS@ >> >>").utf8))
    return true
  }

  private static let usualDPI = 300

  /// The whole file.
  package func finished() -> [UInt8] {
    var all = objects
    let first = all.count + Self.reserved + 1
    let fonts = alphabet.objects(from: first)
    let names =
      "<< "
      + fonts.references.map { "/\($0.name) \($0.object) 0 R" }
      .joined(separator: " ") + " >>"
    for page in pages {
      let text = String(decoding: all[page], as: UTF8.self)
      all[page] = Array(text.split(separator: "@FONTS@").joined(separator: names).utf8)
    }
    let kids = pages.map { "\($0 + Self.reserved + 1) 0 R" }.joined(separator: " ")
    let head = [
      "<< /Type /Catalog /Pages 2 0 R /Lang (vi-VN) /ViewerPreferences << /DisplayDocTitle true >> >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
    ].map { Array($0.utf8) }
    return PDFContainer.file(
      of: head + all + fonts.objects, version: "1.7", isMarkedBinary: true)
  }

  /// The numbers of objects are those of the whole file.
  private mutating func add(_ entries: String, stream: [UInt8]) -> Int {
    objects.append(PDFContainer.stream(entries, stream))
    return objects.count + Self.reserved
  }

  /// The operators that set `word` where it stands.
  private mutating func text(_ word: TextWord, scale: Double, height: Double) -> String {
    guard !word.box.isEmpty else { return "" }
    let size = Double(word.box.height) * scale
    let natural = InvisibleAlphabet.advance * size * Double(max(1, word.text.count))
    let stretch = Double(word.box.width) * scale / natural * 100
    let x = Double(word.box.x) * scale
    let y = height - Double(word.box.maxY) * scale - InvisibleAlphabet.descent * size
    var result = "BT \(Self.number(stretch)) Tz 1 0 0 1 \(Self.number(x)) \(Self.number(y)) Tm"
    for run in alphabet.runs(of: word.text) {
      result += " /\(run.font) \(Self.number(size)) Tf <\(run.codes)> Tj"
    }
    return result + " ET\n"
  }

  /// `value` with two places, which is finer than any screen.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    return part == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}
