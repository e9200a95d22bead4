/// Makes paper evenly white and print evenly dark, whatever the light.
struct BackgroundFlattener: Sendable {
  /// The side of the squares in which the paper's brightness is estimated, in pixels: a little
  /// more than a line of print.
  var tile: Int

  /// The tile for print of ordinary size: some four millimetres.
  static func tile(dpi: Int) -> Int { max(12, min(96, dpi * 4 / 25)) }

  /// The plane with its paper flattened to white and its contrast stretched.
  func flattened(_ plane: GrayPlane) -> GrayPlane {
    let paper = paperMap(of: plane)
    var result = divided(plane, by: paper)
    stretch(&result)
    return result
  }

  /// The brightness of the paper, tile by tile.
  private func paperMap(of plane: GrayPlane) -> GrayPlane {
    let columns = (plane.width + tile - 1) / tile
    let rows = (plane.height + tile - 1) / tile
    var map = GrayPlane(width: columns, height: rows, filledWith: 0)
    var counts = [Int](repeating: 0, count: 256)
    plane.bytes.withUnsafeBufferPointer { source in
      for row in 0..<rows {
        for column in 0..<columns {
          for value in 0..<256 { counts[value] = 0 }
          let right = min(plane.width, (column + 1) * tile)
          var y = row * tile
          let bottom = min(plane.height, y + tile)
          while y < bottom {
            var x = column * tile
            while x < right {
              counts[Int(source[y &* plane.width &+ x])] &+= 1
              x += 2
            }
            y += 2
          }
          map[column, row] = GrayPlane.percentile(0.75, of: counts)
        }
      }
    }
    // A tile much darker than those around it is a picture or a dark bar, not paper in shade.
    let typical = map.percentile(0.6)
    let around = map.spreadMaximum().spreadMaximum()
    for index in map.bytes.indices {
      let neighbour = Int(around.bytes[index])
      let value = Int(map.bytes[index])
      if value * 10 < neighbour * 7 { map.bytes[index] = UInt8(neighbour * 9 / 10) }
      map.bytes[index] = max(map.bytes[index], UInt8(Int(typical) * 3 / 10), 24)
    }
    return map.smoothed().smoothed()
  }

  /// The plane divided by the paper's brightness, interpolated between the tiles.
  private func divided(_ plane: GrayPlane, by paper: GrayPlane) -> GrayPlane {
    var result = plane
    // For each column of pixels the two tiles it stands between, and how far.
    let places = (0..<plane.width).map { x -> (left: Int, right: Int, part: Int32) in
      let position = (Float(x) + 0.5) / Float(tile) - 0.5
      let left = max(0, Int(position.rounded(.down)))
      let part = min(1, max(0, position - Float(left)))
      return (
        min(left, paper.width - 1), min(left + 1, paper.width - 1), Int32(part * 256)
      )
    }
    var line = [Int32](repeating: 0, count: paper.width)
    result.bytes.withUnsafeMutableBufferPointer { target in
      places.withUnsafeBufferPointer { places in
        for y in 0..<plane.height {
          let position = (Float(y) + 0.5) / Float(tile) - 0.5
          let top = min(max(0, Int(position.rounded(.down))), paper.height - 1)
          let bottom = min(top + 1, paper.height - 1)
          let part = Int32(min(1, max(0, position - Float(top))) * 256)
          for column in 0..<paper.width {
            line[column] =
              Int32(paper[column, top]) * (256 - part) + Int32(paper[column, bottom]) * part
          }
          line.withUnsafeBufferPointer { line in
            for x in 0..<plane.width {
              let place = places[x]
              let local =
                (line[place.left] &* (256 &- place.part) &+ line[place.right] &* place.part) >> 8
              let index = y &* plane.width &+ x
              // Paper goes to 240, which leaves room for what is brighter.
              let value = Float(target[index]) * (240 * 256) / Float(max(1, local))
              target[index] = UInt8(min(255, value))
            }
          }
        }
      }
    }
    return result
  }

  /// Draws the darkest print to black and the paper to white.
  private func stretch(_ plane: inout GrayPlane) {
    var histogram = [Int](repeating: 0, count: 256)
    plane.bytes.withUnsafeBufferPointer { bytes in
      // One pixel in seven tells enough, for sides are rarely multiples of seven.
      for index in stride(from: 0, to: bytes.count, by: 7) { histogram[Int(bytes[index])] += 1 }
    }
    let black = min(120, Int(GrayPlane.percentile(0.003, of: histogram)))
    let white = 228
    let table = (0..<256).map { value in
      UInt8(max(0, min(255, (value - black) * 255 / (white - black))))
    }
    plane.bytes.withUnsafeMutableBufferPointer { target in
      for index in target.indices { target[index] = table[Int(target[index])] }
    }
  }
}

extension GrayPlane {
  /// Each pixel the brightest of its three by three neighbourhood.
  func spreadMaximum() -> GrayPlane {
    var result = self
    for y in 0..<height {
      for x in 0..<width {
        var most: UInt8 = 0
        for row in max(0, y - 1)...min(height - 1, y + 1) {
          for column in max(0, x - 1)...min(width - 1, x + 1) {
            most = max(most, self[column, row])
          }
        }
        result[x, y] = most
      }
    }
    return result
  }

  /// Each pixel the mean of its three by three neighbourhood, as far as the plane reaches.
  func smoothed() -> GrayPlane {
    var result = self
    IntegralPlane(self).forEachMean(radius: 1) { index, mean in
      result.bytes[index] = UInt8(mean)
    }
    return result
  }
}
