internal import Documents

/// A connected patch of ink.
struct InkBlob: Hashable, Sendable {
  var box: PixelBox
  /// How many pixels it covers.
  var area: Int
  /// Its number in the label plane, from 1.
  var label: Int32

  /// The share of its box that it covers.
  var fill: Double { Double(area) / Double(max(1, box.area)) }
}

/// A stretch of ink along a row.
private struct InkRun {
  var row: Int32
  var start: Int32
  /// The first column behind it.
  var end: Int32
  /// An earlier run of the same patch, or itself.
  var parent: Int32
}

extension InkMap {
  /// The connected patches (eight neighbours), and for each pixel the number of its patch or 0.
  func blobs() -> (blobs: [InkBlob], labels: [Int32]) {
    var runs = joinedRuns()
    var blobs: [InkBlob] = []
    var labels = [Int32](repeating: 0, count: pixels.count)
    runs.withUnsafeMutableBufferPointer { runs in
      labels.withUnsafeMutableBufferPointer { labels in
        // Parents come before their runs, so their labels are known; they replace the parents.
        for index in runs.indices {
          let run = runs[index]
          let label: Int32
          if Int(run.parent) == index {
            label = Int32(blobs.count + 1)
            blobs.append(
              InkBlob(
                box: PixelBox(x: Int(run.start), y: Int(run.row), width: 0, height: 0), area: 0,
                label: label))
          } else {
            label = runs[Int(run.parent)].parent
          }
          runs[index].parent = label
          let (start, end, row) = (Int(run.start), Int(run.end), Int(run.row))
          let place = Int(label) - 1
          let box = blobs[place].box
          let left = min(box.x, start)
          let right = max(box.maxX, end)
          blobs[place].box = PixelBox(
            x: left, y: box.y, width: right - left, height: row + 1 - box.y)
          blobs[place].area += end - start
          for column in start..<end { labels[row &* width &+ column] = label }
        }
      }
    }
    return (blobs, labels)
  }

  /// All runs from the top, each with the first run of its patch as parent.
  private func joinedRuns() -> [InkRun] {
    var runs: [InkRun] = []
    var above = 0..<0
    pixels.withUnsafeBufferPointer { pixels in
      for y in 0..<height {
        let first = runs.count
        let row = y * width
        var x = 0
        var candidate = above.lowerBound
        while x < width {
          if pixels[row &+ x] == 0 {
            x &+= 1
            continue
          }
          let start = x
          while x < width, pixels[row &+ x] != 0 { x &+= 1 }
          let index = Int32(runs.count)
          runs.append(InkRun(row: Int32(y), start: Int32(start), end: Int32(x), parent: index))
          // Runs above that end before this one begins touch no later one either.
          while candidate < above.upperBound, Int(runs[candidate].end) < start { candidate += 1 }
          var touching = candidate
          while touching < above.upperBound, Int(runs[touching].start) <= x {
            Self.join(&runs, Int32(touching), index)
            touching += 1
          }
        }
        above = first..<runs.count
      }
    }
    for index in runs.indices { runs[index].parent = Self.root(&runs, Int32(index)) }
    return runs
  }

  private static func root(_ runs: inout [InkRun], _ index: Int32) -> Int32 {
    var current = index
    while runs[Int(current)].parent != current {
      let parent = runs[Int(current)].parent
      runs[Int(current)].parent = runs[Int(parent)].parent
      current = parent
    }
    return current
  }

  private static func join(_ runs: inout [InkRun], _ a: Int32, _ b: Int32) {
    let (first, second) = (root(&runs, a), root(&runs, b))
    if first < second {
      runs[Int(second)].parent = first
    } else if second < first {
      runs[Int(first)].parent = second
    }
  }
}
