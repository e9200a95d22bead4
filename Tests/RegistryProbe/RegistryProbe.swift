import Foundation
import Glibc

/// Kills the registration service and its database at random points, and says what was lost.
///
/// `serve PLACE SPOOL` is the service, as the faults want it, `token PLACE` the command that makes and
/// revokes tokens; `faults FIRST COUNT [postgres]` runs as
/// many seeds and ends with 1 when anything was lost, doubled or half-written.
@main struct RegistryProbe {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("serve", 3): exit(ProbeService.run(place: arguments[1], spool: arguments[2]))
    case ("token", 2): exit(ProbeService.makeToken(place: arguments[1]))
    case ("faults", 3...4):
      guard let first = UInt64(arguments[1]), let count = UInt64(arguments[2]) else { exit(2) }
      exit(FaultSeries.run(first..<(first + count), isPostgres: arguments.last == "postgres"))
    default: exit(2)
    }
  }
}
