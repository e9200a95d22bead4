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
    InkMap(
      width: edges.width, height: edges.height,
      pixels: edges.strength.map { $0 >= threshold ? 1 : 0 }
    ).dilated(by: 1).withHolesFilled()
  }
}
