import CorpusDrawing
import Documents

/// Cards as they really come: several on a page, askew, in sleeves, copied, over an edge.
///
/// Cases go round the kinds of scenes by number.
struct SceneSet {
  static let name = "scene"

  static let all = [
    CaseSet(name: name) { request, random in
      try SceneSet(kind: request.turn(of: SceneKind.allCases), request: request)
        .labelledCase(with: &random)
    }
  ]

  let kind: SceneKind
  let request: CaseRequest

  func labelledCase(with random: inout SplitMix64) throws -> LabelledCase {
    var faces = try faces(with: &random)
    for index in faces.indices { obstruct(&faces[index], with: &random) }
    let scene = CardScene(
      tier: request.tier, faces: faces, set: Self.name, isCompact: request.isCompact,
      isHeldOut: request.isHeldOut)
    var labelled: LabelledCase
    switch kind {
    case .manyCards, .bothSides: labelled = try scene.board(spread: 8, with: &random)
    case .anyAngle: labelled = try scene.board(spread: 180, with: &random)
    case .coarse, .fine:
      labelled = try files(scene, dpi: kind == .fine ? [400, 600] : [150], with: &random)
    default: labelled = try files(scene, dpi: [], with: &random)
    }
    if kind == .grayCopy || kind == .bilevelCopy {
      labelled.captures = [CaptureFaultKind.photocopy.rawValue]
    } else if kind != .overEdge {
      labelled.captures = []
    }
    return labelled
  }

  /// The sides to show.
  private func faces(with random: inout SplitMix64) throws -> [CardFace] {
    let kind = random.pick(CardSets.kinds).kind
    let first = try CardSets.faces(of: kind, request: request, with: &random)
    switch self.kind {
    case .manyCards where random.chance(0.5):
      // An old and a new card of one person.
      let years = 1960...1995
      let person = try request.people.person(bornIn: years, with: &random)
      return try [DocumentKind.cmnd9, random.pick([.cccdChip, .canCuoc2024])].flatMap { kind in
        let bearer = try CardBearer.draw(kind, of: person, with: &random)
        let card = try CardSets.faces(of: kind, bearer: bearer, request: request, with: &random)
        return random.chance(0.5) ? [card.front, card.back] : [card.front]
      }
    case .manyCards:
      let second = try CardSets.faces(of: kind, request: request, with: &random)
      return random.chance(0.5)
        ? [first.front, second.front] : [first.front, first.back, second.front, second.back]
    case .bothSides, .twoFiles: return [first.front, first.back]
    default:
      return random.chance(0.25)
        ? [first.front, first.back] : [random.chance(0.6) ? first.front : first.back]
    }
  }

  private func obstruct(_ face: inout CardFace, with random: inout SplitMix64) {
    let seed = random.next()
    let isFront = face.side == .front
    let kind = kind
    guard [.sleeve, .thumb, .shadow].contains(kind) else { return }
    face.overlay(seed: seed) { canvas, random in
      switch kind {
      case .sleeve:
        Obstacle.sleeve(
          on: canvas, width: CardFace.width, height: CardFace.height, with: &random)
      case .thumb:
        // The emblem of a front, the left margin of a back: no value stands there.
        Obstacle.thumb(
          on: canvas,
          tip: isFront
            ? Point(random.between(5, 9), random.between(6, 10))
            : Point(random.between(1.5, 3), random.between(20, 30)),
          pointing: isFront ? random.between(20, 60) : random.between(-10, 10),
          width: random.between(12, 15), with: &random)
      default:
        let degrees = random.between(-80, 80)
        canvas.streak(
          through: Point(random.between(15, 70), random.between(10, 45)), turned: degrees,
          width: random.between(30, 90), length: 220,
          ink: Ink(0, 0, 0.02, alpha: random.between(0.2, 0.5)))
      }
    }
  }

  /// Each side as a picture of its own.
  private func files(
    _ scene: CardScene, dpi: [Double], with random: inout SplitMix64
  ) throws -> LabelledCase {
    var files: [LabelledCase.File] = []
    let resolution = dpi.isEmpty ? nil : random.pick(dpi)
    let isBilevel = kind == .bilevelCopy
    for face in scene.faces {
      var shot = try scene.shot(of: face, dpi: resolution, with: &random)
      if kind == .overEdge { overEdge(&shot, with: &random) }
      if kind == .grayCopy || isBilevel {
        CaptureFault.photocopy(&shot.picture, isBilevel: isBilevel, with: &random)
      }
      let name = face.side.rawValue
      files.append(
        isBilevel && request.tier != .phone
          ? try PageFile.faxTiff([shot.picture], name: name)
          : try PageFile.jpeg(
            shot.picture, name: name, quality: shot.quality, isGray: kind == .grayCopy))
    }
    return LabelledCase(
      set: Self.name, tier: request.tier, files: files,
      documents: scene.faces.enumerated().map { $1.label(page: $0 + 1) })
  }

  /// Ends the picture up to two millimetres inside the card, where nothing is printed.
  private func overEdge(_ shot: inout CardScene.Shot, with random: inout SplitMix64) {
    let inside = random.between(0.2, 1.8) * shot.dpi / 25.4
    let xs = shot.corners.map(\.x).sorted()
    let ys = shot.corners.map(\.y).sorted()
    var (left, top) = (0.0, 0.0)
    var (right, bottom) = (Double(shot.picture.width), Double(shot.picture.height))
    // The inner one of the two corners of an edge, so that a card askew is cut nowhere deeper.
    switch random.whole(0...3) {
    case 0: left = xs[0] + inside
    case 1: right = xs[3] - inside
    case 2: top = ys[0] + inside
    default: bottom = ys[3] - inside
    }
    shot.picture = shot.picture.cropped(
      x: Int(max(left, 0)), y: Int(max(top, 0)), width: Int(right - max(left, 0)),
      height: Int(bottom - max(top, 0)))
  }
}
