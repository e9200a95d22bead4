import Foundation
import RecordStore
import Registry
import RegistrySupport
import Synchronization
import TestSupport

/// One seed: submissions, transitions, lists, an erasure and tokens, asked for until each has its last
/// answer, while the service and its database are killed, starved of disk, cut off and given wrong clocks.
struct FaultRun {
  let seed: UInt64
  let place: RegistryPlace
  let folder: String
  let cluster: PostgresCluster?

  func run(into tally: inout FaultTally) throws {
    var random = SplitMix64(seed: seed)
    let store = try RegistryStore(place, workflows: .committed())
    let token = try store.createToken(name: "faults", role: .admin, office: nil).secret
    try FaultOrders.prepare(store)
    let traffic = FaultTraffic(
      seed: seed, token: token, orders: try FaultOrders.random(&random))
    for fault in FaultPlan(seed: seed, isPostgres: cluster != nil).faults(&random) {
      try live(fault, traffic, &random, &tally)
    }
    guard let service = try ServiceProcess(place: address, spool: spool, fault: .init()) else {
      tally.lost += 1
      tally.findings.append("seed \(seed): the service does not begin any more")
      return
    }
    traffic.runLast(port: service.port, seed: random.next())
    waitForNotifications()
    _ = service.end(atOnce: false)
    for _ in 0..<traffic.cuts { tally.count("connection cut") }
    tally.runs += 1
    tally.submissions += traffic.orders.count
    tally.lost += traffic.lost
    tally.findings += traffic.findings
    try FaultCheck(
      seed: seed, place: place, spool: spool, answers: traffic.answers, led: traffic.led
    ).run(into: &tally)
  }

  /// One life of the service, until its fault or the end of what there is to ask.
  private func live(
    _ fault: FaultPlan.Fault, _ traffic: FaultTraffic, _ random: inout SplitMix64,
    _ tally: inout FaultTally
  ) throws {
    if fault.jump != 0 { tally.count("clock jumped") }
    if fault.place?.hasPrefix("token-") == true {
      let log = try ServiceProcess.makeToken(place: address, fault: fault)
      tally.countKill(log)
      return
    }
    guard let service = try ServiceProcess(place: address, spool: spool, fault: fault) else {
      tally.count(fault.diskBytes > 0 ? "disk full: beginning" : "service killed: beginning")
      return
    }
    if fault.killsDatabase, let cluster {
      tally.count("database killed")
      let pause = UInt32.random(in: 0...20_000, using: &random)
      Thread {
        usleep(pause)
        cluster.crash()
      }.start()
    }
    let refusals = traffic.run(port: service.port, seed: random.next(), aim: fault.place)
    // The killed server is back when this returns.
    if fault.killsDatabase { cluster?.awaitRestart() }
    // One that has not met its fuse yet is killed where it stands.
    let log = service.end(atOnce: true)
    if fault.diskBytes > 0 {
      tally.count("disk full: \(refusals > 0 ? "at work" : "not met")")
    } else {
      tally.countKill(log)
    }
  }

  private var spool: String { folder + "/spool" }

  private var address: String {
    switch place {
    case .file(let path): path
    case .postgres(let address): address
    }
  }

  /// Until every notification was handed on; some seconds at most.
  private func waitForNotifications() {
    guard let store = try? RegistryStore(place, workflows: .committed()) else { return }
    for _ in 0..<800 where (try? store.notificationCounts()["waiting"] ?? 0) != 0 { usleep(25_000) }
  }
}
