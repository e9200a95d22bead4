internal import Dispatch
internal import Synchronization

/// Gathers pieces of work that wait at the same time, so that one transaction does them all.
///
/// Whoever comes while nobody works leads: it does its own piece and those that wait with it, then
/// hands the lead to the first of those that came meanwhile. Everybody else sleeps until their piece
/// is done.
final class CommitGroup<Work: Sendable>: Sendable {
  /// A piece of work and the caller that waits for it.
  final class Piece: Sendable {
    let work: Work
    private let isWoken = DispatchSemaphore(value: 0)
    private let mustLead = Mutex(false)

    fileprivate init(_ work: Work) { self.work = work }

    fileprivate func wake(toLead: Bool) {
      mustLead.withLock { $0 = toLead }
      isWoken.signal()
    }

    /// Sleeps until it is done, or until its caller is to lead; tells which.
    fileprivate func waitForLead() -> Bool {
      isWoken.wait()
      return mustLead.withLock(\.self)
    }
  }

  private struct State {
    var waiting: [Piece] = []
    var hasLeader = false
  }

  private let state = Mutex(State())
  private let limit: Int

  /// Lets at most `limit` pieces go together.
  init(limit: Int) { self.limit = limit }

  /// How many pieces wait for those that are being done.
  var waitingCount: Int { state.withLock(\.waiting.count) }

  /// Has `work` done, and returns when it is.
  ///
  /// - Parameters:
  ///   - work: What is to be done.
  ///   - doAll: Does pieces of work, in their order; called by one thread at a time.
  func perform(_ work: Work, doAll: ([Work]) -> Void) {
    let piece = Piece(work)
    let leads = state.withLock { state in
      state.waiting.append(piece)
      defer { state.hasLeader = true }
      return !state.hasLeader
    }
    guard leads || piece.waitForLead() else { return }
    let group = state.withLock { state in
      let group = Array(state.waiting.prefix(limit))
      state.waiting.removeFirst(group.count)
      return group
    }
    doAll(group.map(\.work))
    let next = state.withLock { state in
      state.hasLeader = !state.waiting.isEmpty
      return state.waiting.first
    }
    next?.wake(toLead: true)
    for other in group where other !== piece { other.wake(toLead: false) }
  }
}
