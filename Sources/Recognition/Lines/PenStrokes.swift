internal import CTesseract

/// Long thin strokes of a pen in a picture, which tie the letters of a name under a signature together.
///
/// Column by column runs of ink as thin as a stroke of a pen are followed, straight on through the letters
/// that they cross. What is as long as no stroke of print is whitened, but for the crossings: of a letter
/// nothing is lost.
struct PenStrokes {
  /// The ink of a picture, column by column.
  private struct Ink {
    let width: Int
    let height: Int
    var isInk: [Bool]

    func runs(at x: Int) -> [Range<Int>] {
      var runs: [Range<Int>] = []
      var start: Int?
      for y in 0..<height {
        if isInk[x * height + y] {
          start = start ?? y
        } else if let top = start {
          runs.append(top..<y)
          start = nil
        }
      }
      if let start { runs.append(start..<height) }
      return runs
    }

    /// The same with columns for rows.
    var turned: Ink {
      var other = Ink(width: height, height: width, isInk: isInk)
      for x in 0..<width {
        for y in 0..<height { other.isInk[y * width + x] = isInk[x * height + y] }
      }
      return other
    }
  }

  /// Where a stroke runs, from left to right.
  private struct Stroke {
    /// The thin runs, by column.
    var runs: [(x: Int, rows: Range<Int>)]
    /// The last column that it was followed to.
    var end: Int

    private func middle(_ index: Int) -> Double {
      Double(runs[index].rows.lowerBound + runs[index].rows.upperBound - 1) / 2
    }

    /// Where it goes on in column `x`.
    func height(at x: Int) -> Double {
      let last = runs.count - 1
      let first = max(0, last - 16)
      let step = Double(runs[last].x - runs[first].x)
      let slope = step < 6 ? 0 : (middle(last) - middle(first)) / step
      return middle(last) + slope * Double(x - runs[last].x)
    }

    var length: Int { end - runs[0].x }
  }

  /// The thickest stroke of a pen, the shortest that is followed to its end, and the widest letter that it
  /// crosses, in millimetres.
  private static let (thickest, shortest, widest) = (0.5, 10.0, 4.0)
  /// The share of a stroke's length that must lie beside print.
  private static let leastFree = 0.4

  /// Whitens the strokes in `gray` (8 bits a pixel), of which `density` pixels make a millimetre; returns
  /// whether there were any.
  @discardableResult
  static func erase(from gray: borrowing Picture, density: Double) -> Bool {
    let ink = ink(of: gray)
    var isFound = false
    for (ink, isTurned) in [(ink, false), (ink.turned, true)] {
      for stroke in strokes(in: ink, density: density) {
        isFound = true
        for (x, rows) in stroke.runs {
          for y in max(0, rows.lowerBound - 1)...min(ink.height - 1, rows.upperBound) {
            pixSetPixel(gray.pix, Int32(isTurned ? y : x), Int32(isTurned ? x : y), 255)
          }
        }
      }
    }
    return isFound
  }

  private static func ink(of gray: borrowing Picture) -> Ink {
    let (width, height) = (gray.width, gray.height)
    var isInk = [Bool](repeating: false, count: width * height)
    for x in 0..<width {
      for y in 0..<height {
        isInk[x * height + y] = gray.value(x: x, y: y) < 128
      }
    }
    return Ink(width: width, height: height, isInk: isInk)
  }

  /// The strokes that run from left to right in `ink`.
  private static func strokes(in ink: Ink, density: Double) -> [Stroke] {
    let thickest = Int(thickest * density) + 1
    let widest = Int(widest * density)
    var (open, closed) = ([Stroke](), [Stroke]())
    for x in 0..<ink.width {
      let runs = ink.runs(at: x)
      var taken = Set<Int>()
      var next: [Stroke] = []
      for var stroke in open {
        let expected = stroke.height(at: x)
        let met = runs.indices.first {
          Double(runs[$0].lowerBound) <= expected + 1.5
            && Double(runs[$0].upperBound - 1) >= expected - 1.5
        }
        if let met, runs[met].count <= thickest {
          stroke.runs.append((x, runs[met]))
          stroke.end = x
          taken.insert(met)
          next.append(stroke)
        } else if x - (stroke.runs.last?.x ?? x) <= (met == nil ? 2 : widest) {
          next.append(stroke)
        } else {
          closed.append(stroke)
        }
      }
      for (index, run) in runs.enumerated() where run.count <= thickest && !taken.contains(index) {
        next.append(Stroke(runs: [(x, run)], end: x))
      }
      open = next
    }
    return (closed + open).filter {
      Double($0.length) >= shortest * density
        && Double($0.runs.count) >= leastFree * Double($0.length)
    }
  }
}
