internal import CPoppler
internal import CTesseract
internal import Imaging

/// A page drawn at its full size on white, a word of 0x00RRGGBB each pixel.
struct DrawnPage: ~Copyable {
  private let pix: UnsafeMutablePointer<Pix>
  private let data: UnsafeMutablePointer<UInt32>
  let width: Int
  let height: Int

  /// Draws `page` as planned.
  init(_ page: OpaquePointer, _ plan: RenderPlan) throws(ImageError) {
    try PageImage.check(width: plan.width, height: plan.height)
    guard let pix = pixCreateNoInit(Int32(plan.width), Int32(plan.height), 32),
      let data = pixGetData(pix)
    else { throw .operationFailed("render", width: plan.width, height: plan.height) }
    guard Self.draw(page, plan, into: data) else {
      Leptonica.free(pix)
      throw .operationFailed("render", width: plan.width, height: plan.height)
    }
    (self.pix, self.data) = (pix, data)
    (width, height) = (plan.width, plan.height)
  }

  deinit { Leptonica.free(pix) }

  /// The page as an image, gray where it has no colour.
  consuming func image(dpi: Int) throws(ImageError) -> PageImage {
    // Cairo keeps 0x00RRGGBB in a word, Leptonica 0xRRGGBB00.
    var isColoured = false
    for index in 0..<width * height {
      let word = data[index]
      isColoured = isColoured || Self.isColoured(word)
      data[index] = word << 8
    }
    let whole =
      isColoured ? pixClone(pix) : pixGetRGBComponent(pix, Int32(COLOR_GREEN)) ?? pixClone(pix)
    guard let whole else { throw .operationFailed("render", width: width, height: height) }
    return try PageImage(owning: whole, dpi: dpi)
  }

  /// The gray values, row by row.
  var grayPixels: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: width * height) { pixels, count in
      for index in 0..<width * height { pixels[index] = Self.luma(of: data[index]) }
      count = width * height
    }
  }

  /// The luma of a word.
  @inline(__always)
  static func luma(of word: UInt32) -> UInt8 {
    let sum = 77 &* (word >> 16 & 255) &+ 150 &* (word >> 8 & 255) &+ 29 &* (word & 255)
    return UInt8(truncatingIfNeeded: sum >> 8)
  }

  /// Whether 0x00RRGGBB is visibly not gray.
  @inline(__always)
  private static func isColoured(_ word: UInt32) -> Bool {
    let red = Int32(word >> 16 & 255)
    let green = Int32(word >> 8 & 255)
    let blue = Int32(word & 255)
    return abs(red - green) > 8 || abs(green - blue) > 8
  }

  private static func draw(
    _ page: OpaquePointer, _ plan: RenderPlan, into data: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    let bytes = UnsafeMutableRawPointer(data).assumingMemoryBound(to: UInt8.self)
    let surface = cairo_image_surface_create_for_data(
      bytes, CAIRO_FORMAT_RGB24, Int32(plan.width), Int32(plan.height), Int32(plan.width * 4))
    defer { cairo_surface_destroy(surface) }
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, plan.scale, plan.scale)
    poppler_page_render(page, context)
    cairo_surface_flush(surface)
    return cairo_status(context) == CAIRO_STATUS_SUCCESS
  }
}

// Sole ownership makes this safe to send: Leptonica 1.82 counts references without atomics.
extension DrawnPage: @unchecked Sendable {}
