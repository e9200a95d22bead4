internal import CTesseract
internal import Documents

/// Frees print from the stamps over it on a gray sheet, where the ink of a stamp is lighter than print.
///
/// Red ink is gone in another rendition of a colour page; on a gray one a stamp ties letters together
/// and hides words. It is known by its frame, a ring or a box of lighter ink as large as stamps are;
/// within it only what is as dark as print stays.
struct FadedStamps {
  /// Where stamps stand, in pixels of the sheet.
  let areas: [PixelBox]
  /// The gray value of print, and that of each stamp, from black 0 to 255.
  private let print: Int
  private let tones: [Int]
  /// Pixels of the sheet make a millimetre.
  private let sheetDensity: Double

  /// Pixels of the picture that is searched make a millimetre.
  private static let density = 5.0
  /// Lighter is paper.
  private static let paper: Int32 = 205
  /// By so much ink is lighter than print that may be a stamp's, and the most of a stamp's ink is.
  private static let leastDifference = 45
  private static let leastContrast = 70
  /// The share of the area within a frame that thick strokes of lighter ink fill at least.
  private static let leastInk = 0.02
  /// The sides of stamps, in millimetres.
  private static let sizes = 14.0...85.0
  /// The sides of the squares in which lost ink is looked for, in millimetres, and the share that it
  /// fills of one at least.
  private static let square = 5.0
  private static let leastLost = 0.06
  /// Pieces of frames are longer than letters, in millimetres.
  private static let leastPiece = 6.0
  /// How far apart they may be where print lies over the frame, in millimetres.
  private static let reaches = [16.0, 8, 3]
  /// Level and upright lines that are longer than this, in millimetres, are those of the form.
  private static let rule = 16.0

  /// Finds the stamps on `gray` (8 bits a pixel), of which `density` pixels make a millimetre.
  init(in gray: borrowing Picture, density: Double) throws(RecognitionError) {
    sheetDensity = density
    guard Double(min(gray.width, gray.height)) >= Self.sizes.lowerBound * density else {
      (areas, print, tones) = ([], 0, [])
      return
    }
    let factor = Float(min(1, Self.density / density))
    let small = try Picture(pixScaleAreaMap(gray.pix, factor, factor))
    let scale = Double(gray.width) / Double(max(1, small.width))
    // How dark each stroke is at its middle, wherever in it a pixel lies.
    let cores = try Picture(pixErodeGray(small.pix, 3, 3))
    let ink = try Picture(pixThresholdToBinary(small.pix, Self.paper))
    guard let print = try Self.tone(of: cores, where: ink, darkest: 4) else {
      (areas, self.print, tones) = ([], 0, [])
      return
    }
    let dark = try Picture(
      pixThresholdToBinary(cores.pix, Int32(min(200, print + Self.leastDifference))))
    let light = try Picture(pixSubtract(nil, ink.pix, dark.pix))
    let whole = PixelBox(x: 0, y: 0, width: gray.width, height: gray.height)
    var areas: [PixelBox] = []
    var tones: [Int] = []
    for box in try Self.frames(in: light) {
      guard
        let tone = try Self.tone(
          of: try cores.clipped(to: box), where: try light.clipped(to: box), darkest: 2),
        tone >= print + Self.leastContrast
      else { continue }
      areas.append(box.scaled(by: scale).expanded(by: Int(2 * scale)).intersection(whole))
      tones.append(tone)
    }
    (self.areas, self.print, self.tones) = (areas, print, tones)
  }

  /// `gray`, the sheet, with the stamps gone.
  func cleared(from gray: borrowing Picture) throws(RecognitionError) -> Picture {
    let copy = try Picture(pixCopy(nil, gray.pix))
    for (area, tone) in zip(areas, tones) {
      let part = try copy.clipped(to: area)
      let limit = print + (tone - print) * 2 / 3
      let dark = try Picture(pixGammaTRC(nil, part.pix, 1, Int32(print / 2), Int32(limit)))
      pixRasterop(
        copy.pix, Int32(area.x), Int32(area.y), Int32(area.width), Int32(area.height),
        Int32(PIX_SRC), dark.pix, 0, 0)
    }
    return copy
  }

