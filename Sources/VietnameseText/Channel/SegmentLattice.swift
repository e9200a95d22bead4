/// What may begin at each place of a seen word, whatever word is written.
struct SegmentLattice {
  private static let lengths = ChannelFile.segmentLength + 1
  private var ranges: [Range<Int>]
  private var bounds: [Float]
  /// From each place on, what a written letter more than is seen, and one fewer, costs at least.
  private var dearths: [Float]
  private var surpluses: [Float]

  init(_ codes: [UInt8], channel: ChannelModel) {
    ranges = [Range<Int>](repeating: 0..<0, count: (codes.count + 1) * Self.lengths)
    bounds = [Float](repeating: 0, count: codes.count + 1)
    dearths = [Float](repeating: channel.letters.cheapestLost, count: codes.count + 1)
    surpluses = [Float](repeating: channel.letters.added, count: codes.count + 1)
    for place in stride(from: codes.count, through: 0, by: -1) {
      var bound = place == codes.count ? 0 : Float.infinity
      if place < codes.count {
        let cheapest = min(channel.letters.cheapest[Int(codes[place])], channel.letters.added)
        bound = cheapest + bounds[place + 1]
      }
      if place < codes.count {
        dearths[place] = dearths[place + 1]
        surpluses[place] = surpluses[place + 1]
      }
      for length in 0...min(ChannelFile.segmentLength, codes.count - place) {
        guard let key = SegmentTable.key(codes[place..<(place + length)]),
          let group = channel.segments.group(of: key)
        else { continue }
        ranges[place * Self.lengths + length] = group.entries
        dearths[place] = min(dearths[place], group.dearth)
        surpluses[place] = min(surpluses[place], group.surplus)
        if length > 0 { bound = min(bound, group.cheapest + bounds[place + length]) }
      }
      bounds[place] = bound
    }
  }

  /// The cost that at least is to come from `place` on.
  func bound(from place: Int) -> Float { bounds[place] }

  /// The cost that at least is to come from `place` on, where between `nearest` and `farthest`
  /// letters are still to be written.
  func bound(from place: Int, nearest: UInt8, farthest: UInt8) -> Float {
    let rest = bounds.count - 1 - place
    if Int(nearest) > rest {
      return max(bounds[place], Float(Int(nearest) - rest) * dearths[place])
    }
    if Int(farthest) < rest {
      return max(bounds[place], Float(rest - Int(farthest)) * surpluses[place])
    }
    return bounds[place]
  }

  /// The numbers of the segments that were seen as the `length` letters from `place` on.
  func segments(at place: Int, length: Int) -> Range<Int> {
    ranges[place * Self.lengths + length]
  }
}
