/// A picture made ready to be looked up between its pixels.
///
/// Each pixel is one word with a lane of 21 bits for each colour, so that a multiplication weighs
/// all three at once; sixteen weighted pixels fit a lane.
struct SampledPicture {
  private let width: Int
  private let height: Int
  private let words: [UInt64]

  init(_ picture: Raster) {
    (width, height) = (picture.width, picture.height)
    let count = picture.width * picture.height
    words = [UInt64](unsafeUninitializedCapacity: count) { words, filled in
      picture.bytes.withUnsafeBufferPointer { bytes in
        for index in 0..<count {
          words[index] =
            UInt64(bytes[index * 3]) | UInt64(bytes[index * 3 + 1]) << 21
            | UInt64(bytes[index * 3 + 2]) << 42
        }
      }
      filled = count
    }
  }

  /// Draws one row of what is seen through `map`; what lies outside the picture stays.
  func draw(
    row y: Int, columns: Range<Int>, width targetWidth: Int, map: PlaneMap,
    into out: UnsafeMutableBufferPointer<UInt8>
  ) {
    let span = 16
    var start = columns.lowerBound
    words.withUnsafeBufferPointer { words in
      while start < columns.upperBound {
        let end = min(start + span, columns.upperBound)
        let upper = Run(map: map, from: start, count: end - start, y: Double(y) + 0.25)
        let lower = Run(map: map, from: start, count: end - start, y: Double(y) + 0.75)
        if upper.lies(within: width, height) && lower.lies(within: width, height) {
          drawInside(words, upper, lower, at: (y * targetWidth + start) * 3, end - start, into: out)
        } else {
          drawEdge(words, upper, lower, at: (y * targetWidth + start) * 3, end - start, into: out)
        }
        start = end
      }
    }
  }

  private func drawInside(
    _ words: UnsafeBufferPointer<UInt64>, _ upper: Run, _ lower: Run, at place: Int, _ count: Int,
    into out: UnsafeMutableBufferPointer<UInt8>
  ) {
    var at = place
    var (upper, lower) = (upper, lower)
    for _ in 0..<count {
      var sum = weighed(words, upper.x, upper.y) &+ weighed(words, lower.x, lower.y)
      upper.advance()
      lower.advance()
      sum &+= weighed(words, upper.x, upper.y) &+ weighed(words, lower.x, lower.y)
      upper.advance()
      lower.advance()
      out[at] = UInt8(truncatingIfNeeded: ((sum & 0x1f_ffff) &+ 2048) >> 12)
      out[at + 1] = UInt8(truncatingIfNeeded: ((sum >> 21 & 0x1f_ffff) &+ 2048) >> 12)
      out[at + 2] = UInt8(truncatingIfNeeded: ((sum >> 42) &+ 2048) >> 12)
      at += 3
    }
  }

  private func drawEdge(
    _ words: UnsafeBufferPointer<UInt64>, _ upper: Run, _ lower: Run, at place: Int, _ count: Int,
    into out: UnsafeMutableBufferPointer<UInt8>
  ) {
    var at = place
    var runs = (upper, lower)
    for _ in 0..<count {
      var sum: UInt64 = 0
      var hits: UInt64 = 0
      for _ in 0..<2 {
        for run in [runs.0, runs.1] where run.isOn(width, height) {
          sum &+= weighedAtEdge(words, run.x, run.y)
          hits += 1
        }
        runs.0.advance()
        runs.1.advance()
      }
      for channel in 0..<3 where hits > 0 {
        let own = sum >> UInt64(21 * channel) & 0x1f_ffff
        let rest = UInt64(out[at + channel]) * (4 - hits) << 10
        out[at + channel] = UInt8(truncatingIfNeeded: (own + rest + 2048) >> 12)
      }
      at += 3
    }
  }

  /// The pixels around a place, weighed by its distance to them; the weights add up to 1024.
  @inline(__always)
  private func weighed(_ words: UnsafeBufferPointer<UInt64>, _ x: Int, _ y: Int) -> UInt64 {
    let at = (y >> 16) &* width &+ (x >> 16)
    let right = UInt64(truncatingIfNeeded: x >> 11 & 31)
    let low = UInt64(truncatingIfNeeded: y >> 11 & 31)
    return words[at] &* ((32 &- right) &* (32 &- low)) &+ words[at &+ 1] &* (right &* (32 &- low))
      &+ words[at &+ width] &* ((32 &- right) &* low)
      &+ words[at &+ width &+ 1] &* (right &* low)
  }

  private func weighedAtEdge(_ words: UnsafeBufferPointer<UInt64>, _ x: Int, _ y: Int) -> UInt64 {
    let (left, top) = (x >> 16, y >> 16)
    let (x0, x1) = (max(left, 0), min(left + 1, width - 1))
    let (y0, y1) = (max(top, 0) * width, min(top + 1, height - 1) * width)
    let right = UInt64(truncatingIfNeeded: x >> 11 & 31)
    let low = UInt64(truncatingIfNeeded: y >> 11 & 31)
    return words[y0 + x0] &* ((32 - right) * (32 - low)) &+ words[y0 + x1] &* (right * (32 - low))
      &+ words[y1 + x0] &* ((32 - right) * low) &+ words[y1 + x1] &* (right * low)
  }

  /// Places in the picture half a pixel of the result apart, in 65536ths of a pixel.
  ///
  /// Between the ends of so short a run a projective map is a straight line.
  private struct Run {
    var x: Int
    var y: Int
    private let stepX: Int
    private let stepY: Int
    private let count: Int

    init(map: PlaneMap, from start: Int, count: Int, y: Double) {
      let first = map.source(ofX: Double(start) + 0.25, y: y)
      let last = map.source(ofX: Double(start + count) - 0.25, y: y)
      self.count = count * 2 - 1
      x = Self.fixed(first.x)
      self.y = Self.fixed(first.y)
      stepX = (Self.fixed(last.x) - x) / self.count
      stepY = (Self.fixed(last.y) - self.y) / self.count
    }

    @inline(__always)
    mutating func advance() {
      x &+= stepX
      y &+= stepY
    }

    func lies(within width: Int, _ height: Int) -> Bool {
      let ends = [(x, y), (x + stepX * count, y + stepY * count)]
      return ends.allSatisfy {
        $0 >= 0 && $1 >= 0 && $0 < (width - 1) << 16 && $1 < (height - 1) << 16
      }
    }

    func isOn(_ width: Int, _ height: Int) -> Bool {
      x > -32768 && y > -32768 && x < width << 16 - 32768 && y < height << 16 - 32768
    }

    /// The middle of the first pixel is the place 0.
    private static func fixed(_ place: Double) -> Int {
      Int(min(max((place - 0.5) * 65536, -1e12), 1e12))
    }
  }
}
