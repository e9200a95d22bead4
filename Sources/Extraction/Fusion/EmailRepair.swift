import Documents
import Gazetteer
import VietnameseText

/// Puts the host of a mail address right where the known hosts and endings prove what it was.
struct EmailRepair {
  private let hosts: [[UInt8]]
  private let endings: [[UInt8]]

  /// Reads the hosts from the folder of the dictionaries.
  init(dictionaries directory: String) throws {
    let table = try DictionaryTable(
      path: directory + "/lists/email-hosts.tsv", columns: ["host", "kind"])
    func rows(_ kind: String) -> [[UInt8]] {
      (0..<table.count).filter { table[$0, 1] == kind }.map { Array(table[$0, 0].utf8) }
    }
    hosts = rows("host")
    // The longest ending first, so that com.vn goes before vn.
    endings = rows("ending").sorted { $0.count > $1.count }
  }

  /// The address with its host as it must have been; the part before the @ stays what was read.
  func repaired(_ value: String) -> FieldRepair.Repaired {
    let parts = value.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return withSign(value) }
    let read = Array(parts[1].utf8)
    if hosts.contains(read) { return FieldRepair.Repaired(value: value, lexicon: .exact) }
    guard let host = known(read) ?? withEnding(read), host != read else {
      return FieldRepair.Repaired(value: value, lexicon: hasEnding(read) ? .none : .absent)
    }
    let text = parts[0] + "@" + String(decoding: host, as: UTF8.self)
    return FieldRepair.Repaired(
      value: String(text),
      repairs: [Repair(from: value, to: String(text), why: "host", probability: 0.97)],
      lexicon: hosts.contains(host) ? .corrected : .none)
  }

  /// The address with the @ that a known host at its end proves, where it was lost or read as a
  /// letter.
  private func withSign(_ value: String) -> FieldRepair.Repaired {
    let read = Array(value.utf8)
    let host = hosts.filter { read.count > $0.count + 2 && read.suffix($0.count) == $0[...] }
      .max { $0.count < $1.count }
    guard !value.contains("@"), let host else {
      return FieldRepair.Repaired(value: value, lexicon: .absent)
    }
    var local = read.dropLast(host.count)
    if let last = local.last, Array("2aoeQ.".utf8).contains(last) { local.removeLast() }
    let text = String(decoding: local + [UInt8(ascii: "@")] + host, as: UTF8.self)
    return FieldRepair.Repaired(
      value: text, repairs: [Repair(from: value, to: text, why: "host", probability: 0.8)],
      lexicon: .corrected)
  }

  /// The one known host that was read so: lost stops cost little, few other letters may differ.
  private func known(_ read: [UInt8]) -> [UInt8]? {
    let bare = read.filter { $0 != UInt8(ascii: ".") }
    var near: [(host: [UInt8], distance: Int)] = []
    for host in hosts {
      let letters = host.filter { $0 != UInt8(ascii: ".") }
      let distance = bare.editDistance(to: letters)
      if distance <= (letters.count >= 8 ? 2 : letters.count >= 6 ? 1 : 0) {
        near.append((host, distance))
      }
    }
    guard let least = near.map(\.distance).min() else { return nil }
    let best = near.filter { $0.distance == least }
    guard best.count > 1 else { return best[0].host }
    // Of hosts that are equally far the one is meant whose letters look like those read: qmail is
    // gmail, not ymail.
    let looks = best.map { (host: $0.host, cost: EditDistance.weighted(read, $0.host)) }
      .sorted { $0.cost < $1.cost }
    return looks[0].cost < looks[1].cost ? looks[0].host : nil
  }

  /// The host with the stops of its ending put back, or with a letter of the ending put right.
  private func withEnding(_ read: [UInt8]) -> [UInt8]? {
    if hasEnding(read) { return nil }
    let stop = UInt8(ascii: ".")
    let bare = read.filter { $0 != stop }
    for ending in endings {
      let letters = ending.filter { $0 != stop }
      guard bare.count >= letters.count + 3, bare.suffix(letters.count) == letters[...],
        letters.count > 2 || read.contains(stop)
      else { continue }
      // The stops before the ending stay where they are.
      var head = read[...]
      var dropped = 0
      while dropped < letters.count, let last = head.popLast() { dropped += last == stop ? 0 : 1 }
      while head.last == stop { head.removeLast() }
      return head + [stop] + ending
    }
    guard let place = read.lastIndex(of: stop) else { return nil }
    let last = Array(read[(place + 1)...])
    let near = endings.filter { !$0.contains(stop) && $0.editDistance(to: last) == 1 }
    guard last.count >= 3, near.count == 1 else { return nil }
    return read[...place] + near[0]
  }

  private func hasEnding(_ read: [UInt8]) -> Bool {
    endings.contains { ending in
      read.count > ending.count + 1 && read.suffix(ending.count) == ending[...]
        && read[read.count - ending.count - 1] == UInt8(ascii: ".")
    }
  }
}
