internal import CTesseract
internal import Documents
internal import Imaging

/// Frees the black print of a card from the red of a seal that lies over it.
///
/// A seal over typed lines ties their letters together and hides their marks. Red ink is as light as
/// paper in another rendition of the page; of it only the lines are taken that are black themselves,
/// because the number and the title of an identity card are as red as its seal.
enum SealedPrint {
  /// By so much red ink is darker in the usual rendition, of 255.
  private static let leastRed: Int32 = 50
  /// Of the area of a line so many hundredths at least are red where a seal crosses it.
  private static let leastShare = 1
  /// Of a line's dark pixels so many tenths at least are black, and twice as many as are red, or it is
  /// printed in red.
  private static let leastBlack = 6
  private static let leastLetters = 3
  private static let dark: Int32 = 128

  /// The image of `region`, a card on `page`, with the lines across which red ink runs in black alone.
  static func cleared(_ region: PreparedRegion, of page: PageImage) throws -> PageImage {
    guard region.shape == .card, page.isColour, region.rendition == .allInk else {
      return region.image
    }
    let mixed = try Picture(grayOf: region.image)
    let black = try Picture(grayOf: region.image(.withoutRed, of: page))
    let red = try red(in: mixed, beside: black)
    let whole = PixelBox(x: 0, y: 0, width: mixed.width, height: mixed.height)
    guard red.inkCount(in: whole) * 1000 > whole.area else { return region.image }
    let darkOfAll = try Picture(pixThresholdToBinary(mixed.pix, dark))
    let darkOfBlack = try Picture(pixThresholdToBinary(black.pix, dark))
    var isChanged = false
    for line in try TextLineFinder().layout(of: black).lines where line.letters >= leastLetters {
      let box = line.box.expanded(by: 2).intersection(whole)
      let (reds, blacks) = (red.inkCount(in: box), darkOfBlack.inkCount(in: box))
      guard reds * 100 >= leastShare * box.area, reds * 2 <= blacks,
        blacks * 10 >= leastBlack * darkOfAll.inkCount(in: box)
      else { continue }
      mixed.take(black, in: box)
      isChanged = true
    }
    guard isChanged, let copy = pixCopy(nil, mixed.pix) else { return region.image }
    return try PageImage(owning: copy, dpi: region.image.dpi)
  }

  /// What is red: darker in `mixed` than in `black`, which lacks the red ink; 1 bit a pixel.
  private static func red(
    in mixed: borrowing Picture, beside black: borrowing Picture
  ) throws(RecognitionError) -> Picture {
    let difference = try Picture(pixSubtractGray(nil, black.pix, mixed.pix))
    let paper = try Picture(pixThresholdToBinary(difference.pix, leastRed))
    return try Picture(pixInvert(nil, paper.pix))
  }
}
