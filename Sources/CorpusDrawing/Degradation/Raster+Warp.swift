import Foundation

extension Raster {
  /// The picture seen through `map`, in a frame of the given size.
  package func warped(
    width: Int, height: Int, dpi: Double, map: PlaneMap, outside: Ink
  ) -> Raster {
    var result = Raster(width: width, height: height, dpi: dpi, paper: outside)
    warp(into: &result, map: map)
    return result
  }

  /// Lays the picture, seen through `map`, over `target`; each pixel is the mean of four samples.
  package func warp(into target: inout Raster, map: PlaneMap) {
    let (sourceWidth, sourceHeight) = (width, height)
    let (targetWidth, targetHeight) = (target.width, target.height)
    bytes.withUnsafeBufferPointer { source in
      target.withBytes { out in
        for y in 0..<targetHeight {
          for x in 0..<targetWidth {
            var (red, green, blue, hits) = (0.0, 0.0, 0.0, 0.0)
            for sample in 0..<4 {
              let place = map.source(
                ofX: Double(x) + (sample & 1 == 0 ? 0.25 : 0.75),
                y: Double(y) + (sample & 2 == 0 ? 0.25 : 0.75))
              let (fromX, fromY) = (place.x - 0.5, place.y - 0.5)
              guard fromX > -0.5, fromY > -0.5, fromX < Double(sourceWidth) - 0.5,
                fromY < Double(sourceHeight) - 0.5
              else { continue }
              let left = Int(fromX.rounded(.down))
              let top = Int(fromY.rounded(.down))
              let (shareX, shareY) = (fromX - Double(left), fromY - Double(top))
              let x0 = max(left, 0)
              let x1 = min(left + 1, sourceWidth - 1)
              let y0 = max(top, 0) * sourceWidth
              let y1 = min(top + 1, sourceHeight - 1) * sourceWidth
              let (a, b, c, d) = ((y0 + x0) * 3, (y0 + x1) * 3, (y1 + x0) * 3, (y1 + x1) * 3)
              let wa = (1 - shareX) * (1 - shareY)
              let wb = shareX * (1 - shareY)
              let wc = (1 - shareX) * shareY
              let wd = shareX * shareY
              red +=
                wa * Double(source[a]) + wb * Double(source[b]) + wc * Double(source[c])
                + wd * Double(source[d])
              green +=
                wa * Double(source[a + 1]) + wb * Double(source[b + 1])
                + wc * Double(source[c + 1]) + wd * Double(source[d + 1])
              blue +=
                wa * Double(source[a + 2]) + wb * Double(source[b + 2])
                + wc * Double(source[c + 2]) + wd * Double(source[d + 2])
              hits += 1
            }
            guard hits > 0 else { continue }
            let at = (y * targetWidth + x) * 3
            let rest = 4 - hits
            out[at] = UInt8((red + rest * Double(out[at])) / 4 + 0.5)
            out[at + 1] = UInt8((green + rest * Double(out[at + 1])) / 4 + 0.5)
            out[at + 2] = UInt8((blue + rest * Double(out[at + 2])) / 4 + 0.5)
          }
        }
      }
    }
  }

  /// Blurs with a bell of the given deviation in pixels.
  package mutating func blur(deviation: Double) {
    guard deviation > 0.05 else { return }
    let radius = max(1, Int((deviation * 3).rounded(.up)))
    var kernel = (-radius...radius).map { exp(-Double($0 * $0) / (2 * deviation * deviation)) }
    let sum = kernel.reduce(0, +)
    kernel = kernel.map { $0 / sum }
    blur(kernel: kernel.map(Float.init), step: 3, lineStep: width * 3, lines: height, count: width)
    blur(kernel: kernel.map(Float.init), step: width * 3, lineStep: 3, lines: width, count: height)
  }

  private mutating func blur(
    kernel: [Float], step: Int, lineStep: Int, lines: Int, count: Int
  ) {
    let radius = kernel.count / 2
    var line = [Float](repeating: 0, count: count + 2 * radius)
    withBytes { bytes in
      kernel.withUnsafeBufferPointer { kernel in
        line.withUnsafeMutableBufferPointer { line in
          for row in 0..<lines {
            for channel in 0..<3 {
              let start = row * lineStep + channel
              for index in 0..<count { line[radius + index] = Float(bytes[start + index * step]) }
              for index in 0..<radius {
                line[index] = line[radius]
                line[radius + count + index] = line[radius + count - 1]
              }
              for index in 0..<count {
                var value: Float = 0.5
                for tap in 0..<kernel.count { value += kernel[tap] * line[index + tap] }
                bytes[start + index * step] = UInt8(value)
              }
            }
          }
        }
      }
    }
  }

  /// Adds noise of the given deviation in gray levels; the same in all colours where `isGray`.
  package mutating func addNoise(
    deviation: Double, isGray: Bool, with random: inout SplitMix64
  ) {
    guard deviation > 0.1 else { return }
    // A table is ten times as fast as a bell for each byte; the stream still decides.
    let table = (0..<4096).map { _ in Int(((random.gaussian()) * deviation).rounded()) }
    var stream = random
    withBytes { bytes in
      table.withUnsafeBufferPointer { table in
        var index = 0
        while index < bytes.count {
          let draw = stream.next()
          for channel in 0..<3 {
            let pick = isGray ? Int(draw & 4095) : Int(draw >> UInt64(channel * 12) & 4095)
            let value = Int(bytes[index + channel]) + table[pick]
            bytes[index + channel] = UInt8(max(0, min(255, value)))
          }
          index += 3
        }
      }
    }
    random = stream
  }
}
