import Documents
import Foundation
import RecordStore
import Registry
import RegistrySupport
import Synchronization
import TestSupport

/// One seed: submissions and transitions, sent until each has its last answer, while the service and its
/// database are killed.
struct FaultRun {
  /// Something to be registered.
  struct Order: Sendable {
    let key: String
    let body: [UInt8]
    /// Whether it breaks the rule of one phone to one number.
    let isForeignPhone: Bool
  }

  let seed: UInt64
  let place: RegistryPlace
  let folder: String
  let cluster: PostgresCluster?

  func run(into tally: inout FaultTally) throws {
    var random = SplitMix64(seed: seed)
    let store = try RegistryStore(place, workflows: .committed())
    let token = try store.createToken(name: "faults", role: .admin, office: nil).secret
    // The phone that others will claim in vain.
    _ = try store.submit(
      Self.body(
        .voluntaryInsurance, [.socialInsuranceNumber: "0199999999", .phone: Self.takenPhone]),
      key: "owner", caller: .program)
    let orders = try Self.orders(&random)
    let answers = Mutex<[String: [UInt8]]>([:])
    let refused = Mutex<Set<String>>([])
    let findings = Mutex<[String]>([])
    let cuts = Mutex(0)
    let led = Mutex<[String: String]>([:])
    let hasLists = Mutex(false)
    let kills = Int.random(in: 2...4, using: &random)
    for life in 0...kills {
      let isLast = life == kills
      let step = ProbeFuse.Step.allCases.randomElement(using: &random) ?? .done
      let number =
        step == .anytime
        ? Int.random(in: 1...20_000, using: &random) : Int.random(in: 1...6, using: &random)
      // Days and years, back and forth; the last one is right.
      let jump =
        isLast ? 0 : [0, 0, -86_400, 86_400 * 12, 31_536_000].randomElement(using: &random) ?? 0
      if jump != 0 { tally.count("clock jumped") }
      guard
        let service = try ServiceProcess(
          place: address, spool: folder + "/spool",
          fuse: isLast ? "" : "\(step.rawValue):\(number)",
          jump: jump)
      else {
        tally.count("service killed: beginning")
        continue
      }
      let open = orders.filter { order in
        answers.withLock { $0[order.key] == nil } && !refused.withLock { $0.contains(order.key) }
      }.shuffled(using: &random)
      let cutSeed = random.next()
      let killsDatabase = !isLast && cluster != nil && Bool.random(using: &random)
      if killsDatabase, let cluster {
        tally.count("database killed")
        let pause = UInt32.random(in: 0...20_000, using: &random)
        Thread {
          usleep(pause)
          cluster.crash()
        }.start()
      }
      let port = service.port
      let queue = Mutex(open)
      let ended = DispatchSemaphore(value: 0)
      for worker in 0..<3 {
        Thread {
          var random = SplitMix64(seed: cutSeed &+ UInt64(worker))
          while let order = queue.withLock({ $0.popLast() }) {
            let isCut = !isLast && Int.random(in: 0..<6, using: &random) == 0
            if isCut { cuts.withLock { $0 += 1 } }
            guard
              let answer = ProbeClient.send(
                "POST", "/v1/registrations", token: token, key: order.key, body: order.body,
                port: port, isCut: isCut)
            else { continue }
            switch answer.status {
            case 200, 201:
              answers.withLock { $0[order.key] = answer.body }
              if Int.random(in: 0..<3, using: &random) == 0,
                let end = Self.lead(answer.body, token: token, port: port)
              {
                led.withLock { $0[end.id] = end.state }
              }
            case 409 where order.isForeignPhone:
              _ = refused.withLock { $0.insert(order.key) }
            // Refused while the first is under way, away, or overloaded: again in the next life.
            case 409, 500, 503: break
            default: findings.withLock { $0.append("seed \(seed): answered \(answer.status)") }
            }
          }
          ended.signal()
        }.start()
      }
      Thread {
        if !hasLists.withLock(\.self), Self.sendLists(token: token, port: port) {
          hasLists.withLock { $0 = true }
        }
        ended.signal()
      }.start()
      for _ in 0..<4 { ended.wait() }
      if isLast {
        // What was answered is answered in the same way for ever.
        for (key, body) in answers.withLock(\.self) {
          guard let order = orders.first(where: { $0.key == key }) else { continue }
          let again = ProbeClient.send(
            "POST", "/v1/registrations", token: token, key: key, body: order.body,
            port: service.port)
          if again?.status != 200 || again?.body != body {
            tally.lost += 1
            findings.withLock { $0.append("seed \(seed): \(key) is not what was answered") }
          }
        }
        waitForNotifications()
      } else if killsDatabase {
        // The killed server is back when this returns.
        cluster?.awaitRestart()
      }
      // One that has not met its fuse yet is killed where it stands.
      let log = service.end(atOnce: !isLast)
      let said = log.split(separator: "\n").first { $0.hasPrefix("killed ") }.map {
        String($0.dropFirst(7))
      }
      if !isLast { tally.count("service killed: \(said ?? "idle")") }
    }
    for _ in 0..<cuts.withLock(\.self) { tally.count("connection cut") }
    tally.runs += 1
    tally.submissions += orders.count
    tally.findings += findings.withLock(\.self)
    // In the last life everything had to be answered.
    for order in orders where answers.withLock({ $0[order.key] == nil }) {
      if refused.withLock({ $0.contains(order.key) }) { continue }
      tally.lost += 1
      tally.findings.append("seed \(seed): \(order.key) was never answered")
    }
    try FaultCheck(
      seed: seed, place: place, spool: folder + "/spool", answers: answers.withLock(\.self),
      led: led.withLock(\.self)
    ).run(into: &tally)
  }

