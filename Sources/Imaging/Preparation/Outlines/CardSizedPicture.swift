internal import Documents
internal import Glibc

/// Judges pictures cropped to a card, whose outline the frame hides or leaves no contrast to.
struct CardSizedPicture: Sendable {
  let page: ReducedPage
  /// The resolution of the reduced picture in dots per inch; 0 when unknown.
  let dpi: Double

  /// The longest margin that a picture cropped to a card has around it, as a share of the card.
  private static let margin = 0.16

  /// Where the card stands in the picture; nil when the picture is not one of a card alone.
  func outline() -> Outline? {
    let (width, height) = (Double(page.width), Double(page.height))
    let (long, short) = (max(width, height), min(width, height))
    let ink = PageInk(page.gray)
    let length: Double
    if dpi > 0 {
      length = 85.6 / 25.4 * dpi
      let spare = (long / length, short / (length / OutlineFinder.cardAspect))
      guard spare.0 > 0.96, spare.1 > 0.96, spare.0 < 1 + Self.margin, spare.1 < 1.25 else {
        return nil
      }
    } else {
      let aspect = long / short
      guard aspect > 1.4, aspect < 1.75, ink.letterHeight / long > 0.0125 else { return nil }
      length = min(long, short * OutlineFinder.cardAspect)
    }
    let isLying = width >= height
    let text = isLying ? ink.textMap : ink.textMap.turnedClockwise()
    let skew = SkewFinder().skew(of: text)
    let degrees = skew.map { $0.sharpness > 1.2 ? $0.degrees : 0 } ?? 0
    // The card about the middle of the picture, leaning as its print does.
    let card = (
      width: isLying ? length : length / OutlineFinder.cardAspect,
      height: isLying ? length / OutlineFinder.cardAspect : length
    )
    let lean = Homography.levelling(
      degrees: degrees, width: card.width, height: card.height, scale: 1)
    let corners = Quadrilateral(width: card.width, height: card.height).corners.map { corner in
      let leaning = lean.map(corner)
      return PixelPoint(
        x: leaning.x + (width - card.width) / 2, y: leaning.y + (height - card.height) / 2)
    }
    return Outline(
      shape: .card, quadrilateral: Quadrilateral(corners: corners), score: 0.5, isCutOff: false)
  }
}
