/// An axis-aligned rectangle in whole pixels, its origin at the top left.
public struct PixelBox: Hashable, Sendable {
  /// The left edge.
  public var x: Int
  /// The top edge.
  public var y: Int
  /// The width.
  public var width: Int
  /// The height.
  public var height: Int

  /// Creates a rectangle from its top-left corner and its size, all in pixels.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The first column right of the rectangle.
  public var maxX: Int { x + width }
  /// The first row below the rectangle.
  public var maxY: Int { y + height }
  /// The horizontal centre, in pixels.
  public var midX: Double { Double(x) + Double(width) / 2 }
  /// The vertical centre, in pixels.
  public var midY: Double { Double(y) + Double(height) / 2 }
  /// The area in square pixels.
  public var area: Int { width * height }
  /// Whether no pixel is inside.
  public var isEmpty: Bool { width <= 0 || height <= 0 }

  /// The smallest rectangle that holds both.
  public func union(_ other: PixelBox) -> PixelBox {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return PixelBox(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// What both rectangles cover; empty where they do not touch.
  public func intersection(_ other: PixelBox) -> PixelBox {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return PixelBox(
      x: left, y: top, width: max(0, min(maxX, other.maxX) - left),
      height: max(0, min(maxY, other.maxY) - top))
  }

  /// The rectangle grown by `margin` pixels on every side.
  public func expanded(by margin: Int) -> PixelBox {
    PixelBox(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }

  /// The rectangle in pixels of `area` alone, counted from its top left corner.
  public func relative(to area: PixelBox) -> PixelBox {
    PixelBox(x: x - area.x, y: y - area.y, width: width, height: height)
  }

  /// The rectangle, which is in pixels of `area` alone, in pixels of what `area` is cut from: the
  /// inverse of `relative(to:)`.
  public func placed(in area: PixelBox) -> PixelBox {
    PixelBox(x: x + area.x, y: y + area.y, width: width, height: height)
  }

  /// The smallest rectangle that holds all of `boxes`; nil when there are none.
  public static func union(of boxes: some Sequence<PixelBox>) -> PixelBox? {
    var result: PixelBox?
    for box in boxes { result = result?.union(box) ?? box }
    return result
  }
}

/// Coded as `[x, y, width, height]`, the form of the preview JSON.
extension PixelBox: Codable {
  /// Decodes `[x, y, width, height]`.
  public init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    x = try values.decode(Int.self)
    y = try values.decode(Int.self)
    width = try values.decode(Int.self)
    height = try values.decode(Int.self)
    guard values.isAtEnd else {
      throw DecodingError.dataCorruptedError(in: values, debugDescription: "a box has four numbers")
    }
  }

  /// Encodes `[x, y, width, height]`.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.unkeyedContainer()
    try values.encode(x)
    try values.encode(y)
    try values.encode(width)
    try values.encode(height)
  }
}
