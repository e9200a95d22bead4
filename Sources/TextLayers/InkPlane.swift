internal import Documents
internal import Rendering

/// The ink of a page without rules and large dark areas, which are no print.
struct InkPlane {
  private let width: Int
  private let height: Int
  private let scale: Double
  private var ink: [Bool]
  /// How many pixels are ink.
  private(set) var count: Int

  /// What is darker than this is ink.
  private static let threshold: UInt8 = 150
  /// Longer runs of ink are rules, frames and pictures, in inches.
  private static let longestStroke = 0.22

  init(_ map: InkMap) {
    width = map.width
    height = map.height
    scale = map.scale
    ink = map.pixels.map { $0 < Self.threshold }
    count = 0
    let longest = max(8, Int((Self.longestStroke * Double(height) / 11.7).rounded()))
    eraseRuns(longerThan: longest)
    count = ink.count { $0 }
  }

  private mutating func eraseRuns(longerThan longest: Int) {
    var erased = [Bool](repeating: false, count: ink.count)
    for y in 0..<height {
      var start = 0
      for x in 0...width where x == width || !ink[y * width + x] {
        if x - start > longest { for place in start..<x { erased[y * width + place] = true } }
        start = x + 1
      }
    }
    // Row by row as well: a column at a time goes through all of the memory for each.
    var starts = [Int](repeating: 0, count: width)
    for y in 0...height {
      for x in 0..<width where y == height || !ink[y * width + x] {
        let start = starts[x]
        if y - start > longest { for place in start..<y { erased[place * width + x] = true } }
        starts[x] = y + 1
      }
    }
    for place in ink.indices where erased[place] { ink[place] = false }
  }

  /// A box of the page in pixels of the plane.
  func box(_ box: PixelBox) -> PixelBox {
    let left = Int((Double(box.x) * scale).rounded(.down))
    let top = Int((Double(box.y) * scale).rounded(.down))
    return PixelBox(
      x: left, y: top, width: Int((Double(box.maxX) * scale).rounded(.up)) - left,
      height: Int((Double(box.maxY) * scale).rounded(.up)) - top)
  }

  /// The share of `box`, in pixels of the plane, that is ink.
  func density(in box: PixelBox) -> Double {
    let (columns, rows) = ranges(box)
    guard !columns.isEmpty, !rows.isEmpty else { return 0 }
    var found = 0
    for y in rows { for x in columns where ink[y * width + x] { found += 1 } }
    return Double(found) / Double(columns.count * rows.count)
  }

  /// Takes the ink in a box of the page away, with a little around it.
  mutating func erase(_ box: PixelBox) {
    var box = self.box(box)
    let room = max(1, box.height / 6)
    box = PixelBox(
      x: box.x - room, y: box.y - room, width: box.width + 2 * room, height: box.height + 2 * room)
    let (columns, rows) = ranges(box)
    for y in rows {
      for x in columns where ink[y * width + x] {
        ink[y * width + x] = false
        count -= 1
      }
    }
  }

  private func ranges(_ box: PixelBox) -> (columns: Range<Int>, rows: Range<Int>) {
    let left = min(max(0, box.x), width)
    let top = min(max(0, box.y), height)
    return (left..<max(left, min(width, box.maxX)), top..<max(top, min(height, box.maxY)))
  }

  // MARK: What is left

  /// The boxes, in pixels of the page, around what ink there is, near pieces together; dirt left out.
  func clusters() -> [PixelBox] {
    // Cells of about a third of a line.
    let cell = max(4, height / 220)
    let columns = (width + cell - 1) / cell
    let rows = (height + cell - 1) / cell
    var counts = [Int](repeating: 0, count: columns * rows)
    for y in 0..<height {
      for x in 0..<width where ink[y * width + x] { counts[y / cell * columns + x / cell] += 1 }
    }
    var isOpen = counts.map { 12 * $0 >= cell * cell }
    var boxes: [PixelBox] = []
    for start in isOpen.indices where isOpen[start] {
      var pending = [start]
      isOpen[start] = false
      var box = PixelBox(x: start % columns, y: start / columns, width: 1, height: 1)
      var cells = 0
      var pixels = 0
      while let place = pending.popLast() {
        cells += 1
        pixels += counts[place]
        let (x, y) = (place % columns, place / columns)
        box = box.union(PixelBox(x: x, y: y, width: 1, height: 1))
        // Words of a line and lines of a paragraph are up to four cells apart.
        for nearY in max(0, y - 4)...min(rows - 1, y + 4) {
          for nearX in max(0, x - 4)...min(columns - 1, x + 4) where isOpen[nearY * columns + nearX]
          {
            isOpen[nearY * columns + nearX] = false
            pending.append(nearY * columns + nearX)
          }
        }
      }
      guard cells >= 6, pixels >= 2 * cell * cell else { continue }
      boxes.append(onPage(box, cell: cell))
    }
    return boxes
  }

  private func onPage(_ box: PixelBox, cell: Int) -> PixelBox {
    let unit = Double(cell) / scale
    return PixelBox(
      x: Int((Double(box.x) - 0.5) * unit), y: Int((Double(box.y) - 0.5) * unit),
      width: Int((Double(box.width) + 1) * unit), height: Int((Double(box.height) + 1) * unit))
  }
}
