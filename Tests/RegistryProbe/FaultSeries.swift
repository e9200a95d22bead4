import Foundation
import Registry
import RegistrySupport
import TestSupport

/// Many seeds, one after the other.
enum FaultSeries {
  static func run(_ seeds: Range<UInt64>, isPostgres: Bool) -> Int32 {
    var tally = FaultTally()
    do {
      let cluster = isPostgres ? try PostgresCluster() : nil
      for seed in seeds {
        let folder = try TemporaryFolder()
        let place = try cluster?.newPlace() ?? .file(folder.path + "/registry.sqlite")
        try FaultRun(seed: seed, place: place, folder: folder.path, cluster: cluster)
          .run(into: &tally)
      }
      cluster?.stop()
    } catch {
      print("error: \(error)")
      return 5
    }
    print(tally.text)
    return tally.isClean ? 0 : 1
  }
}
