import CorpusDrawing
import Documents

/// Cards with a fault of capture that a reader should name, and cards that nearly have one.
///
/// Cases go round by number: each fault, then its near miss.
struct CaptureSet {
  static let name = "capture"

  static let all = [
    CaseSet(name: name) { request, random in
      let kinds = CaptureFaultKind.allCases.flatMap { [($0, false), ($0, true)] }
      let (kind, isNearMiss) = request.turn(of: kinds)
      return try CaptureSet(kind: kind, isNearMiss: isNearMiss, request: request)
        .labelledCase(with: &random)
    }
  ]

  let kind: CaptureFaultKind
  /// Whether the capture only comes near to the fault and must not be blamed for it.
  let isNearMiss: Bool
  let request: CaseRequest

  func labelledCase(with random: inout SplitMix64) throws -> LabelledCase {
    var labelled = try kind == .twoCards ? dossier(with: &random) : single(with: &random)
    labelled.captures = isNearMiss ? [] : [kind.rawValue]
    labelled.nearMiss = isNearMiss ? kind.rawValue : nil
    return labelled
  }

  private func scene(_ faces: [CardFace]) -> CardScene {
    CardScene(
      tier: request.tier, faces: faces, set: Self.name, isCompact: request.isCompact,
      isHeldOut: request.isHeldOut)
  }

  // MARK: Two cards

  /// The front of one card with the back of another, or both sides of one.
  private func dossier(with random: inout SplitMix64) throws -> LabelledCase {
    // Backs without a number say nothing of whose card they belong to.
    let kind = random.pick([.cccdChip, .canCuoc2024] as [DocumentKind])
    let own = try CardSets.faces(of: kind, request: request, with: &random)
    let back =
      isNearMiss
      ? own.back : try CardSets.faces(of: kind, request: request, with: &random).back
    // On one page: what lies in files of its own may be two dossiers.
    return try scene([own.front, back]).board(spread: 5, with: &random)
  }

  // MARK: One side

  private func single(with random: inout SplitMix64) throws -> LabelledCase {
    let card = try CardSets.faces(
      of: random.pick(CardSets.kinds).kind, request: request, with: &random)
    var face = random.chance(0.65) ? card.front : card.back
    obstruct(&face, with: &random)
    var shot = try scene([face]).shot(of: face, with: &random)
    damage(&shot, with: &random)
    let hidesPrint = [.glare, .cutOff, .covered].contains(kind) && !isNearMiss
    var label = face.label(page: 1)
    // What lies under the fault differs from case to case; no value is claimed to be legible.
    if hidesPrint { label.fields = [:] }
    let turned = random.chance(0.15) ? random.pick([90, 180, 270]) : 0
    let isGray = kind == .photocopy && !isNearMiss
    return LabelledCase(
      set: Self.name, tier: request.tier,
      files: [
        try PageFile.jpeg(
          shot.picture.turned(counterClockwise: turned), name: face.side.rawValue,
          quality: shot.quality, isGray: isGray)
      ], turned: turned, documents: [label])
  }

  /// Lays over the card what covers or outshines it.
  private func obstruct(_ face: inout CardFace, with random: inout SplitMix64) {
    let seed = random.next()
    let isFront = face.side == .front
    let isNearMiss = isNearMiss
    switch kind {
    case .glare:
      face.overlay(seed: seed) { canvas, random in
        CaptureSet.glare(on: canvas, isFront: isFront, isNearMiss: isNearMiss, with: &random)
      }
    case .covered:
      face.overlay(seed: seed) { canvas, random in
        CaptureSet.cover(on: canvas, isFront: isFront, isNearMiss: isNearMiss, with: &random)
      }
    default: break
    }
  }

  /// A reflection that burns out lines of print, or one beside them or too weak to hide them.
  private static func glare(
    on canvas: PageCanvas, isFront: Bool, isNearMiss: Bool, with random: inout SplitMix64
  ) {
    if isNearMiss {
      if isFront && random.chance(0.5) {
        // On the portrait.
        canvas.glow(
          centre: Point(random.between(10, 16), random.between(26, 38)),
          radiusX: random.between(5, 8), radiusY: random.between(4, 9), core: 0.4,
          ink: Ink(1, 1, 1, alpha: random.between(0.8, 1)))
      } else {
        canvas.glow(
          centre: Point(random.between(20, 70), random.between(10, 45)),
          radiusX: random.between(10, 25), radiusY: random.between(8, 18), core: 0.2,
          ink: Ink(1, 1, 1, alpha: random.between(0.15, 0.35)))
      }
      return
    }
    let centre = Point(
      isFront ? random.between(38, 62) : random.between(22, 50), random.between(20, 40))
    canvas.glow(
      centre: centre, radiusX: random.between(12, 24), radiusY: random.between(5, 11),
      core: random.between(0.5, 0.75), ink: .white, turned: random.between(-30, 30))
  }

