internal import Documents
internal import Glibc

/// How the fine detail of a picture spreads over frequencies and directions: the power spectrum of
/// square patches, averaged.
struct SpectrumOfPatches: Sendable {
  /// The side of a patch in pixels, a power of two.
  static let side = 64

  /// The averaged power, row by row from frequency 0; each patch counts alike.
  private(set) var power: [Float]

  /// Averages over the patches of `page` whose top left corners are `corners`.
  ///
  /// Of colours it takes the green, for the dots of a screen stand one beside the other and cancel
  /// out in gray. `plane` is the page in gray.
  init(_ page: PageImage, _ plane: GrayPlane, corners: [(x: Int, y: Int)]) {
    let side = Self.side
    power = [Float](repeating: 0, count: side * side)
    let window = (0..<side).map { 0.5 - 0.5 * cosf(2 * .pi * (Float($0) + 0.5) / Float(side)) }
    let turns = (0..<(side / 2)).map { index -> (cos: Float, sin: Float) in
      let angle = -2 * Float.pi * Float(index) / Float(side)
      return (cosf(angle), sinf(angle))
    }
    for corner in corners {
      guard corner.x >= 0, corner.y >= 0, corner.x + side <= plane.width,
        corner.y + side <= plane.height
      else { continue }
      var patch = [Float](repeating: 0, count: side * side)
      if page.isColour {
        page.withWords { words, wordsPerRow in
          for index in patch.indices {
            let row = words + (corner.y + index / side) * wordsPerRow
            patch[index] = Float(row[corner.x + index % side] >> 16 & 255)
          }
        }
      } else {
        for index in patch.indices {
          patch[index] = Float(plane[corner.x + index % side, corner.y + index / side])
        }
      }
      add(patch, window, turns)
    }
  }

  /// Where patches of the page's own pixels are looked at, spread over a region of the given size.
  static func corners(
    on toPage: Homography, _ width: Double, _ height: Double
  ) -> [(x: Int, y: Int)] {
    corners(on: toPage, width, height, across: 4)
  }

  private static func corners(
    on toPage: Homography, _ width: Double, _ height: Double, across count: Int
  ) -> [(x: Int, y: Int)] {
    let half = Double(side) / 2
    let room = Double(count) + 0.5
    return (0..<count * count).map { index in
      let place = toPage.map(
        PixelPoint(
          x: (Double(index % count) + 0.75) / room * width,
          y: (Double(index / count) + 0.75) / room * height))
      return (Int(place.x - half), Int(place.y - half))
    }
  }

  /// Patches of a region of the given size on `plane` that are paper without print; none where there
  /// are few.
  ///
  /// Among the strokes of print nothing finer is seen.
  static func paper(
    on plane: GrayPlane, _ toPage: Homography, _ width: Double, _ height: Double
  ) -> [(x: Int, y: Int)] {
    let blank = corners(on: toPage, width, height, across: 16).filter { corner in
      guard corner.x >= 0, corner.y >= 0, corner.x + side <= plane.width,
        corner.y + side <= plane.height
      else { return false }
      var (darkest, brightest) = (UInt8.max, UInt8.min)
      for y in corner.y..<corner.y + side {
        for x in corner.x..<corner.x + side {
          let value = plane[x, y]
          darkest = min(darkest, value)
          brightest = max(brightest, value)
        }
      }
      return Int(darkest) * 20 > Int(brightest) * 9
    }
    guard blank.count >= fewestPaper else { return [] }
    let step = max(1, blank.count / 16)
    return stride(from: 0, to: blank.count, by: step).map { blank[$0] }
  }

  /// Fewer patches of paper tell nothing.
  private static let fewestPaper = 4

  private mutating func add(
    _ patch: [Float], _ window: [Float], _ turns: [(cos: Float, sin: Float)]
  ) {
    let side = Self.side
    var real = patch
    var imaginary = [Float](repeating: 0, count: side * side)
    let mean = patch.reduce(0, +) / Float(side * side)
    for y in 0..<side {
      for x in 0..<side { real[y * side + x] = (real[y * side + x] - mean) * window[x] * window[y] }
    }
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { imaginary in
        for row in 0..<side { Self.transform(real, imaginary, from: row * side, step: 1, turns) }
        for column in 0..<side { Self.transform(real, imaginary, from: column, step: side, turns) }
      }
    }
    var total: Float = 0
    for index in real.indices {
      real[index] = real[index] * real[index] + imaginary[index] * imaginary[index]
      total += real[index]
    }
    // A patch without any change, or burnt out, says nothing.
    guard total > Float(side * side) * 40 else { return }
    for index in real.indices { power[index] += real[index] / total }
  }

  /// A Fourier transform in place of `side` numbers that stand `step` apart.
  private static func transform(
    _ real: UnsafeMutableBufferPointer<Float>, _ imaginary: UnsafeMutableBufferPointer<Float>,
    from start: Int, step: Int, _ turns: [(cos: Float, sin: Float)]
  ) {
    var reversed = 0
    for index in 1..<side {
      var bit = side >> 1
      while reversed & bit != 0 {
        reversed ^= bit
        bit >>= 1
      }
      reversed |= bit
      if index < reversed {
        real.swapAt(start + index * step, start + reversed * step)
        imaginary.swapAt(start + index * step, start + reversed * step)
      }
    }
    var length = 2
    while length <= side {
      let half = length / 2
      for first in stride(from: 0, to: side, by: length) {
        for offset in 0..<half {
          let turn = turns[offset * (side / length)]
          let low = start + (first + offset) * step
          let high = low + half * step
          let (a, b) = (real[high], imaginary[high])
          let (u, v) = (a * turn.cos - b * turn.sin, a * turn.sin + b * turn.cos)
          (real[high], imaginary[high]) = (real[low] - u, imaginary[low] - v)
          (real[low], imaginary[low]) = (real[low] + u, imaginary[low] + v)
        }
      }
      length *= 2
    }
  }

  /// By how many times, as a natural logarithm, the sharpest spot stands out from what is around
  /// it; 0 when none does.
  ///
  /// A grid of pixels makes spots that stay in place over the whole picture. Strokes make lines
  /// through the middle instead, curved lines rings, and blocks of compression spots on the axes
  /// at multiples of an eighth, which do not count.
  var strongestSpot: Double {
    let side = Self.side
    func value(_ u: Int, _ v: Int) -> Float {
      power[((v + side) & (side - 1)) * side + ((u + side) & (side - 1))]
    }
    var best: Float = 1
    for v in 0...(side / 2) {
      for u in -(side / 2)..<(side / 2) {
        let radius = u * u + v * v
        // From a period of nine pixels up to the finest.
        guard radius >= 49, abs(u) <= 30, v <= 30 else { continue }
        if u == 0 || v == 0, max(abs(u), v) % 8 == 0 { continue }
        let here = value(u, v)
        guard here > 0, here >= value(u - 1, v), here >= value(u + 1, v), here >= value(u, v - 1),
          here >= value(u, v + 1)
        else { continue }
        var least = Float.infinity
        for (du, dv) in [(1, 0), (0, 1), (1, 1), (1, -1)] {
          var around: Float = 0
          for distance in [-6, -5, -4, 4, 5, 6] {
            around = max(around, value(u + du * distance, v + dv * distance))
          }
          least = min(least, here / max(around, 1e-12))
        }
        best = max(best, least)
      }
    }
    return Double(logf(best))
  }
}
