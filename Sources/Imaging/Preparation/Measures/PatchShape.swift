internal import Documents
internal import Foundation

/// How long, how thick and how rectangular a patch is, whichever way it lies.
struct PatchShape: Hashable, Sendable {
  /// The sides of the rectangle that has the patch's second moments, in pixels.
  let length: Double
  let thickness: Double
  /// The patch's area over that rectangle's: 1 for a rectangle at any angle, more for a disc, less
  /// for what has holes, bays or gaps.
  let fullness: Double

  /// Measures the patch of `blob` in the plane of labels, `width` pixels wide, that it comes from.
  init(_ blob: InkBlob, labels: [Int32], width: Int) {
    var (count, sumX, sumY, sumXX, sumYY, sumXY) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for y in blob.box.y..<blob.box.maxY {
      for x in blob.box.x..<blob.box.maxX where labels[y * width + x] == blob.label {
        let (dx, dy) = (Double(x - blob.box.x), Double(y - blob.box.y))
        count += 1
        sumX += dx
        sumY += dy
        sumXX += dx * dx
        sumYY += dy * dy
        sumXY += dx * dy
      }
    }
    guard count > 0 else {
      (length, thickness, fullness) = (0, 0, 0)
      return
    }
    // A pixel is itself a square of variance 1/12.
    let xx = sumXX / count - (sumX / count) * (sumX / count) + 1 / 12
    let yy = sumYY / count - (sumY / count) * (sumY / count) + 1 / 12
    let xy = sumXY / count - (sumX / count) * (sumY / count)
    let middle = (xx + yy) / 2
    let spread = ((xx - yy) * (xx - yy) / 4 + xy * xy).squareRoot()
    length = (12 * (middle + spread)).squareRoot()
    thickness = (12 * max(1 / 12, middle - spread)).squareRoot()
    fullness = count / max(1, length * thickness)
  }
}
