internal import Documents

/// A page turned upright, with the regions on it that can be read.
package struct PreparedPage: Sendable {
  /// The decoded page turned by quarter turns only: what boxes in results refer to.
  package var page: PageImage
  /// By how many degrees counter-clockwise the page stood turned in the file: 0, 90, 180 or 270.
  package var turned: Int
  /// The regions in reading order; empty for a blank page.
  package var regions: [PreparedRegion]

  /// The page set right after reading has shown which of its regions stand upside down.
  ///
  /// Where most of the regions' area does, the page itself is turned by 180°; each region that
  /// `isUpsideDown` marks is turned, the others keep their image. All mappings follow.
  package func righted(upsideDown isUpsideDown: [Bool]) throws(ImageError) -> PreparedPage {
    precondition(isUpsideDown.count == regions.count, "one mark for each region")
    guard isUpsideDown.contains(true) else { return self }
    var result = self
    for index in regions.indices where isUpsideDown[index] {
      result.regions[index] = try regions[index].turnedAround()
    }
    let areas = regions.map { $0.image.width * $0.image.height }
    let turnedArea = zip(areas, isUpsideDown).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    guard turnedArea * 2 > areas.reduce(0, +) else { return result }
    result.page = try page.turned(quarterTurns: 2)
    result.turned = (turned + 180) % 360
    let half = Homography.halfTurn(width: page.width, height: page.height)
    for index in result.regions.indices {
      result.regions[index].toPage = result.regions[index].toPage.followed(by: half)
    }
    result.regions.reverse()
    return result
  }
}
