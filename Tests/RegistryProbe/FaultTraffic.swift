import Foundation
import Registry
import Synchronization
import TestSupport

/// What clients ask of the service in one life after the other, and the answers that they were given.
final class FaultTraffic: Sendable {
  private struct State {
    var answers: [String: [UInt8]] = [:]
    var refused: Set<String> = []
    var led: [String: String] = [:]
    var hasLists = false
    var isErased = false
    var cuts = 0
    var lost = 0
    var findings: [String] = []
    var refusals = 0
  }

  let orders: [FaultOrders.Order]
  private let seed: UInt64
  private let token: String
  private let state = Mutex(State())

  init(seed: UInt64, token: String, orders: [FaultOrders.Order]) {
    self.seed = seed
    self.token = token
    self.orders = orders
  }

  /// The answers that were given, by key.
  var answers: [String: [UInt8]] { state.withLock(\.answers) }
  /// The states to which registrations were led, by id.
  var led: [String: String] { state.withLock(\.led) }
  /// How many connections were cut.
  var cuts: Int { state.withLock(\.cuts) }
  /// How many orders have no last answer, or another one than was given before.
  var lost: Int { state.withLock(\.lost) }
  /// What went wrong, in words.
  var findings: [String] { state.withLock(\.findings) }

  /// Asks for everything that has no last answer yet, with connections that are cut.
  ///
  /// What `aim` needs to be met is asked for in any case. Returns how often the service said that it
  /// cannot now.
  func run(port: UInt16, seed: UInt64, aim: String?) -> Int {
    state.withLock { $0.refusals = 0 }
    send(port: port, seed: seed, isLast: false, aim: aim)
    return state.withLock(\.refusals)
  }

  /// The life without faults: everything gets its last answer, and what was answered is answered in the
  /// same way for ever.
  func runLast(port: UInt16, seed: UInt64) {
    send(port: port, seed: seed, isLast: true, aim: nil)
    for (key, body) in answers {
      guard let order = orders.first(where: { $0.key == key }) else { continue }
      let again = ask("POST", "/v1/registrations", key: key, body: order.body, port: port)
      if again?.status != 200 || again?.body != body { lose("\(key) is not what was answered") }
    }
    let (answers, refused, isErased) = state.withLock { ($0.answers, $0.refused, $0.isErased) }
    for order in orders where answers[order.key] == nil && !refused.contains(order.key) {
      lose("\(order.key) was never answered")
    }
    if !isErased { lose("nobody was erased") }
  }

  private func lose(_ words: String) {
    state.withLock { state in
      state.lost += 1
      state.findings.append("seed \(seed): \(words)")
    }
  }

  private func send(port: UInt16, seed: UInt64, isLast: Bool, aim: String?) {
    var random = SplitMix64(seed: seed)
    let open = state.withLock { state in
      orders.filter { state.answers[$0.key] == nil && !state.refused.contains($0.key) }
    }.shuffled(using: &random)
    let queue = Mutex(open)
    let ended = DispatchSemaphore(value: 0)
    let leadsAll = aim?.hasPrefix("transition") == true
    for worker in 0..<3 {
      Thread { [self] in
        var random = SplitMix64(seed: seed &+ UInt64(worker) &+ 1)
        while let order = queue.withLock({ $0.popLast() }) {
          let isCut = !isLast && Int.random(in: 0..<6, using: &random) == 0
          let cutAfter = isCut ? UInt32.random(in: 0...8000, using: &random) : nil
          let leads = leadsAll || Int.random(in: 0..<3, using: &random) == 0
          register(order, leads: leads, cutAfter: cutAfter, port: port)
        }
        ended.signal()
      }.start()
    }
    Thread { [self] in
      let (known, led) = state.withLock { ($0.answers, $0.led) }
      if leadsAll { for receipt in known.values { lead(receipt, unless: led, port: port) } }
      let wantsLists = ["import", "put-"].contains { aim?.hasPrefix($0) == true }
      if wantsLists || !state.withLock(\.hasLists) {
        let isDone = sendLists(port: port)
        if isDone { state.withLock { $0.hasLists = true } }
      }
      if isLast || aim?.hasPrefix("forget") == true { erase(port: port) }
      ended.signal()
    }.start()
    for _ in 0..<4 { ended.wait() }
  }

  private func register(
    _ order: FaultOrders.Order, leads: Bool, cutAfter: UInt32?, port: UInt16
  ) {
    if cutAfter != nil { state.withLock { $0.cuts += 1 } }
    let answer = ask(
      "POST", "/v1/registrations", key: order.key, body: order.body, port: port, cutAfter: cutAfter)
    guard let answer else { return }
    switch answer.status {
    case 200, 201:
      state.withLock { $0.answers[order.key] = answer.body }
      if leads { lead(answer.body, unless: [:], port: port) }
    case 409 where order.isForeignPhone: state.withLock { _ = $0.refused.insert(order.key) }
    // Refused while the first is under way, or away: again in the next life.
    case 409: break
    case 503: state.withLock { $0.refusals += 1 }
    default:
      state.withLock { $0.findings.append("seed \(seed): answered \(answer.status)") }
    }
  }

  /// Leads a registration to its end; notes it when the service says that it is there.
  private func lead(_ receipt: [UInt8], unless led: [String: String], port: UInt16) {
    guard let receipt = try? JSONDecoder().decode(RegistrationReceipt.self, from: Data(receipt)),
      led[receipt.id] == nil
    else { return }
    let end = receipt.type == .voluntaryInsurance ? "withdrawn" : "rejected"
    let answer = ask(
      "POST", "/v1/registrations/\(receipt.id)/transitions",
      body: Array("{\"to\": \"\(end)\"}".utf8), port: port)
    if answer?.status == 200 { state.withLock { $0.led[receipt.id] = end } }
  }

  /// Sends a unit, its employees and participants; whether all were taken.
  private func sendLists(port: UInt16) -> Bool {
    func put(_ method: String, _ path: String, _ body: String, _ type: String) -> Bool {
      let answer = ask(method, path, body: Array(body.utf8), type: type, port: port)
      return answer.map { 200...201 ~= $0.status } ?? false
    }
    return put("PUT", "/v1/units/U1", #"{"name": "A", "contacts": []}"#, "application/json")
      && put("PUT", "/v1/units/U1/employees", FaultOrders.list, "text/csv")
      && put("POST", "/v1/participants", FaultOrders.list, "text/csv")
  }

  private func erase(port: UInt16) {
    let answer = ask(
      "POST", "/v1/erasures", body: Array("{\"number\": \"\(FaultOrders.erased)\"}".utf8),
      port: port)
    if answer?.status == 200 { state.withLock { $0.isErased = true } }
  }

  private func ask(
    _ method: String, _ path: String, key: String? = nil, body: [UInt8],
    type: String = "application/json", port: UInt16, cutAfter: UInt32? = nil
  ) -> ProbeClient.Answer? {
    ProbeClient.send(
      method, path, token: token, key: key, body: body, type: type, port: port,
      cutAfter: cutAfter)
  }
}
