internal import CTesseract
internal import Documents
internal import Imaging

/// The owner of one Leptonica image that lives for a step of reading.
struct Picture: ~Copyable {
  let pix: UnsafeMutablePointer<Pix>

  /// Takes over `pix`, the result of a Leptonica call; nil means that the call failed.
  init(_ pix: UnsafeMutablePointer<Pix>?) throws(RecognitionError) {
    guard let pix else { throw .imageNotPrepared }
    self.pix = pix
  }

  deinit {
    var pix: UnsafeMutablePointer<Pix>? = pix
    pixDestroy(&pix)
  }

  var width: Int { Int(pixGetWidth(pix)) }
  var height: Int { Int(pixGetHeight(pix)) }

  /// The part inside `box`, which must touch the image.
  func clipped(to box: PixelBox) throws(RecognitionError) -> Picture {
    var area = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
    defer { boxDestroy(&area) }
    return try Picture(pixClipRectangle(pix, area, nil))
  }

  /// The image made larger or smaller by `factor`.
  func scaled(by factor: Double) throws(RecognitionError) -> Picture {
    try Picture(pixScale(pix, Float(factor), Float(factor)))
  }

  /// The image with a white frame of `margin` pixels.
  func framed(by margin: Int) throws(RecognitionError) -> Picture {
    try Picture(pixAddBorder(pix, Int32(margin), pixGetDepth(pix) == 1 ? 0 : 255))
  }
}

extension Picture {
  /// A gray copy of `image`, 8 bits a pixel.
  init(grayOf image: PageImage) throws(RecognitionError) {
    try self.init(
      image.withPix { pix in
        image.isColour ? pixConvertTo8(pix, 0) : pixCopy(nil, pix)
      })
  }
}

extension Picture {
  /// How many pixels of `box` are ink, in a picture of 1 bit a pixel.
  func inkCount(in box: PixelBox) -> Int {
    let whole = PixelBox(x: 0, y: 0, width: width, height: height)
    let box = box.intersection(whole)
    guard !box.isEmpty else { return 0 }
    var area = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
    defer { boxDestroy(&area) }
    var count: Int32 = 0
    pixCountPixelsInRect(pix, area, &count, nil)
    return Int(count)
  }
}

extension Picture {
  /// Makes `box` ink, in a picture of 1 bit a pixel.
  func fill(_ box: PixelBox) {
    var area = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
    pixSetInRect(pix, area)
    boxDestroy(&area)
  }

  /// Makes ink of what is ink in `other` within `box`, both pictures of the same size and 1 bit a pixel.
  func add(_ other: borrowing Picture, in box: PixelBox) {
    let (left, top) = (Int32(box.x), Int32(box.y))
    pixRasterop(
      pix, left, top, Int32(box.width), Int32(box.height), Int32(PIX_SRC | PIX_DST), other.pix,
      left, top)
  }

  /// Takes the pixels of `other` within `box`, both pictures of the same size and depth.
  func take(_ other: borrowing Picture, in box: PixelBox) {
    let (left, top) = (Int32(box.x), Int32(box.y))
    pixRasterop(
      pix, left, top, Int32(box.width), Int32(box.height), Int32(PIX_SRC), other.pix, left, top)
  }

  /// Makes `box` white, in a gray picture.
  func whiten(_ box: PixelBox) {
    var area = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
    pixSetInRectArbitrary(pix, area, 255)
    boxDestroy(&area)
  }

  /// Makes `box` paper, in a picture of 1 bit a pixel.
  func erase(_ box: PixelBox) {
    var area = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
    pixClearInRect(pix, area)
    boxDestroy(&area)
  }
}
