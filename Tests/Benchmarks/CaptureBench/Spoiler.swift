import CorpusDrawing
import Documents
import Foundation
import Imaging

/// A way to spoil a picture of a card, as careless captures do.
enum Spoiler: String, CaseIterable {
  case none, blurred, dark, small, cutOff, covered, glare, photocopy, screen

  /// The code that the capture should be given; nil for none.
  var code: ReasonCode? {
    switch self {
    case .none: nil
    case .blurred: .captureBlurred
    case .dark: .captureTooDark
    case .small: .captureTooSmall
    case .cutOff: .captureCutOff
    case .covered: .captureCovered
    case .glare: .captureGlare
    case .photocopy: .capturePhotocopy
    case .screen: .captureScreen
    }
  }

  /// The page spoilt; `card` is a prepared card on it.
  func spoilt(
    _ page: PageImage, card: PreparedRegion, _ random: inout SplitMix64
  ) throws -> PageImage {
    let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map { x, y in
      card.toPage.map(
        PixelPoint(x: x * Double(card.image.width), y: y * Double(card.image.height)))
    }
    let length = Quadrilateral(corners: corners).meanWidth
    func share(_ low: Double, _ high: Double) -> Double {
      low + (high - low) * Double(random.next() % 1000) / 999
    }
    func place(_ x: Double, _ y: Double) -> PixelPoint {
      card.toPage.map(
        PixelPoint(x: x * Double(card.image.width), y: y * Double(card.image.height)))
    }
    switch self {
    case .none: return page
    case .blurred:
      let sigma = share(0.18, 0.3) * card.quality.textHeight
      return try page.scaled(by: 1 / (1.6 * sigma)).scaled(by: 1.6 * sigma)
    case .dark:
      let factor = share(0.1, 0.2)
      return try changed(page) { pixel, _, _ in pixel.map { $0 * factor + 4 } }
    case .small: return try page.scaled(by: share(3, 4.5) / card.quality.textHeight)
    case .cutOff:
      let cut = min(corners[0].x, corners[3].x) + share(0.08, 0.2) * length
      let left = max(1, Int(cut))
      return try page.cropped(
        to: PixelBox(x: left, y: 0, width: page.width - left, height: page.height))
    case .covered:
      let side = Int(random.next() % 4)
      let along = share(0.1, 0.9)
      let middle = [
        place(along, 0.02), place(0.98, along), place(along, 0.98), place(0.02, along),
      ][side]
      let radius = share(0.1, 0.16) * length
      return try changed(page) { pixel, x, y in
        hypot(x - middle.x, y - middle.y) < radius
          ? [205 + 0.1 * (x - middle.x) / radius, 150, 125] : pixel
      }
    case .glare:
      let middle = place(share(0.4, 0.8), share(0.3, 0.75))
      let (wide, high) = (share(0.1, 0.2) * length, share(0.04, 0.08) * length)
      return try changed(page) { pixel, x, y in
        let distance = hypot((x - middle.x) / wide, (y - middle.y) / high)
        let light = 260 * min(1, max(0, 2 - 1.5 * distance))
        return pixel.map { $0 + light }
      }
    case .photocopy:
      let (low, high) = (share(80, 105), share(150, 175))
      return try changed(page) { pixel, _, _ in
        let gray = 0.3 * pixel[0] + 0.59 * pixel[1] + 0.11 * pixel[2]
        let value = 20 + 225 * min(1, max(0, (gray - low) / (high - low)))
        return [value, value, value]
      }
    case .screen:
      let (pitch, turn) = (share(2.3, 5.5), share(0.01, 0.2))
      return try changed(page) { pixel, x, y in
        let (u, v) = (x * cos(turn) + y * sin(turn), y * cos(turn) - x * sin(turn))
        let rows = 0.9 + 0.1 * cos(2 * .pi * v / pitch)
        return pixel.indices.map { channel in
          pixel[channel] * rows
            * (0.88 + 0.12 * cos(2 * .pi * (u / pitch + Double(channel) / 3)))
        }
      }
    }
  }

  /// The page with each pixel's red, green and blue replaced by what `change` makes of them.
  private func changed(
    _ page: PageImage, _ change: (_ pixel: [Double], _ x: Double, _ y: Double) -> [Double]
  ) throws -> PageImage {
    let channels = try [ColourChannel.red, .green, .blue].map { try page.channel($0).grayBytes() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(page.width * page.height * 3)
    for index in channels[0].indices {
      let pixel = channels.map { Double($0[index]) }
      let made = change(pixel, Double(index % page.width), Double(index / page.width))
      for value in made { bytes.append(UInt8(max(0, min(255, value.rounded())))) }
    }
    let image = try PageImage(
      rgbBytes: bytes, width: page.width, height: page.height, dpi: page.dpi)
    return try ImageFile(try image.jpeg(quality: 85), format: .jpeg, limits: .standard).page(0)
  }
}
