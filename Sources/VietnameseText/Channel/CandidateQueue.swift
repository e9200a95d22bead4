/// States of a search waiting for their turn, the most promising first to an eighth of a nat.
struct CandidateQueue {
  struct State {
    var node: Int32
    var place: Int32
    var cost: Float
  }

  private static let perNat: Float = 8
  private static let tableSize = 4096
  /// The first state of each rank; -1 for none.
  private var firsts: [Int32]
  private var nexts: [Int32] = []
  private var states: [State] = []
  private var rank = 0
  /// States whose total cannot be below this are not queued.
  private(set) var limit: Float
  /// The lowest cost at which each pair of node and place was queued, in an open table.
  private var keys = [UInt64](repeating: .max, count: tableSize)
  private var costs = [Float](repeating: 0, count: tableSize)
  private var stored = 0

  /// A queue for totals up to `limit`.
  init(limit: Float) {
    // A lexicon without words has no finite limit, and nothing to be queued.
    let limit = limit.isFinite ? limit : 0
    self.limit = limit
    firsts = [Int32](repeating: -1, count: Int(max(0, limit) * Self.perNat) + 2)
    nexts.reserveCapacity(512)
    states.reserveCapacity(512)
  }

  /// Queues a state whose total will be at least `total`; not when it was queued cheaper before or
  /// the room for states is used up.
  mutating func push(node: Int, place: Int, cost: Float, total: Float) {
    guard total < limit else { return }
    let rank = Int(total * Self.perNat)
    guard keep(node: node, place: place, cost: cost) else { return }
    nexts.append(firsts[rank])
    firsts[rank] = Int32(states.count)
    states.append(State(node: Int32(node), place: Int32(place), cost: cost))
    if rank < self.rank { self.rank = rank }
  }

  /// Lowers the limit.
  mutating func lower(limit: Float) { self.limit = min(self.limit, limit) }

  /// The next state; nil when all that are left are above the limit.
  mutating func pop() -> State? {
    while rank < firsts.count, Float(rank) / Self.perNat < limit {
      let index = firsts[rank]
      guard index >= 0 else {
        rank += 1
        continue
      }
      firsts[rank] = nexts[Int(index)]
      let state = states[Int(index)]
      let slot = self.slot(of: Self.key(Int(state.node), Int(state.place)))
      // A cheaper way to the same state was found after this one was queued.
      if costs[slot] < state.cost { continue }
      return state
    }
    return nil
  }

  private mutating func keep(node: Int, place: Int, cost: Float) -> Bool {
    let key = Self.key(node, place)
    let slot = self.slot(of: key)
    if keys[slot] == key {
      guard cost < costs[slot] else { return false }
    } else {
      guard stored < Self.tableSize * 3 / 4 else { return false }
      stored += 1
      keys[slot] = key
    }
    costs[slot] = cost
    return true
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 52)
    while keys[slot] != .max, keys[slot] != key { slot = (slot + 1) & (Self.tableSize - 1) }
    return slot
  }

  private static func key(_ node: Int, _ place: Int) -> UInt64 { UInt64(node) << 8 | UInt64(place) }
}
