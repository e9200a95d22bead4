internal import Glibc
internal import Documents

/// Tells whether lines of print run across the picture or up and down.
struct TextDirection: Sendable {
  /// Above 0 lines run across, below 0 up and down; the further from 0, the surer.
  let evidence: Double

  /// Judges by where strokes end and by which neighbours letters have.
  init(_ text: InkMap, blobs: [InkBlob]) {
    let finder = SkewFinder()
    var evidence = 0.0
    if let across = finder.skew(of: text), let along = finder.skew(of: text.transposed()) {
      evidence += log2(max(0.2, across.sharpness)) - log2(max(0.2, along.sharpness))
    }
    let votes = Self.neighbourVotes(blobs)
    if votes.across + votes.along >= 12 {
      evidence += 1.5 * log2(Double(votes.across + 4) / Double(votes.along + 4))
    }
    self.evidence = evidence
  }

  /// For how many letters the nearest letter of like size stands beside them, or below or above.
  private static func neighbourVotes(_ blobs: [InkBlob]) -> (across: Int, along: Int) {
    var cells: [Int: [Int]] = [:]
    let side = 24
    func key(_ x: Int, _ y: Int) -> Int { (y / side) * 100_000 + x / side }
    for (index, blob) in blobs.enumerated() {
      cells[key(Int(blob.box.midX), Int(blob.box.midY)), default: []].append(index)
    }
    var across = 0
    var along = 0
    for (index, blob) in blobs.enumerated() {
      let size = max(blob.box.width, blob.box.height)
      var best: (distance: Double, dx: Double, dy: Double)?
      let (x, y) = (Int(blob.box.midX), Int(blob.box.midY))
      for cellY in -1...1 {
        for cellX in -1...1 {
          for other in cells[key(x + cellX * side, y + cellY * side)] ?? [] where other != index {
            let neighbour = blobs[other]
            let otherSize = max(neighbour.box.width, neighbour.box.height)
            guard otherSize * 2 > size, size * 2 > otherSize else { continue }
            // The gap between the boxes, not between their centres: words may be long.
            let dx = gap(blob.box.x, blob.box.maxX, neighbour.box.x, neighbour.box.maxX)
            let dy = gap(blob.box.y, blob.box.maxY, neighbour.box.y, neighbour.box.maxY)
            let distance = (dx * dx + dy * dy).squareRoot()
            if best.map({ distance < $0.distance }) ?? true { best = (distance, dx, dy) }
          }
        }
      }
      guard let best else { continue }
      if best.dx > best.dy { across += 1 } else if best.dy > best.dx { along += 1 }
    }
    return (across, along)
  }

  private static func gap(_ a: Int, _ aEnd: Int, _ b: Int, _ bEnd: Int) -> Double {
    Double(max(0, max(a, b) - min(aEnd, bEnd)))
  }
}
