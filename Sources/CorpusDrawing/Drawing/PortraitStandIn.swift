import Foundation

/// A drawn head and shoulders in place of a photograph; it shows nobody.
package enum PortraitStandIn {
  /// Fills the rectangle with the likeness.
  package static func draw(
    on canvas: PageCanvas, x: Double, y: Double, width: Double, height: Double, isFemale: Bool,
    isGray: Bool = false, with random: inout SplitMix64
  ) {
    var stream = SplitMix64(seed: random.next())
    func tone(_ hex: UInt32) -> Ink {
      let ink = Ink(hex: hex)
      guard isGray else { return ink }
      let light = 0.3 * ink.red + 0.59 * ink.green + 0.11 * ink.blue
      return Ink(light, light, light)
    }
    canvas.clipped(x: x, y: y, width: width, height: height) {
      let backs: [UInt32] = [0xdfe8ef, 0xbfd3e6, 0xf2f2ee, 0x9fc0dc]
      let back = tone(stream.pick(backs))
      canvas.gradient(
        x: x, y: y, width: width, height: height, from: Point(x, y),
        to: Point(x + width, y + height), inks: [back, Ink(0.93, 0.94, 0.95), back])
      let skins: [UInt32] = [0xe3b996, 0xd3a27c, 0xeec7a7, 0xc29068]
      let skin = tone(stream.pick(skins))
      let hair = tone(stream.pick([0x15120f, 0x241a12, 0x3a3533]))
      let cloth = tone(stream.pick([0xf4f4f4, 0x22324f, 0x7b2d33, 0x2f4f3d, 0x9aa7b5]))
      let middle = x + width * stream.between(0.47, 0.53)
      let faceX = width * stream.between(0.2, 0.235)
      let faceY = height * stream.between(0.195, 0.225)
      let faceTop = y + height * 0.43
      canvas.ellipse(
        centre: Point(middle, y + height * 1.02), radiusX: width * 0.47, radiusY: height * 0.27,
        fill: cloth)
      if isFemale {
        canvas.ellipse(
          centre: Point(middle, faceTop + faceY * 0.25), radiusX: faceX * 1.35,
          radiusY: faceY * 1.6, fill: hair)
      }
      canvas.rectangle(
        x: middle - faceX * 0.42, y: faceTop + faceY * 0.6, width: faceX * 0.84,
        height: faceY * 0.85, fill: skin)
      canvas.ellipse(
        centre: Point(middle, faceTop - faceY * 0.25), radiusX: faceX * 1.1,
        radiusY: faceY * 0.95, fill: hair)
      canvas.ellipse(centre: Point(middle, faceTop), radiusX: faceX, radiusY: faceY, fill: skin)
      canvas.ellipse(
        centre: Point(middle, faceTop - faceY * 0.78), radiusX: faceX * 0.85,
        radiusY: faceY * 0.32, fill: hair)
      for side in [-1.0, 1.0] {
        let eye = Point(middle + side * faceX * 0.4, faceTop - faceY * 0.1)
        canvas.ellipse(
          centre: eye, radiusX: faceX * 0.13, radiusY: faceY * 0.05, fill: tone(0x1c1613))
        canvas.stroke(
          through: [
            Point(eye.x - faceX * 0.2, eye.y - faceY * 0.17),
            Point(eye.x, eye.y - faceY * 0.24), Point(eye.x + faceX * 0.2, eye.y - faceY * 0.17),
          ], width: faceY * 0.05, ink: hair)
      }
      canvas.stroke(
        through: [
          Point(middle, faceTop), Point(middle - faceX * 0.1, faceTop + faceY * 0.28),
          Point(middle + faceX * 0.08, faceTop + faceY * 0.3),
        ], width: faceY * 0.03, ink: tone(0x9a6c4d))
      canvas.stroke(
        through: [
          Point(middle - faceX * 0.26, faceTop + faceY * 0.52),
          Point(middle, faceTop + faceY * 0.58),
          Point(middle + faceX * 0.26, faceTop + faceY * 0.52),
        ], width: faceY * 0.06, ink: tone(0xa9564f))
    }
  }
}
