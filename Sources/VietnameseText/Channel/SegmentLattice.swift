/// What may begin at each place of a seen word, whatever word is written.
struct SegmentLattice {
  private static let lengths = ChannelFile.segmentLength + 1
  private var ranges: [Range<Int>]
  private var bounds: [Float]

  init(_ codes: [UInt8], channel: ChannelModel) {
    ranges = [Range<Int>](repeating: 0..<0, count: (codes.count + 1) * Self.lengths)
    bounds = [Float](repeating: 0, count: codes.count + 1)
    for place in stride(from: codes.count, through: 0, by: -1) {
      var bound = place == codes.count ? 0 : Float.infinity
      if place < codes.count {
        let cheapest = min(channel.letters.cheapest[Int(codes[place])], channel.letters.added)
        bound = cheapest + bounds[place + 1]
      }
      for length in 0...min(ChannelFile.segmentLength, codes.count - place) {
        guard let key = SegmentTable.key(codes[place..<(place + length)]),
          let range = channel.segments.range(of: key)
        else { continue }
        ranges[place * Self.lengths + length] = range.entries
        if length > 0 { bound = min(bound, range.cheapest + bounds[place + length]) }
      }
      bounds[place] = bound
    }
  }

  /// The cost that at least is to come from `place` on.
  func bound(from place: Int) -> Float { bounds[place] }

  /// The numbers of the segments that were seen as the `length` letters from `place` on.
  func segments(at place: Int, length: Int) -> Range<Int> {
    ranges[place * Self.lengths + length]
  }
}