  /// Leads a registration to its end; the end, when the service says that it is there.
  private static func lead(
    _ receipt: [UInt8], token: String, port: UInt16
  ) -> (id: String, state: String)? {
    guard let receipt = try? JSONDecoder().decode(RegistrationReceipt.self, from: Data(receipt))
    else { return nil }
    let state = receipt.type == .voluntaryInsurance ? "withdrawn" : "rejected"
    let answer = ProbeClient.send(
      "POST", "/v1/registrations/\(receipt.id)/transitions", token: token,
      body: Array("{\"to\": \"\(state)\"}".utf8), port: port)
    return answer?.status == 200 ? (receipt.id, state) : nil
  }

  /// Sends a unit, its employees and participants; whether all were taken.
  private static func sendLists(token: String, port: UInt16) -> Bool {
    func put(_ method: String, _ path: String, _ body: String, _ type: String) -> Bool {
      let answer = ProbeClient.send(
        method, path, token: token, body: Array(body.utf8), type: type, port: port)
      return answer.map { 200...201 ~= $0.status } ?? false
    }
    let names = ["An", "Bình", "Cường", "Dũng", "Giang", "Hoà", "Khánh", "Lan", "Minh", "Nga"]
    let list =
      "Họ tên;Ngày sinh;Mã số BHXH\n"
      + names.enumerated().map { "Nguyễn Văn \($1);15/01/1990;02\(10_000_000 + $0)\n" }.joined()
    return put("PUT", "/v1/units/U1", #"{"name": "A", "contacts": []}"#, "application/json")
      && put("PUT", "/v1/units/U1/employees", list, "text/csv")
      && put("POST", "/v1/participants", list, "text/csv")
  }

  private var address: String {
    switch place {
    case .file(let path): path
    case .postgres(let address): address
    }
  }

  /// Until every notification was handed on; a few seconds at most.
  private func waitForNotifications() {
    guard let store = try? RegistryStore(place, workflows: .committed()) else { return }
    for _ in 0..<200 where (try? store.notificationCounts()["waiting"] ?? 0) != 0 { usleep(25_000) }
  }

  /// Registrations of every type, repeats of a person, signed forms, and phones of other people.
  private static func orders(_ random: inout SplitMix64) throws -> [Order] {
    var orders: [Order] = []
    for number in 0..<Int.random(in: 6...14, using: &random) {
      let type = RegistrationType.allCases.randomElement(using: &random) ?? .individualAccount
      var fields: [FieldKey: String] = [
        .socialInsuranceNumber: String(format: "01%08d", number / 2),
        .fullName: "NGUYỄN VĂN ĐỨC", .dateOfBirth: "1990-01-15",
      ]
      let isForeignPhone = number > 0 && Int.random(in: 0..<5, using: &random) == 0
      // The phone of the first person is taken; each other one has a phone of its own.
      fields[.phone] = isForeignPhone ? takenPhone : String(format: "09%08d", number / 2)
      if Bool.random(using: &random) { fields[.declarantSignature] = "present" }
      let body = try body(type, fields, number: number)
      orders.append(Order(key: "k\(number)", body: body, isForeignPhone: isForeignPhone))
    }
    return orders
  }

  private static let takenPhone = "0999999999"

  private static func body(
    _ type: RegistrationType, _ fields: [FieldKey: String], number: Int = 0
  ) throws -> [UInt8] {
    let kinds: [DocumentKind] =
      switch type {
      case .individualAccount: [.form01]
      case .childAccount: [.form01, .birthCertificate]
      case .voluntaryInsurance: [.form602b]
      case .identityUpdate: [.cccdChip]
      }
    let result = SampleResult.make(sha256: String(number % 10), kinds: kinds, fields: fields)
    guard let registration = Registration(result) else { throw CancellationError() }
    return try registration.submission().body
  }
}
