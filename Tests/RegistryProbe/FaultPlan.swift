import TestSupport

/// Which faults the lives of a run have.
struct FaultPlan {
  /// What befalls one life of the service.
  struct Fault {
    /// The place of the fuse; nil for none.
    var place: String?
    /// How often the place is passed until it burns; for any moment, microseconds.
    var number = 1
    /// By how many seconds the clock is wrong.
    var jump = 0
    /// Beyond how many bytes no file grows; 0 for no limit.
    var diskBytes = 0
    /// Whether the server of the database is killed.
    var killsDatabase = false

    var variables: [String: String] {
      [
        "SWIFT_BACKTRACE": "enable=no", "PROBE_FUSE": place.map { "\($0):\(number)" } ?? "",
        "PROBE_JUMP": "\(jump)", "PROBE_DISK": "\(diskBytes)",
      ]
    }
  }

  let seed: UInt64
  let isPostgres: Bool

  /// The faults of the lives; the last one, which has none, is not among them.
  func faults(_ random: inout SplitMix64) -> [Fault] {
    (0..<Int.random(in: 2...4, using: &random)).map { life in
      // The first life goes through the places in turn, so that all are hit alike.
      let place =
        life == 0
        ? ProbeFuse.places[Int(seed % UInt64(ProbeFuse.places.count))]
        : ProbeFuse.places.randomElement(using: &random) ?? ProbeFuse.anytime
      var fault = Fault(place: place)
      fault.number =
        place == ProbeFuse.anytime
        ? Int.random(in: 1...20_000, using: &random)
        : Int.random(in: 1...Self.passes(of: place), using: &random)
      // Days and years, back and forth; nothing expires but when the time is over.
      fault.jump =
        place.hasPrefix("expire")
        ? Self.deadline
        : [0, 0, -86_400, Self.deadline, 31_536_000].randomElement(using: &random) ?? 0
      // A request that meets a database without its server reaches no step.
      fault.killsDatabase = isPostgres && life > 0 && Bool.random(using: &random)
      if life > 0, !isPostgres, Int.random(in: 0..<4, using: &random) == 0 {
        fault.place = nil
        fault.diskBytes = Int.random(in: 1...400_000, using: &random)
      }
      return fault
    }
  }

  private static let deadline = 86_400 * 12

  /// How often every life passes a place, at least; several submissions share a transaction.
  private static func passes(of place: String) -> Int {
    if place.hasPrefix("submit.") { return 2 }
    return [ProbeFuse.asked, ProbeFuse.done].contains(place) ? 6 : 1
  }
}
