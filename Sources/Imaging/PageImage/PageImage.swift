package import CTesseract

/// A page, or a part of one: 8-bit gray or 24-bit colour, never changed after it was made.
///
/// Leptonica 1.82 counts references without atomics, so no two threads may hold one `Pix`. Each
/// `PageImage` is the only owner of its `Pix`; `withPix` lends a header of its own over the same
/// pixels, which nobody writes.
public final class PageImage: @unchecked Sendable {
  /// The width in pixels.
  public let width: Int
  /// The height in pixels.
  public let height: Int
  /// The resolution in dots per inch; 0 when the source does not tell.
  public let dpi: Int
  /// Whether it has three channels; a gray image has one.
  public let isColour: Bool

  private let pix: UnsafeMutablePointer<Pix>

  /// Takes `pix` over, also when it throws; any depth is brought to 8-bit gray or 24-bit colour.
  package init(owning pix: UnsafeMutablePointer<Pix>, dpi: Int) throws(ImageError) {
    _ = Leptonica.isSilent
    let width = Int(pixGetWidth(pix))
    let height = Int(pixGetHeight(pix))
    guard let plain = Self.plain(pix) else {
      throw .operationFailed("convert", width: width, height: height)
    }
    pixSetResolution(plain, Int32(clamping: dpi), Int32(clamping: dpi))
    self.pix = plain
    self.width = width
    self.height = height
    self.dpi = max(0, dpi)
    isColour = pixGetDepth(plain) == 32
  }

  deinit { Leptonica.free(pix) }

  /// Lends the raw image to `body`, which must neither keep nor change it.
  package func withPix<Result, Failure: Error>(
    _ body: (UnsafeMutablePointer<Pix>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let header = pixCreateHeader(Int32(width), Int32(height), isColour ? 32 : 8) else {
      preconditionFailure("no memory for the header of an image")
    }
    pixSetResolution(header, Int32(clamping: dpi), Int32(clamping: dpi))
    pixSetData(header, pixGetData(pix))
    defer {
      pixSetData(header, nil)
      Leptonica.free(header)
    }
    return try body(header)
  }

  /// The image that `body` makes of this one, with `dpi` or its own resolution.
  package func transformed(
    _ operation: String, dpi: Int? = nil,
    _ body: (UnsafeMutablePointer<Pix>) -> UnsafeMutablePointer<Pix>?
  ) throws(ImageError) -> PageImage {
    let made: UnsafeMutablePointer<Pix>? = withPix { lent in
      let made = body(lent)
      // Some operations return a clone of what they were given when there is nothing to do.
      guard made == lent else { return made }
      defer { Leptonica.free(made) }
      return pixCopy(nil, lent)
    }
    guard let made else { throw .operationFailed(operation, width: width, height: height) }
    return try PageImage(owning: made, dpi: dpi ?? self.dpi)
  }

  /// `pix` without palette, transparency and odd depths; frees `pix` unless it is the result.
  private static func plain(_ pix: UnsafeMutablePointer<Pix>) -> UnsafeMutablePointer<Pix>? {
    var current = pix
    if pixGetColormap(current) != nil {
      let removed = pixRemoveColormap(current, Int32(REMOVE_CMAP_BASED_ON_SRC))
      Leptonica.free(current)
      guard let removed else { return nil }
      current = removed
    }
    let converted: UnsafeMutablePointer<Pix>?
    switch (pixGetDepth(current), pixGetSpp(current)) {
    case (8, _), (32, 3): return current
    case (32, 4): converted = pixRemoveAlpha(current)
    case (32, _), (24, _): converted = pixConvertTo32(current)
    default: converted = pixConvertTo8(current, 0)
    }
    guard let converted else {
      Leptonica.free(current)
      return nil
    }
    // `pixRemoveAlpha` may give a clone; dropping one of two references keeps the other.
    Leptonica.free(current)
    if pixGetDepth(converted) == 32 { pixSetSpp(converted, 3) }
    return converted
  }
}
