/// Which steps a command of the probe goes through.
enum FaultPlan {
  static func steps(of command: String, ahead: Bool) -> [String] {
    switch command {
    case "import" where ahead: ["dropped", "dropped", "begun", "finished"]
    case "import":
      [
        "begun", "taken", "refused", "failed", "read", "decided", "joined", "late", "registered",
        "acknowledged", "postponed", "givenUp", "finished",
      ]
    case "watch":
      [
        "taken", "refused", "withdrawn", "withdrawn", "read", "decided", "joined", "late",
        "acknowledged", "finished",
      ]
    case "cancel": ["cancelled"]
    case "retry": ["retried", "decided", "finished"]
    case "replay": ["replayed", "registered", "acknowledged"]
    case "forget": ["forgotten"]
    default: []
    }
  }

  /// How many seeds before `seed` use a command, about: its turn among the places of the command.
  static func turn(of seed: UInt64, command: String) -> Int {
    switch command {
    case "import": Int(seed - seed / 4)
    case "watch", "replay": Int(seed / 4)
    default: Int(seed / 8)
    }
  }

  /// Whether a command goes through a step once.
  static func isOnce(_ step: String) -> Bool {
    [
      "begun", "refused", "finished", "cancelled", "retried", "replayed", "forgotten", "vanished",
      "late",
    ]
    .contains(step)
  }
}
