internal import Documents
internal import Glibc

/// Proposes outlines from long straight edges that cross (Hough): for grounds full of texture and
/// for outlines with gaps.
struct CrossingLines: Sendable {
  let edges: EdgeField

  private static let binsOfAngle = 180
  /// Votes of one peak that are taken off around it, in degrees and in bins of distance.
  private static let peakAngle = 4
  private static let peakDistance = 5
  private static let binWidth = 2.0

  /// The strongest lines nearly level and those nearly upright.
  func lines(threshold: UInt16, most: Int) -> (level: [StraightLine], upright: [StraightLine]) {
    let reach = Double(edges.width + edges.height)
    let bins = Int(2 * reach / Self.binWidth) + 2
    var votes = [Int32](repeating: 0, count: Self.binsOfAngle * bins)
    let directions = (0..<Self.binsOfAngle).map { degrees in
      let radians = Double(degrees) * .pi / 180
      return (cos: Float(cos(radians)), sin: Float(sin(radians)))
    }
    votes.withUnsafeMutableBufferPointer { votes in
      for y in 2..<max(2, edges.height - 2) {
        for x in 2..<max(2, edges.width - 2) {
          let index = y &* edges.width &+ x
          let strength = edges.strength[index]
          guard strength >= threshold, isCrest(index, strength) else { continue }
          let gx = Double(edges.across[index])
          let gy = Double(edges.down[index])
          var degrees = Int((atan2(gy, gx) * 180 / .pi).rounded())
          if degrees < 0 { degrees += 180 }
          let weight = Int32(min(strength, 240) / 24 + 4)
          for turn in -2...2 {
            let angle = (degrees + turn + 180) % 180
            let direction = directions[angle]
            let distance =
              (Float(x) + 0.5) * direction.cos + (Float(y) + 0.5) * direction.sin + Float(reach)
            votes[angle &* bins &+ Int(distance / Float(Self.binWidth))] &+= weight
          }
        }
      }
    }
    var level: [StraightLine] = []
    var upright: [StraightLine] = []
    // Normals near 90° belong to level lines, those near 0° or 180° to upright ones.
    for isLevel in [true, false] {
      var lines: [StraightLine] = []
      let angles = (0..<Self.binsOfAngle).filter { ($0 >= 45 && $0 < 135) == isLevel }
      while lines.count < most {
        var best: (angle: Int, bin: Int, votes: Int32) = (0, 0, 0)
        for angle in angles {
          let row = angle * bins
          for bin in 0..<bins where votes[row + bin] > best.votes {
            best = (angle, bin, votes[row + bin])
          }
        }
        let side = isLevel ? edges.width : edges.height
        // At least a seventh of the picture's side must be edge.
        guard Int(best.votes) > side * 8 / 7 else { break }
        let direction = directions[best.angle]
        lines.append(
          StraightLine(
            nx: Double(direction.cos), ny: Double(direction.sin),
            distance: (Double(best.bin) + 0.5) * Self.binWidth - reach))
        for turn in -Self.peakAngle...Self.peakAngle {
          let angle = best.angle + turn
          let wrapped = (angle + 180) % 180
          // Past the seam the same line has the opposite sign.
          let centre = angle == wrapped ? best.bin : bins - 2 - best.bin
          for bin in max(0, centre - Self.peakDistance)...min(bins - 1, centre + Self.peakDistance)
          {
            votes[wrapped * bins + bin] = 0
          }
        }
      }
      if isLevel { level = lines } else { upright = lines }
    }
    return (level, upright)
  }

  /// Whether no neighbour across the edge is stronger.
  @inline(__always)
  private func isCrest(_ index: Int, _ strength: UInt16) -> Bool {
    let isAcross = edges.across[index].magnitude > edges.down[index].magnitude
    let step = isAcross ? 1 : edges.width
    return edges.strength[index - step] <= strength && edges.strength[index + step] <= strength
  }

  /// The best quadrilaterals of two level and two upright lines whose aspect `isWanted` accepts,
  /// with the frame of the picture as a stand-in for at most one side.
  func outlines(
    judge: OutlineJudge, threshold: UInt16, isWanted: (Quadrilateral) -> Bool
  ) -> [Quadrilateral] {
    let (level, upright) = lines(threshold: threshold, most: 12)
    let width = Double(edges.width)
    let height = Double(edges.height)
    var found: [(outline: Quadrilateral, score: Double)] = []
    for (i, top) in level.enumerated() {
      for bottom in level[(i + 1)...] {
        for (k, left) in upright.enumerated() {
          for right in upright[(k + 1)...] {
            guard let a = top.meeting(left), let b = top.meeting(right),
              let c = bottom.meeting(right), let d = bottom.meeting(left)
            else { continue }
            let corners = [a, b, c, d]
            guard
              corners.allSatisfy({
                $0.x > -0.12 * width && $0.y > -0.12 * height && $0.x < 1.12 * width
                  && $0.y < 1.12 * height
              })
            else { continue }
            let outline = Quadrilateral(corners: corners)
            guard outline.area > 0.04 * width * height,
              outline.isNearlyRectangular(tolerance: 24), isWanted(outline)
            else { continue }
            let support = judge.support(of: outline, samples: 20)
            let scores = support.map(\.score)
            let least = scores.min() ?? 0
            let mean = scores.reduce(0, +) / 4
            guard mean > 0.45 else { continue }
            let size = (outline.area / (width * height)).squareRoot()
            found.append((outline, (0.5 * least + 0.5 * mean) * (0.6 + 0.4 * size)))
          }
        }
      }
    }
    return found.sorted { $0.score > $1.score }.prefix(6).map(\.outline)
  }
}
