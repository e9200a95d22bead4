internal import Documents

/// Proposes outlines by what edges enclose: everything that the ground around it cannot reach.
struct EnclosedAreas: Sendable {
  let edges: EdgeField

  /// The quadrilaterals around the enclosed areas, when edges of at least `threshold` (levels a
  /// pixel times eight) stop the ground and bridges thinner than `opening` pixels are cut.
  func outlines(threshold: UInt16, opening: Int) -> [Quadrilateral] {
    let objects = objectMap(threshold: threshold)
    let opened = objects.eroded(by: opening).dilated(by: max(0, opening - 1))
    return Self.outlines(of: opened)
  }

  /// The quadrilaterals around those patches of `map` that fill one.
  static func outlines(of map: InkMap) -> [Quadrilateral] {
    let (blobs, labels) = map.blobs()
    let pageArea = Double(map.width * map.height)
    return blobs.filter { Double($0.area) > pageArea * 0.006 }.compactMap { blob in
      // The ends of each row hold all corners of the hull.
      var points: [PixelPoint] = []
      for y in blob.box.y..<blob.box.maxY {
        let row = y * map.width
        guard
          let left = (blob.box.x..<blob.box.maxX).first(where: { labels[row + $0] == blob.label }),
          let right = (blob.box.x..<blob.box.maxX).last(where: { labels[row + $0] == blob.label })
        else { continue }
        points.append(PixelPoint(x: Double(left), y: Double(y)))
        points.append(PixelPoint(x: Double(left), y: Double(y + 1)))
        points.append(PixelPoint(x: Double(right + 1), y: Double(y)))
        points.append(PixelPoint(x: Double(right + 1), y: Double(y + 1)))
      }
      guard let outline = ConvexHull(of: points).quadrilateral(),
        outline.isNearlyRectangular(tolerance: 30), Double(blob.area) > outline.area * 0.75
      else { return nil }
      return outline
    }
  }

  /// 1 wherever the ground, coming from the frame, is stopped by an edge.
  private func objectMap(threshold: UInt16) -> InkMap {
    let (width, height) = (edges.width, edges.height)
    var state = InkMap(
      width: width, height: height, pixels: edges.strength.map { $0 >= threshold ? 1 : 0 }
    ).dilated(by: 1)
    var stack: [Int32] = []
    state.pixels.withUnsafeMutableBufferPointer { pixels in
      // 0 free, 1 edge, 2 ground.
      func visit(_ index: Int) {
        if pixels[index] == 0 {
          pixels[index] = 2
          stack.append(Int32(index))
        }
      }
      for x in 0..<width {
        visit(x)
        visit((height - 1) * width + x)
      }
      for y in 0..<height {
        visit(y * width)
        visit(y * width + width - 1)
      }
      while let index = stack.popLast().map({ Int($0) }) {
        let x = index % width
        if x > 0 { visit(index - 1) }
        if x < width - 1 { visit(index + 1) }
        if index >= width { visit(index - width) }
        if index < (height - 1) * width { visit(index + width) }
      }
      for index in pixels.indices { pixels[index] = pixels[index] == 2 ? 0 : 1 }
    }
    return state
  }
}

extension InkMap {
  /// The map with ink grown by `radius` pixels in all eight directions.
  func dilated(by radius: Int) -> InkMap {
    guard radius > 0 else { return self }
    return extreme(radius: radius, keeps: 1)
  }

  /// The map with paper grown by `radius` pixels; beyond the frame there is paper.
  func eroded(by radius: Int) -> InkMap {
    guard radius > 0 else { return self }
    return extreme(radius: radius, keeps: 0)
  }

  /// Spreads the value `keeps` over squares of `2 * radius + 1` pixels, rows first.
  private func extreme(radius: Int, keeps: UInt8) -> InkMap {
    spreadAlongRows(radius: radius, keeps: keeps).transposed()
      .spreadAlongRows(radius: radius, keeps: keeps).transposed()
  }

  private func spreadAlongRows(radius: Int, keeps: UInt8) -> InkMap {
    var result = [UInt8](repeating: 1 - keeps, count: pixels.count)
    pixels.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          let row = y * width
          // The column up to which the value spreads from the left.
          var reach = keeps == 0 ? radius - 1 : -1
          if reach >= 0 {
            for x in 0...min(reach, width - 1) { target[row + x] = keeps }
          }
          for x in 0..<width where source[row + x] == keeps {
            let start = max(x - radius, reach + 1, 0)
            let end = min(x + radius, width - 1)
            if start <= end {
              for column in start...end { target[row + column] = keeps }
            }
            reach = max(reach, end)
          }
          if keeps == 0 {
            for x in max(0, width - radius)..<width { target[row + x] = 0 }
          }
        }
      }
    }
    return InkMap(width: width, height: height, pixels: result)
  }
}
