internal import CTesseract

/// The red, green and blue of a page made smaller; gray pages have one plane.
struct ReducedPage: Sendable {
  /// How many pixels of the page make one here, in length.
  var factor: Int
  /// Red, green and blue, or gray alone.
  var channels: [GrayPlane]
  /// The brightness.
  var gray: GrayPlane

  var width: Int { gray.width }
  var height: Int { gray.height }
}

extension PageImage {
  /// The page made `factor` times smaller, channel by channel.
  func reduced(by factor: Int) -> ReducedPage {
    guard isColour else {
      let gray = GrayPlane(width: width, height: height, bytes: grayBytes()).reduced(by: factor)
      return ReducedPage(factor: factor, channels: [gray], gray: gray)
    }
    let cellWidth = min(factor, width)
    let cellHeight = min(factor, height)
    let newWidth = max(1, width / factor)
    let newHeight = max(1, height / factor)
    let area = UInt32(cellWidth * cellHeight)
    let count = newWidth * newHeight
    var red = [UInt8](repeating: 0, count: count)
    var green = red
    var blue = red
    var gray = red
    var sums = [UInt32](repeating: 0, count: newWidth * 3)
    withWords { words, wordsPerRow in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in 0..<newHeight {
          sums.update(repeating: 0)
          for line in 0..<cellHeight {
            var pixel = words + (row * factor + line) * wordsPerRow
            for column in 0..<newWidth {
              var (r, g, b): (UInt32, UInt32, UInt32) = (0, 0, 0)
              for offset in 0..<cellWidth {
                let word = pixel[offset]
                r &+= word >> 24
                g &+= word >> 16 & 255
                b &+= word >> 8 & 255
              }
              sums[column &* 3] &+= r
              sums[column &* 3 &+ 1] &+= g
              sums[column &* 3 &+ 2] &+= b
              pixel += factor
            }
          }
          for column in 0..<newWidth {
            let r = (sums[column * 3] + area / 2) / area
            let g = (sums[column * 3 + 1] + area / 2) / area
            let b = (sums[column * 3 + 2] + area / 2) / area
            let index = row * newWidth + column
            red[index] = UInt8(r)
            green[index] = UInt8(g)
            blue[index] = UInt8(b)
            gray[index] = UInt8((r * 77 + g * 150 + b * 29) >> 8)
          }
        }
      }
    }
    let planes = [red, green, blue].map {
      GrayPlane(width: newWidth, height: newHeight, bytes: $0)
    }
    return ReducedPage(
      factor: factor, channels: planes,
      gray: GrayPlane(width: newWidth, height: newHeight, bytes: gray))
  }

  /// The brightness of every pixel in the given rendition.
  package func plane(_ rendition: Rendition) -> GrayPlane {
    guard isColour else {
      return GrayPlane(width: width, height: height, bytes: grayBytes())
    }
    let bytes = [UInt8](unsafeUninitializedCapacity: width * height) { target, count in
      let start = target.baseAddress.unsafelyUnwrapped
      withWords { words, wordsPerRow in
        for row in 0..<height {
          let line = words + row * wordsPerRow
          let result = start + row * width
          switch rendition {
          case .allInk:
            for column in 0..<width { result[column] = Rendition.allInk(line[column]) }
          case .withoutRed:
            for column in 0..<width { result[column] = Rendition.withoutRed(line[column]) }
          case .redInk:
            for column in 0..<width { result[column] = Rendition.redInk(line[column]) }
          }
        }
      }
      count = width * height
    }
    return GrayPlane(width: width, height: height, bytes: bytes)
  }

  /// Lends the words of a colour image, 0xRRGGBB00 each, and how many make a row.
  func withWords(_ body: (UnsafePointer<UInt32>, Int) -> Void) {
    withPix { lent in
      guard let data = pixGetData(lent) else { return }
      body(UnsafePointer(data), Int(pixGetWpl(lent)))
    }
  }
}
