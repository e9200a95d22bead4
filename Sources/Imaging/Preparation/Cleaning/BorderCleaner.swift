internal import Documents

/// Whitens what a scanner adds to a sheet: black borders and the shadows of punch holes.
struct BorderCleaner: Sendable {
  /// The resolution of the sheet.
  let dpi: Int

  /// The plane without borders and holes.
  func cleaned(_ plane: GrayPlane) -> GrayPlane {
    // About 75 dpi: one pixel is a third of a millimetre.
    let factor = max(1, dpi / 75)
    let small = plane.reduced(by: factor)
    let paper = Int(small.percentile(0.7))
    let dark = InkMap(
      width: small.width, height: small.height,
      pixels: small.bytes.map { Int($0) * 100 < paper * 55 ? 1 : 0 })
    let pixel = 25.4 * Double(factor) / Double(max(1, dpi))
    var unwanted = solid(dark, millimetres: pixel)
    unwanted.merge(frameLines(dark, millimetres: pixel))
    guard unwanted.pixels.contains(1) else { return plane }
    let grown = unwanted.dilated(by: max(1, Int((0.7 / pixel).rounded())))
    var result = plane
    let white = UInt8(clamping: paper)
    for y in 0..<plane.height {
      let row = min(y / factor, grown.height - 1) * grown.width
      for x in 0..<plane.width where grown.pixels[row + min(x / factor, grown.width - 1)] != 0 {
        result[x, y] = white
      }
    }
    return result
  }

  /// Solid dark areas, thicker than any stroke, that touch the frame or are round and near it.
  private func solid(_ dark: InkMap, millimetres pixel: Double) -> InkMap {
    let radius = max(1, Int((0.9 / pixel).rounded()))
    // Borders go on beyond the frame, so it must not wear them away.
    let framed = dark.padded(by: radius)
    let core = framed.eroded(by: radius).dilated(by: radius).unpadded(by: radius)
    let (blobs, labels) = core.blobs()
    var wanted = [Bool](repeating: false, count: blobs.count + 1)
    for blob in blobs {
      let box = blob.box
      let touches =
        box.x == 0 || box.y == 0 || box.maxX == dark.width || box.maxY == dark.height
      wanted[Int(blob.label)] = touches || isHole(blob, in: dark, millimetres: pixel)
    }
    return InkMap(
      width: dark.width, height: dark.height,
      pixels: labels.map { $0 != 0 && wanted[Int($0)] ? 1 : 0 })
  }

  private func isHole(_ blob: InkBlob, in map: InkMap, millimetres pixel: Double) -> Bool {
    let width = Double(blob.box.width) * pixel
    let height = Double(blob.box.height) * pixel
    let distance =
      Double(
        min(
          blob.box.x, blob.box.y, map.width - blob.box.maxX, map.height - blob.box.maxY)) * pixel
    return width > 3.5 && width < 9 && height > 3.5 && height < 9
      && max(width, height) < 1.35 * min(width, height) && blob.fill > 0.65 && blob.fill < 0.92
      && distance < 18
  }

  /// Long thin lines along the very frame.
  private func frameLines(_ dark: InkMap, millimetres pixel: Double) -> InkMap {
    var result = InkMap(
      width: dark.width, height: dark.height,
      pixels: [UInt8](repeating: 0, count: dark.pixels.count))
    let depth = min(max(1, Int((2.5 / pixel).rounded())), dark.width / 4, dark.height / 4)
    for edge in 0..<depth {
      for y in [edge, dark.height - 1 - edge] {
        let row = y * dark.width
        let count = (0..<dark.width).reduce(0) { $0 + Int(dark.pixels[row + $1]) }
        guard count * 4 > dark.width else { continue }
        for x in 0..<dark.width where dark.pixels[row + x] != 0 { result.pixels[row + x] = 1 }
      }
      for x in [edge, dark.width - 1 - edge] {
        let count = (0..<dark.height).reduce(0) { $0 + Int(dark.pixels[$1 * dark.width + x]) }
        guard count * 4 > dark.height else { continue }
        for y in 0..<dark.height where dark.pixels[y * dark.width + x] != 0 {
          result.pixels[y * dark.width + x] = 1
        }
      }
    }
    return result
  }
}

extension InkMap {
  /// Adds the ink of `other`, a map of the same size.
  mutating func merge(_ other: InkMap) {
    for index in pixels.indices where other.pixels[index] != 0 { pixels[index] = 1 }
  }

  /// The map with `margin` pixels more on each side, which repeat the frame's pixels.
  func padded(by margin: Int) -> InkMap {
    let (newWidth, newHeight) = (width + 2 * margin, height + 2 * margin)
    var result = [UInt8](repeating: 0, count: newWidth * newHeight)
    for y in 0..<newHeight {
      let row = min(max(y - margin, 0), height - 1) * width
      for x in 0..<newWidth {
        result[y * newWidth + x] = pixels[row + min(max(x - margin, 0), width - 1)]
      }
    }
    return InkMap(width: newWidth, height: newHeight, pixels: result)
  }

  /// The map without `margin` pixels on each side.
  func unpadded(by margin: Int) -> InkMap {
    let (newWidth, newHeight) = (width - 2 * margin, height - 2 * margin)
    var result: [UInt8] = []
    result.reserveCapacity(newWidth * newHeight)
    for y in 0..<newHeight {
      let start = (y + margin) * width + margin
      result += pixels[start..<(start + newWidth)]
    }
    return InkMap(width: newWidth, height: newHeight, pixels: result)
  }
}
