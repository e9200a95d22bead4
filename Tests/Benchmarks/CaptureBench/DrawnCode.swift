import CorpusDrawing
import Documents
import Foundation
import Imaging

/// A QR code on a card-sized picture, blurred, noisy and compressed.
struct DrawnCode {
  let grid: CodeGrid
  let pixelsPerModule: Double
  /// The standard deviation of the blur in pixels.
  let blur: Double
  let degrees: Double
  /// The standard deviation of the noise in levels.
  let noise: Double
  let isOverGuilloche: Bool

  private static let width = 640
  private static let height = 404

  /// The picture as a page and as a region of it.
  func prepared(_ random: inout SplitMix64) throws -> (page: PageImage, region: PreparedRegion) {
    var levels = drawn()
    if blur > 0 { levels = blurred(levels) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(levels.count * 3)
    for level in levels {
      let uneven = (0..<4).reduce(0.0) { sum, _ in sum + Double(random.next() % 1000) / 1000 } - 2
      let value = level + uneven * 1.73 * noise
      for tint in [1.0, 0.98, 0.93] { bytes.append(UInt8(max(0, min(255, value * tint)))) }
    }
    let dpi = Int(Double(Self.width) / 85.6 * 25.4)
    let clean = try PageImage(
      rgbBytes: bytes, width: Self.width, height: Self.height, dpi: dpi)
    let jpeg = try clean.jpeg(quality: 80)
    let page = try ImageFile(jpeg, format: .jpeg, limits: .standard).page(0)
    let region = PreparedRegion(
      shape: .card, image: try page.gray(), toPage: .identity, quality: CaptureQuality(), dpi: dpi,
      rendition: .allInk)
    return (page, region)
  }

  /// The picture's brightness, each pixel the mean of sixteen places.
  private func drawn() -> [Double] {
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    let middle = (x: Double(Self.width) / 2, y: Double(Self.height) / 2)
    let (columns, rows) = (Double(grid.columns), Double(grid.rows))
    return (0..<(Self.width * Self.height)).map { index in
      let (x, y) = (Double(index % Self.width), Double(index / Self.width))
      var sum = 0.0
      for part in 0..<16 {
        let dx = x + (Double(part % 4) + 0.5) / 4 - middle.x
        let dy = y + (Double(part / 4) + 0.5) / 4 - middle.y
        let column = (dx * cosine + dy * sine) / pixelsPerModule + columns / 2
        let row = (dy * cosine - dx * sine) / pixelsPerModule + rows / 2
        let isInside = column >= 0 && row >= 0 && column < columns && row < rows
        if isInside, grid.isDark(column: Int(column), row: Int(row)) {
          sum += 40
        } else if isOverGuilloche, abs(sin((dx + 30 * sin(dy / 25)) / 4)) < 0.25 {
          sum += 200
        } else {
          sum += 232
        }
      }
      return sum / 16
    }
  }

  private func blurred(_ levels: [Double]) -> [Double] {
    let reach = max(1, Int((blur * 3).rounded(.up)))
    let weights = (-reach...reach).map { exp(-Double($0 * $0) / (2 * blur * blur)) }
    let total = weights.reduce(0, +)
    func pass(_ source: [Double], _ step: Int, _ place: (Int) -> Int, _ length: Int) -> [Double] {
      source.indices.map { index in
        var sum = 0.0
        let here = place(index)
        for offset in -reach...reach {
          let moved = max(-here, min(length - 1 - here, offset))
          sum += source[index + moved * step] * weights[offset + reach]
        }
        return sum / total
      }
    }
    let across = pass(levels, 1, { $0 % Self.width }, Self.width)
    return pass(across, Self.width, { $0 / Self.width }, Self.height)
  }
}
