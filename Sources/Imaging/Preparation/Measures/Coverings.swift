internal import Documents

/// What lies over a card: fingers and things that come in from its edge, bars and slips on it.
struct Coverings: Sendable {
  /// A patch as shares of the card's width and height.
  typealias Area = (x: Double, y: Double, width: Double, height: Double)

  /// The patches.
  let areas: [Area]

  /// Half the width of what an ill-fitting outline may show of the ground, in pixels.
  private static let opening = 4
  /// The share of the card from which a covering counts.
  private static let leastShare = 0.012
  /// How near the edge is what comes in from outside, in pixels.
  private static let rim = 3
  /// How deep a covering reaches in, so that it leaves a margin without print, in pixels.
  private static let leastDepth = 11
  /// The least width and fullness of what lies on the card: portraits are narrower, and they and
  /// emblems have other colours inside.
  private static let leastSlip = 45
  private static let leastFill = 0.72
  /// The least length and thickness of a bar and of a slip of paper, and how near to a rectangle
  /// both are; pictures, seals and prints of fingers have bays and holes.
  private static let leastBar = (length: 50.0, thickness: 5.5)
  private static let leastPaper = (length: 38.0, thickness: 7.5)
  private static let rectangle = 0.93...1.02
  /// How much brighter than the card's ground paper is, and the share of that which its edge makes
  /// in two pixels: glare fades.
  private static let leastBrighter = 14
  private static let leastEdge = 0.85

  /// Looks for them on a card whose `planes`, half a millimetre a pixel, are its channels; `mask` is
  /// 1 where they are much darker or of quite another colour than the card.
  init(mask: InkMap, planes: [GrayPlane]) {
    let (width, height) = (mask.width, mask.height)
    let least = Int(Self.leastShare * Double(width * height))
    let outer = Self.opened(mask, by: Self.opening, fromOutside: true).blobs().blobs
      .filter { blob in
        let box = blob.box
        guard blob.area >= least, min(box.width, box.height) >= Self.leastDepth else {
          return false
        }
        let touches =
          box.x <= Self.rim || box.y <= Self.rim || box.maxX >= width - Self.rim
          || box.maxY >= height - Self.rim
        return touches || (box.width >= Self.leastSlip && blob.fill >= Self.leastFill)
      }
    let bars = Self.rectangles(
      in: Self.opened(mask, by: 2, fromOutside: false), least: Self.leastBar)
    let paper = Self.paper(planes)
    let slips = Self.rectangles(
      in: Self.opened(paper.mask, by: 3, fromOutside: false), least: Self.leastPaper
    ) { Self.isSharp(inside: $0, of: paper.excess, width: width) }
    areas = (outer + bars + slips).map { blob in
      (
        Double(blob.box.x) / Double(width), Double(blob.box.y) / Double(height),
        Double(blob.box.width) / Double(width), Double(blob.box.height) / Double(height)
      )
    }
  }

  /// `mask` without what is thinner than twice `radius`; what leaves the card stays when
  /// `fromOutside`.
  private static func opened(_ mask: InkMap, by radius: Int, fromOutside: Bool) -> InkMap {
    // A border around it, so that opening does not eat, or does, what leaves the card.
    let margin = radius + 1
    let (width, height) = (mask.width, mask.height)
    var framed = InkMap(
      width: width + 2 * margin, height: height + 2 * margin,
      pixels: [UInt8](
        repeating: fromOutside ? 1 : 0, count: (width + 2 * margin) * (height + 2 * margin)))
    for y in 0..<height {
      for x in 0..<width {
        framed.pixels[(y + margin) * framed.width + x + margin] = mask.pixels[y * width + x]
      }
    }
    let opened = framed.eroded(by: radius).dilated(by: radius)
    var inside = mask
    for y in 0..<height {
      for x in 0..<width {
        inside.pixels[y * width + x] = opened.pixels[(y + margin) * framed.width + x + margin]
      }
    }
    return inside
  }

  /// The patches of `mask` that are rectangles, at any angle, of `least` size.
  private static func rectangles(
    in mask: InkMap, least: (length: Double, thickness: Double),
    where condition: ((mask: [Bool], box: PixelBox)) -> Bool = { _ in true }
  ) -> [InkBlob] {
    let (blobs, labels) = mask.blobs()
    return blobs.filter { blob in
      guard Double(blob.area) >= 0.8 * least.length * least.thickness else { return false }
      let shape = PatchShape(blob, labels: labels, width: mask.width)
      guard shape.length >= least.length, shape.thickness >= least.thickness,
        rectangle.contains(shape.fullness)
      else { return false }
      return condition((labels.map { $0 == blob.label }, blob.box))
    }
  }

  /// By how much each pixel is brighter than the card's ground, in its least bright channel, and
  /// where that is enough for paper.
  private static func paper(_ planes: [GrayPlane]) -> (excess: [Int], mask: InkMap) {
    let (width, height) = (planes[0].width, planes[0].height)
    let count = width * height
    var excess = [Int](repeating: .max, count: count)
    for plane in planes {
      let ground = LightField(plane)
      for y in 0..<height {
        for x in 0..<width {
          let index = y * width + x
          excess[index] = min(excess[index], Int(plane.bytes[index]) - ground.level(x, y))
        }
      }
    }
    let mask = excess.map { $0 >= leastBrighter ? UInt8(1) : 0 }
    return (excess, InkMap(width: width, height: height, pixels: mask))
  }

  /// Whether a patch ends within two pixels.
  private static func isSharp(
    inside patch: (mask: [Bool], box: PixelBox), of excess: [Int], width: Int
  ) -> Bool {
    let height = excess.count / width
    var (inner, innerCount, outer, outerCount) = (0, 0, 0, 0)
    let box = patch.box
    for y in max(0, box.y - 3)..<min(height, box.maxY + 3) {
      for x in max(0, box.x - 3)..<min(width, box.maxX + 3) {
        let index = y * width + x
        if patch.mask[index] {
          inner += excess[index]
          innerCount += 1
        } else if isNear(x, y, within: 3, of: patch.mask, width: width, height: height),
          !isNear(x, y, within: 1, of: patch.mask, width: width, height: height),
          excess[index] > -leastBrighter
        {
          outer += excess[index]
          outerCount += 1
        }
      }
    }
    guard innerCount > 0, outerCount > 0 else { return false }
    let (level, ring) = (
      Double(inner) / Double(innerCount), Double(outer) / Double(outerCount)
    )
    return level - ring >= leastEdge * level
  }

  private static func isNear(
    _ x: Int, _ y: Int, within reach: Int, of mask: [Bool], width: Int, height: Int
  ) -> Bool {
    for row in max(0, y - reach)...min(height - 1, y + reach) {
      for column in max(0, x - reach)...min(width - 1, x + reach)
      where mask[row * width + column] { return true }
    }
    return false
  }
}
