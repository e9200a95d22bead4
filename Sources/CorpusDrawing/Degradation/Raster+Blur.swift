import Foundation

extension Raster {
  /// Blurs with a bell of the given deviation in pixels.
  package mutating func blur(deviation: Double) {
    guard deviation > 0.05 else { return }
    let radius = max(1, Int((deviation * 3).rounded(.up)))
    blur(kernel: (-radius...radius).map { exp(-Double($0 * $0) / (2 * deviation * deviation)) })
  }

  /// Blurs along rows and columns with a kernel of odd length.
  private mutating func blur(kernel: [Double]) {
    let weights = Self.weights(kernel)
    let radius = weights.count / 2
    let (length, rows) = (width * 3, height)
    var padded = [UInt8](repeating: 0, count: length + radius * 6)
    var sums = [UInt16](repeating: 0, count: length)
    // The rows above the one being written, before they were blurred downwards.
    var window = [[UInt8]](repeating: [], count: radius + 1)
    withBytes { bytes in
      for row in 0..<rows {
        let line = UnsafeMutableBufferPointer(
          rebasing: bytes[(row * length)..<((row + 1) * length)])
        padded.withUnsafeMutableBufferPointer { padded in
          for index in 0..<length { padded[radius * 3 + index] = line[index] }
          for index in 0..<(radius * 3) {
            padded[index] = line[index % 3]
            padded[radius * 3 + length + index] = line[length - 3 + index % 3]
          }
          sums.withUnsafeMutableBufferPointer { sums in
            for index in 0..<length { sums[index] = 128 }
            for (tap, weight) in weights.enumerated() {
              Self.add(UnsafeBufferPointer(rebasing: padded[(tap * 3)...]), times: weight, to: sums)
            }
            for index in 0..<length { line[index] = UInt8(truncatingIfNeeded: sums[index] >> 8) }
          }
        }
      }
      for row in 0..<rows {
        let line = UnsafeMutableBufferPointer(
          rebasing: bytes[(row * length)..<((row + 1) * length)])
        window[row % (radius + 1)] = Array(line)
        sums.withUnsafeMutableBufferPointer { sums in
          for index in 0..<length { sums[index] = 128 }
          for (tap, weight) in weights.enumerated() {
            let from = min(max(row + tap - radius, 0), rows - 1)
            if from <= row {
              window[from % (radius + 1)].withUnsafeBufferPointer {
                Self.add($0, times: weight, to: sums)
              }
            } else {
              Self.add(
                UnsafeBufferPointer(rebasing: bytes[(from * length)..<((from + 1) * length)]),
                times: weight, to: sums)
            }
          }
          for index in 0..<length { line[index] = UInt8(truncatingIfNeeded: sums[index] >> 8) }
        }
      }
    }
  }

  /// Makes each pixel the weighed mean of those at some offsets from it.
  mutating func spread(_ offsets: [PixelOffset: Double]) {
    let sorted = offsets.sorted { ($0.value, $0.key.y, $0.key.x) < ($1.value, $1.key.y, $1.key.x) }
    let total = offsets.values.reduce(0, +)
    guard !sorted.isEmpty, total > 0 else { return }
    var weights = sorted.map { (offset: $0.key, weight: Int(($0.value / total * 256).rounded())) }
    weights[weights.count - 1].weight += 256 - weights.reduce(0) { $0 + $1.weight }
    let reach = offsets.keys.map { abs($0.x) }.max() ?? 0
    let (length, rows) = (width * 3, height)
    let source = bytes
    var padded = [UInt8](repeating: 0, count: length + reach * 6)
    var sums = [UInt16](repeating: 0, count: length)
    for row in 0..<rows {
      for index in 0..<length { sums[index] = 128 }
      for (offset, weight) in weights {
        let from = min(max(row + offset.y, 0), rows - 1) * length
        for index in 0..<(reach * 3) {
          padded[index] = source[from + index % 3]
          padded[reach * 3 + length + index] = source[from + length - 3 + index % 3]
        }
        padded.withUnsafeMutableBufferPointer { padded in
          source.withUnsafeBufferPointer { source in
            for index in 0..<length { padded[reach * 3 + index] = source[from + index] }
          }
        }
        padded.withUnsafeBufferPointer { padded in
          sums.withUnsafeMutableBufferPointer { sums in
            Self.add(
              UnsafeBufferPointer(rebasing: padded[((reach + offset.x) * 3)...]),
              times: UInt16(max(weight, 0)), to: sums)
          }
        }
      }
      withBytes { bytes in
        for index in 0..<length {
          bytes[row * length + index] = UInt8(truncatingIfNeeded: sums[index] >> 8)
        }
      }
    }
  }

  /// The kernel in whole numbers that add up to 256, less the half that rounds.
  private static func weights(_ kernel: [Double]) -> [UInt16] {
    let sum = kernel.reduce(0, +)
    var weights = kernel.map { Int(($0 / sum * 256).rounded()) }
    weights[kernel.count / 2] += 256 - weights.reduce(0, +)
    return weights.map { UInt16($0) }
  }

  /// Adds a line of bytes times `weight` to as many sums.
  private static func add(
    _ line: UnsafeBufferPointer<UInt8>, times weight: UInt16,
    to sums: UnsafeMutableBufferPointer<UInt16>
  ) {
    guard weight > 0 else { return }
    for index in 0..<sums.count { sums[index] &+= UInt16(line[index]) &* weight }
  }
}
