/// Segments of several letters that were seen for others, found by what was seen.
struct SegmentTable: Sendable {
  struct Entry: Hashable, Sendable {
    /// The true letters, the first in the lowest byte; up to four, filled up with zeros.
    var truth: UInt32
    /// The seen letters, packed in the same way.
    var seen: UInt32
    var cost: Float
  }

  /// What was seen as the same letters.
  struct Group: Hashable, Sendable {
    /// The numbers of the entries.
    var entries: Range<Int>
    /// The lowest cost.
    var cheapest: Float
    /// The lowest cost of a written letter more than are seen, and of one fewer.
    var dearth: Float
    var surplus: Float
  }

  /// Ordered by what was seen, then by their costs.
  let entries: [Entry]
  private let keys: [UInt32]
  private let groups: [Group]

  init(entries: [Entry]) {
    let entries = entries.sorted { ($0.seen, $0.cost, $0.truth) < ($1.seen, $1.cost, $1.truth) }
    var (keys, groups): ([UInt32], [Group]) = ([], [])
    for (index, entry) in entries.enumerated() {
      if keys.last != entry.seen {
        keys.append(entry.seen)
        groups.append(
          Group(
            entries: index..<index, cheapest: entry.cost, dearth: .infinity, surplus: .infinity))
      }
      let last = groups.count - 1
      groups[last].entries = groups[last].entries.lowerBound..<(index + 1)
      groups[last].cheapest = min(groups[last].cheapest, entry.cost)
      let more = Self.length(entry.truth) - Self.length(entry.seen)
      if more > 0 { groups[last].dearth = min(groups[last].dearth, entry.cost / Float(more)) }
      if more < 0 { groups[last].surplus = min(groups[last].surplus, entry.cost / Float(-more)) }
    }
    (self.entries, self.keys, self.groups) = (entries, keys, groups)
  }

  /// The segments for what was seen.
  func group(of seen: UInt32) -> Group? {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < seen { low = middle + 1 } else { high = middle }
    }
    guard low < keys.count, keys[low] == seen else { return nil }
    return groups[low]
  }

  /// Packs up to four letters; nil when there are more or one of them is unknown.
  static func key(_ codes: ArraySlice<UInt8>) -> UInt32? {
    guard codes.count <= ChannelFile.segmentLength else { return nil }
    var key: UInt32 = 0
    for (place, code) in codes.enumerated() {
      guard code != 0 else { return nil }
      key |= UInt32(code) << UInt32(8 * place)
    }
    return key
  }

  /// How many letters `key` packs.
  static func length(_ key: UInt32) -> Int { (39 - key.leadingZeroBitCount) / 8 }

  /// The letters that `key` packs.
  static func codes(_ key: UInt32) -> [UInt8] {
    (0..<length(key)).map { UInt8(truncatingIfNeeded: key >> UInt32(8 * $0)) }
  }
}
