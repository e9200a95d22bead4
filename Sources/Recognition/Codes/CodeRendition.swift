internal import CTesseract
internal import Imaging

/// One way to show an image to the code reader.
struct CodeRendition {
  /// The channel that is taken of a colour image; nil for its brightness.
  var channel: ColourChannel?
  /// By how much the image is enlarged.
  var scale = 1
  /// Half the width of the sharpening filter and its strength; nil for none.
  var sharpening: (halfWidth: Int32, strength: Float)?

  /// The image as it is.
  static let plain = CodeRendition()

  /// What is tried in turn.
  ///
  /// Enlarging and sharpening doubled the codes read at two pixels a
  /// module in our measurements; a channel alone helps where print or a stamp lies over the code.
  static let cascade = [
    plain,
    CodeRendition(scale: 2),
    CodeRendition(scale: 2, sharpening: (4, 2.0)),
    CodeRendition(scale: 2, sharpening: (7, 3.0)),
    CodeRendition(sharpening: (3, 2.0)),
    CodeRendition(channel: .red),
    CodeRendition(channel: .blue),
  ]

  /// What is tried in turn on a part of a page that was enlarged already.
  static let enlarged = [
    plain,
    CodeRendition(sharpening: (4, 2.0)),
    CodeRendition(sharpening: (7, 3.0)),
    CodeRendition(scale: 2, sharpening: (4, 2.0)),
    CodeRendition(channel: .red),
    CodeRendition(channel: .blue),
    CodeRendition(channel: .red, sharpening: (4, 2.0)),
    CodeRendition(channel: .blue, sharpening: (4, 2.0)),
  ]

  /// Whether it differs from the plain image.
  func applies(to image: PageImage) -> Bool { channel == nil || image.isColour }

  /// The rendition of `image`.
  func make(of image: PageImage) throws(ImageError) -> PageImage {
    var result = image
    if let channel { result = try result.channel(channel) } else { result = try result.gray() }
    if scale > 1 { result = try result.scaled(by: Double(scale)) }
    if let sharpening {
      result = try result.transformed("sharpen") {
        pixUnsharpMaskingGray($0, sharpening.halfWidth, sharpening.strength)
      }
    }
    return result
  }
}