  /// A thumb or a slip over print, or at an edge where no print is.
  private static func cover(
    on canvas: PageCanvas, isFront: Bool, isNearMiss: Bool, with random: inout SplitMix64
  ) {
    if isNearMiss {
      // A thumb that holds the card by its margin.
      let y = random.between(20, 32)
      Obstacle.thumb(
        on: canvas, tip: Point(random.between(1, 2.6), y), pointing: random.between(-12, 12),
        width: random.between(12, 16), with: &random)
      return
    }
    if random.chance(0.5) {
      let fromRight = random.chance(0.6)
      Obstacle.thumb(
        on: canvas,
        tip: Point(
          fromRight ? random.between(44, 58) : random.between(38, 50),
          fromRight ? random.between(24, 40) : random.between(28, 36)),
        pointing: fromRight ? random.between(165, 200) : random.between(-75, -50),
        width: random.between(12, 17), with: &random)
    } else {
      Obstacle.slip(
        on: canvas, x: isFront ? random.between(28, 40) : random.between(20, 34),
        y: isFront ? random.between(19, 34) : random.between(4, 26),
        width: random.between(24, 42), height: random.between(6, 14), with: &random)
    }
  }

  /// Spoils the finished picture.
  private func damage(_ shot: inout CardScene.Shot, with random: inout SplitMix64) {
    switch kind {
    case .blurred:
      CaptureFault.blur(
        &shot.picture,
        reach: isNearMiss ? random.between(0.02, 0.07) : random.between(0.2, 0.42), dpi: shot.dpi,
        isShake: random.chance(0.5), with: &random)
    case .tooDark:
      CaptureFault.darken(
        &shot.picture, to: isNearMiss ? random.between(0.5, 0.7) : random.between(0.07, 0.17),
        with: &random)
    case .tooSmall:
      let dpi = isNearMiss ? random.between(185, 200) : random.between(55, 95)
      shot.picture = CaptureFault.reduced(shot.picture, to: dpi, from: shot.dpi)
      shot.dpi = dpi
    case .cutOff: cut(&shot, with: &random)
    case .photocopy where !isNearMiss:
      CaptureFault.photocopy(&shot.picture, isBilevel: random.chance(0.4), with: &random)
    case .photocopy:
      // Scanned in gray, faded or not, a card keeps its tones.
      shot.picture = shot.picture.grayed()
    case .screen where !isNearMiss: CaptureFault.screen(&shot.picture, with: &random)
    case .screen: shot.picture.addNoise(deviation: 5, isGray: false, with: &random)
    case .glare, .covered, .twoCards: break
    }
  }

  /// Cuts a part of the card off, or ends the picture at its very edge.
  private func cut(_ shot: inout CardScene.Shot, with random: inout SplitMix64) {
    let pixels = shot.dpi / 25.4
    let xs = shot.corners.map(\.x)
    let ys = shot.corners.map(\.y)
    var left = 0.0
    var top = 0.0
    var right = Double(shot.picture.width)
    var bottom = Double(shot.picture.height)
    let part = isNearMiss ? random.between(-0.006, 0.004) : random.between(0.12, 0.35)
    switch random.whole(0...3) {
    case 0: left = (xs.min() ?? 0) + part * CardFace.width * pixels
    case 1: right = (xs.max() ?? right) - part * CardFace.width * pixels
    case 2: top = (ys.min() ?? 0) + part * CardFace.height * pixels
    default: bottom = (ys.max() ?? bottom) - part * CardFace.height * pixels
    }
    let (x, y) = (Int(max(left, 0)), Int(max(top, 0)))
    shot.picture = shot.picture.cropped(
      x: x, y: y, width: Int(right) - x, height: Int(bottom) - y)
  }
}