  /// Where in `gray` ink stands that `cleared` lacks, in squares as wide as a few letters.
  ///
  /// What went with a stamp may have been written: a box in whose row it stood is not known to be blank.
  func lost(
    of gray: borrowing Picture, in cleared: borrowing Picture
  ) throws(RecognitionError) -> [PixelBox] {
    let ink = try Picture(pixThresholdToBinary(gray.pix, Self.paper))
    let left = try Picture(pixThresholdToBinary(cleared.pix, Self.paper))
    let gone = try Picture(pixSubtract(nil, ink.pix, left.pix))
    let side = max(1, Int(Self.square * sheetDensity))
    return areas.flatMap { area in
      stride(from: area.y, to: area.maxY, by: side).flatMap { y in
        stride(from: area.x, to: area.maxX, by: side).map { x in
          PixelBox(x: x, y: y, width: side, height: side).intersection(area)
        }
      }
    }.filter { Double(gone.inkCount(in: $0)) >= Self.leastLost * Double($0.area) }
  }

  /// The boxes of the frames of stamps in `light` (1 bit a pixel), the ink that is lighter than print.
  private static func frames(in light: borrowing Picture) throws(RecognitionError) -> [PixelBox] {
    let length = Int32(rule * density)
    let free = try Picture(pixCopy(nil, light.pix))
    for (width, height) in [(length, 1), (1, length)] as [(Int32, Int32)] {
      // Lines that are not quite straight, or lean a little, are so wide nowhere.
      let thick = try Picture(
        pixDilateBrick(nil, light.pix, width == 1 ? 3 : 1, height == 1 ? 3 : 1))
      let lines = try Picture(pixOpenBrick(nil, thick.pix, width, height))
      pixSubtract(free.pix, free.pix, lines.pix)
    }
    let found = try closed(in: free, besides: [])
    // A stamp that was set straight has such lines itself.
    let all = try found + closed(in: light, besides: found)
    // The strokes of its letters are thick, as the rules round boxes and the edges of print are not.
    let thick = try Picture(pixOpenBrick(nil, free.pix, 2, 2))
    return all.filter { box in
      let inner = box.expanded(by: -min(box.width, box.height) / 8)
      return Double(thick.inkCount(in: inner)) >= leastInk * Double(inner.area)
    }
  }

  /// The boxes of frames whose pieces are in `light`, apart from those `found` before.
  private static func closed(
    in light: borrowing Picture, besides found: [PixelBox]
  ) throws(RecognitionError) -> [PixelBox] {
    let joined = try Picture(pixCloseSafeBrick(nil, light.pix, 3, 3))
    let pieces = Components.boxes(of: joined).filter {
      Double(max($0.width, $0.height)) >= leastPiece * density
    }
    let sizes = (Self.sizes.lowerBound * density)...(Self.sizes.upperBound * density)
    var frames: [PixelBox] = []
    for reach in reaches {
      for box in PixelBox.groups(of: pieces, reach: Int(reach * density))
      where sizes.contains(Double(box.width)) && sizes.contains(Double(box.height))
        && !(found + frames).contains(where: { !$0.intersection(box).isEmpty })
        && StampFrame.stands(round: box, in: light)
      {
        frames.append(box)
      }
    }
    return frames
  }

  /// The gray value below which one of `parts` equal parts of `picture` lies where `mask` has ink; nil
  /// where it has hardly any.
  private static func tone(
    of picture: borrowing Picture, where mask: borrowing Picture, darkest parts: Int
  ) throws(RecognitionError) -> Int? {
    let masked = try Picture(pixCopy(nil, picture.pix))
    let paper = try Picture(pixInvert(nil, mask.pix))
    pixSetMasked(masked.pix, paper.pix, 255)
    return masked.tone(ofDarkest: parts, below: 255, least: 100)
  }
}
