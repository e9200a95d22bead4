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
    let frame = map.frame(
      ofWidth: Double(width), height: Double(height), within: (target.width, target.height))
    guard !frame.rows.isEmpty, !frame.columns.isEmpty else { return }
    let source = SampledPicture(self)
    let columns = target.width
    target.withBytes { out in
      for y in frame.rows {
        source.draw(row: y, columns: frame.columns, width: columns, map: map, into: out)
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
