/// Segments of several letters that were seen for others, found by what was seen.
struct SegmentTable: Sendable {
  struct Entry: Hashable, Sendable {
    /// The true letters, the first in the lowest byte; up to four, filled up with zeros.
    var truth: UInt32
    /// The seen letters, packed in the same way.
    var seen: UInt32
    var cost: Float
  }

  /// Ordered by what was seen, then by their costs.
  let entries: [Entry]
  private let keys: [UInt32]
  private let starts: [Int]
  /// The lowest cost of each key.
  private let cheapest: [Float]

  init(entries: [Entry]) {
    let entries = entries.sorted { ($0.seen, $0.cost, $0.truth) < ($1.seen, $1.cost, $1.truth) }
    var (keys, starts, cheapest): ([UInt32], [Int], [Float]) = ([], [], [])
    for (index, entry) in entries.enumerated() {
      if keys.last != entry.seen {
        keys.append(entry.seen)
        starts.append(index)
        cheapest.append(entry.cost)
      } else {
        cheapest[cheapest.count - 1] = min(cheapest[cheapest.count - 1], entry.cost)
      }
    }
    starts.append(entries.count)
    (self.entries, self.keys, self.starts, self.cheapest) = (entries, keys, starts, cheapest)
  }

  /// The entries for what was seen, and their lowest cost.
  func range(of seen: UInt32) -> (entries: Range<Int>, cheapest: Float)? {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < seen { low = middle + 1 } else { high = middle }
    }
    guard low < keys.count, keys[low] == seen else { return nil }
    return (starts[low]..<starts[low + 1], cheapest[low])
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
