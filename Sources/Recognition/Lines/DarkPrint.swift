internal import CTesseract

/// Brings out the darkest print of an area: what a seal or a pen left over it in gray fades away.
enum DarkPrint {
  /// `part` (8 bits a pixel) with nothing but its darkest ink; nil where there is hardly any.
  static func picture(of part: borrowing Picture) throws(RecognitionError) -> Picture? {
    guard let darkest = darkest(in: part) else { return nil }
    // Ink that is lighter than this beside the darkest belongs to something else.
    let limit = min(200, darkest + max(60, (235 - darkest) * 2 / 5))
    return try Picture(pixGammaTRC(nil, part.pix, 1, Int32(darkest), Int32(limit)))
  }

  /// The gray value below which the darkest tenth of the ink lies; nil where there is hardly any.
  static func darkest(in picture: borrowing Picture) -> Int? {
    picture.tone(ofDarkest: 10, below: 180, least: 200)
  }
}
