internal import CPoppler
internal import CTesseract
internal import Documents
internal import Foundation
package import Imaging

extension PDFFile {
  /// The text layer of the page with this index, counted from 0, with a box for each character.
  package func text(_ index: Int) throws(Refusal) -> PageText {
    try withPage(index) { page, plan, _ throws(Refusal) in
      var text = PageText(
        width: plan.width, height: plan.height, dpi: plan.dpi, characters: [], fonts: [],
        imageShare: plan.imageShare)
      guard let raw = poppler_page_get_text(page) else { return text }
      defer { g_free(raw) }
      let scalars = Array(String(cString: raw).unicodeScalars)
      var boxes: UnsafeMutablePointer<PopplerRectangle>?
      var count: guint = 0
      guard poppler_page_get_text_layout(page, &boxes, &count) != 0, let boxes else { return text }
      defer { g_free(boxes) }
      let kept = min(scalars.count, Int(count), PageText.mostCharacters)
      text.isCut = kept < scalars.count
      text.characters.reserveCapacity(kept)
      for place in 0..<kept {
        text.characters.append(
          PageText.Character(
            scalar: scalars[place], box: plan.box(boxes[place], of: scalars[place]), font: -1))
      }
      Self.nameFonts(of: page, in: &text)
      return text
    }
  }

  /// A small rendering of the page, at about `dpi` dots per inch.
  package func ink(_ index: Int, dpi: Double) throws(Refusal) -> InkMap {
    try withPage(index) { page, plan, kept throws(Refusal) in
      let points = (
        width: Double(plan.width) / plan.scale, height: Double(plan.height) / plan.scale
      )
      let most = (Self.mostInk / (points.width * points.height)).squareRoot()
      let scale = min(dpi / 72, most, plan.scale)
      if let part = Self.wholePart(of: plan, for: scale) {
        // To draw a scan at a size of its own takes the library three times as long.
        guard let drawing = try? DrawnPage(page, plan) else { throw .damaged(page: index) }
        let map = InkMap(
          width: plan.width, height: plan.height, scale: 1, pixels: drawing.grayPixels)
        kept.keep(drawing, of: index)
        return map.reduced(by: part)
      }
      let width = max(1, Int((points.width * scale).rounded()))
      let height = max(1, Int((points.height * scale).rounded()))
      guard
        let pixels = Self.grayPixels(
          of: page, width: width, height: height, scale: scale, left: 0, top: 0)
      else { throw .damaged(page: index) }
      return InkMap(width: width, height: height, scale: scale / plan.scale, pixels: pixels)
    }
  }

  /// The most pixels of a small rendering.
  private static let mostInk = 4_000_000.0
  /// The most pixels of a scan that is drawn as it is, and of what becomes of it.
  private static let mostScan = (drawn: 10_000_000, kept: 6_000_000)

  /// The whole part of a scan's pixels, each way, that comes near `scale`; nil for drawn pages and
  /// huge ones.
  private static func wholePart(of plan: RenderPlan, for scale: Double) -> Int? {
    let pixels = plan.width * plan.height
    guard plan.imageShare >= 0.5, pixels <= mostScan.drawn else { return nil }
    var part = max(1, Int(plan.scale / scale + 0.01))
    while pixels / (part * part) > mostScan.kept { part += 1 }
    return part
  }

  private static func nameFonts(of page: OpaquePointer, in text: inout PageText) {
    guard let list = poppler_page_get_text_attributes(page) else { return }
    defer { poppler_page_free_text_attributes(list) }
    var places: [String: Int16] = [:]
    var next: UnsafeMutablePointer<GList>? = list
    while let node = next {
      next = node.pointee.next
      guard let data = node.pointee.data else { continue }
      let attributes = data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
      let name = attributes.font_name.map { String(cString: $0) } ?? ""
      var place = places[name]
      if place == nil, text.fonts.count < Int(Int16.max) {
        place = Int16(text.fonts.count)
        places[name] = place
        text.fonts.append(name)
      }
      let start = max(0, Int(attributes.start_index))
      let end = min(text.characters.count - 1, Int(attributes.end_index))
      guard let place, start <= end else { continue }
      for character in start...end { text.characters[character].font = place }
    }
  }

  /// The gray values of a part of the page on white; nil when it cannot be drawn.
  private static func grayPixels(
    of page: OpaquePointer, width: Int, height: Int, scale: Double, left: Int, top: Int
  ) -> [UInt8]? {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    else { return nil }
    defer { cairo_surface_destroy(surface) }
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_translate(context, -Double(left), -Double(top))
    cairo_scale(context, scale, scale)
    poppler_page_render(page, context)
    cairo_surface_flush(surface)
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface))
    var pixels = [UInt8](repeating: 255, count: width * height)
    pixels.withUnsafeMutableBufferPointer { pixels in
      for row in 0..<height {
        let line = UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
        let target = pixels.baseAddress.map { $0 + row * width }
        guard let target else { return }
        for column in 0..<width {
          target[column] = DrawnPage.luma(of: line[column])
        }
      }
    }
    return pixels
  }
}
