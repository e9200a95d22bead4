internal import CTesseract

/// One of the three channels of a colour image.
package enum ColourChannel: Sendable {
  /// Red stamps and red print all but vanish in it.
  case red
  case green
  /// Yellow and orange backgrounds are dark in it.
  case blue
}

/// Colours left out or taken apart.
extension PageImage {
  /// The image in gray; itself when it is gray already.
  package func gray() throws(ImageError) -> PageImage {
    isColour ? try transformed("gray") { pixConvertRGBToLuminance($0) } : self
  }

  /// One channel as a gray image; a gray image itself.
  package func channel(_ channel: ColourChannel) throws(ImageError) -> PageImage {
    guard isColour else { return self }
    let component =
      switch channel {
      case .red: COLOR_RED
      case .green: COLOR_GREEN
      case .blue: COLOR_BLUE
      }
    return try transformed("split") { pixGetRGBComponent($0, Int32(component)) }
  }
}
