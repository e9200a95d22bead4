/// Why an operation on an image failed.
public enum ImageError: Error, Hashable, Sendable {
  /// A size without any pixel, or one too large for the library, was asked for.
  case impossibleSize(width: Int, height: Int)
  /// The bytes handed in do not fill the image exactly.
  case wrongByteCount(expected: Int, found: Int)
  /// A library call gave no result; most often memory ran out.
  case operationFailed(String, width: Int, height: Int)
}

extension ImageError: CustomStringConvertible {
  /// What failed, on which size of image, and the way out.
  public var description: String {
    switch self {
    case .impossibleSize(let width, let height):
      "cannot make an image of \(width) x \(height) pixels; both sides must be 1 to 32767"
    case .wrongByteCount(let expected, let found):
      "cannot make an image from \(found) bytes; its size needs \(expected)"
    case .operationFailed(let operation, let width, let height):
      """
      cannot \(operation) an image of \(width) x \(height) pixels; \
      give the process more memory or the page fewer pixels
      """
    }
  }
}
