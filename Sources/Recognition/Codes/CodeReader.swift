internal import CZXing
package import Documents
package import Imaging

/// Reads QR codes and PDF417 barcodes; it holds nothing and is safe on any thread.
package struct CodeReader: Sendable {
  /// How much is tried when the plain image shows no code.
  package enum Effort: Sendable {
    /// One attempt on the image as it is.
    case fast
    /// Enlarged, sharpened and single-channel renditions too, within the budget.
    case thorough
  }

  /// The families of codes that are looked for.
  package struct Symbologies: OptionSet, Sendable {
    /// The bits, as the library numbers them.
    package let rawValue: Int32

    /// Creates a set from its bits.
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// QR codes, as cards since 2021 bear them.
    package static let qr = Symbologies(rawValue: Int32(CZXING_QR))
    /// PDF417, as cards from 2016 to 2021 bear it.
    package static let pdf417 = Symbologies(rawValue: Int32(CZXING_PDF417))
  }

  private let symbologies: Symbologies
  /// How many pixels all attempts on one image may look at: a bound on time that gives the same
  /// result on every machine.
  private let pixelBudget: Int

  /// Creates a reader; the budget is enough for every attempt on a card of 1600 x 1000 pixels,
  /// and for two on an A4 page of 300 dpi.
  package init(symbologies: Symbologies = [.qr, .pdf417], pixelBudget: Int = 30_000_000) {
    self.symbologies = symbologies
    self.pixelBudget = pixelBudget
  }

  /// The codes in `image`, or in the part of it inside `region`; boxes are in pixels of `image`.
  package func codes(
    in image: PageImage, region: PixelBox? = nil, effort: Effort = .thorough
  ) throws(ImageError) -> [LocatedCode] {
    let whole = PixelBox(x: 0, y: 0, width: image.width, height: image.height)
    let part = region?.intersection(whole) ?? whole
    guard part.width >= 21, part.height >= 10 else { return [] }
    let cut = part == whole ? image : try image.cropped(to: part)
    return try codes(
      in: cut, renditions: effort == .fast ? [.plain] : CodeRendition.cascade, offset: part)
  }

  /// The codes that the first of `renditions` to show any shows; boxes are in pixels of the image
  /// that `image` is the part `offset` of.
  func codes(
    in image: PageImage, renditions: [CodeRendition], offset: PixelBox? = nil
  ) throws(ImageError) -> [LocatedCode] {
    let offset = offset ?? PixelBox(x: 0, y: 0, width: image.width, height: image.height)
    var spent = 0
    for attempt in renditions where attempt.applies(to: image) {
      let pixels = image.width * image.height * attempt.scale * attempt.scale
      // The first attempt is made whatever it costs: intake bounds the pixels of a page.
      guard spent == 0 || spent + pixels <= pixelBudget else { continue }
      spent += pixels
      let found = read(try attempt.make(of: image), scale: attempt.scale, offset: offset)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func read(_ image: PageImage, scale: Int, offset: PixelBox) -> [LocatedCode] {
    image.withGrayBytes { bytes, width, height in
      guard
        let codes = czxing_read(
          bytes.baseAddress, Int32(width), Int32(height), Int32(width), symbologies.rawValue, 8)
      else { return [] }
      defer { czxing_codes_free(codes) }
      return (0..<czxing_codes_count(codes)).map { index in
        Self.located(czxing_codes_get(codes, index), scale: scale, offset: offset)
      }
    }
  }

  private static func located(_ code: czxing_code, scale: Int, offset: PixelBox) -> LocatedCode {
    let x = [code.x.0, code.x.1, code.x.2, code.x.3]
    let y = [code.y.0, code.y.1, code.y.2, code.y.3]
    let corners = zip(x, y).map { x, y in
      PixelPoint(
        x: Double(x) / Double(scale) + Double(offset.x),
        y: Double(y) / Double(scale) + Double(offset.y))
    }
    let left = Int(corners.map(\.x).reduce(.infinity, min).rounded(.down))
    let top = Int(corners.map(\.y).reduce(.infinity, min).rounded(.down))
    let right = Int(corners.map(\.x).reduce(-.infinity, max).rounded(.up))
    let bottom = Int(corners.map(\.y).reduce(-.infinity, max).rounded(.up))
    let symbology: CodeReading.Symbology =
      switch Int(code.symbology) {
      case CZXING_QR: .qr
      case CZXING_PDF417: .pdf417
      default: .other
      }
    let box = PixelBox(x: left, y: top, width: right - left, height: bottom - top)
    return LocatedCode(
      reading: CodeReading(symbology: symbology, text: text(of: code), box: box),
      orientation: Int(code.orientation), corners: corners)
  }

  /// The payload as text.
  ///
  /// Cards hold UTF-8 without saying so, and the library then guesses among Asian character sets.
  /// Bytes that are valid UTF-8 are hardly ever anything else, so they count whatever is declared;
  /// a zero byte speaks for UTF-16.
  private static func text(of code: czxing_code) -> String {
    let bytes = UnsafeBufferPointer(start: code.bytes, count: code.byte_count)
    if !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) { return text }
    return UnsafeRawBufferPointer(start: code.text, count: code.text_count).withMemoryRebound(
      to: UInt8.self
    ) { String(decoding: $0, as: UTF8.self) }
  }
}
