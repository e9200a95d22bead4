import ContentHash
import Delivery
import Documents
import Foundation
import Originals
import RecordStore
import Registry
import RegistrySupport

/// What must be true of a data directory after a run of faults.
struct FaultExpectation {
  let files: [String: String]
  let isWatch: Bool
  var refuses = true
  var keepsDelivered = true
  var mayVanish = false
  var forgotten: String?

  init(files: [String: String], isWatch: Bool) {
    self.files = files
    self.isWatch = isWatch
  }

  func violations(data: String, input: String) async throws -> [String] {
    var found: [String] = []
    let directory = try DataDirectory(path: data)
    found += try integrity(of: [directory.databasePath, directory.registryPath])
    let store = try RecordStore(directory: directory)
    var sources: [StoredSource] = []
    for batch in try await store.batches() {
      sources += try await store.sources(inBatch: batch.id)
      if batch.state != .finished { found.append("a batch is \(batch.state)") }
    }
    let contents = Set(files.values).filter { !isForgotten($0) }
    for text in contents {
      let digest = SHA256Digest(of: Array(text.utf8)).hexadecimal
      let own = sources.filter { $0.sha256 == digest && $0.state != .duplicate }
      guard text.utf8.count <= 2000 else {
        // Never read, so known by its place alone.
        let refused = sources.filter { $0.path == input + "/long" }
        if refused.map(\.state) != [.rejected] { found.append("the long file: \(refused.count)") }
        continue
      }
      if own.map(\.state) != [expected(text)] {
        found.append("\(text): \(own.map(\.state.rawValue)), not \(expected(text))")
      }
      for source in own {
        let result = try await store.result(ofSource: source.id)
        if result?.source.sha256 != digest { found.append("\(text): no record of its own") }
        found += try await copyViolations(of: source, text: text, store: store, data: data)
      }
    }
    let known = sources.filter { $0.path != input + "/!gone" }
    for name in files.keys where !isForgotten(files[name] ?? "") {
      let path = input + "/" + name
      if !known.contains(where: { $0.path == path }) { found.append("\(name) is lost") }
      if isWatch, name != "long", FileManager.default.fileExists(atPath: path) {
        found.append("\(name) is still in the hot folder")
      }
    }
    found += try await registrationViolations(contents, directory: directory)
    return found
  }

  /// Each accepted content has one registration, and nothing else has.
  private func registrationViolations(
    _ contents: Set<String>, directory: DataDirectory
  ) async throws -> [String] {
    let registry = try EmbeddedRegistry(directory: directory, workflows: .committed())
    let count = try await registry.receipts().count
    let all = Set(files.values)
    let accepted = all.filter {
      // A back and an annex are part of what another file opens.
      ["accepted", "front", "declaration"].contains($0.split(separator: " ").first)
        && (!refuses || !$0.hasSuffix("77"))
    }
    let range =
      mayVanish ? accepted.count...(accepted.count + 1) : accepted.count...accepted.count
    // What was forgotten before it was delivered is not delivered any more; here all was.
    return range.contains(count) ? [] : ["\(count) registrations, not \(accepted.count)"]
  }

  private func copyViolations(
    of source: StoredSource, text: String, store: RecordStore, data: String
  ) async throws -> [String] {
    guard let keys = FaultExpectation.keys, try await store.isSealed(source.id) else {
      let mustBe = isWatch && source.state != .delivered
      return mustBe ? ["\(text): no copy"] : []
    }
    let copy = try SealedStore(folder: data, keys: keys).open(.original, of: source.sha256)
    if !keepsDelivered, source.state == .delivered { return ["\(text): its copy was not dropped"] }
    // Killed between a copy and its mark on a day that the clock had jumped to: gone in good order.
    if copy == nil, source.state == .delivered { return [] }
    return copy == Array(text.utf8) ? [] : ["\(text): its copy is another"]
  }

  private func integrity(of paths: [String]) throws -> [String] {
    try paths.filter(FileManager.default.fileExists).flatMap { path in
      let database = try Database(path: path, schema: nil, readOnly: true)
      let checks = try database.execute("PRAGMA integrity_check").map { $0.text(0) }
      let foreign = try database.execute("PRAGMA foreign_key_check")
      return (checks == ["ok"] ? [] : ["\(path) is damaged"])
        + (foreign.isEmpty ? [] : ["\(path) has loose ends"])
    }
  }

  private func expected(_ text: String) -> SourceState {
    switch text.split(separator: " ").first {
    case "front", "back", "declaration": .delivered
    case "annex": text.split(separator: " ").count == 2 ? .delivered : .review
    case "accepted": refuses && text.hasSuffix("77") ? .review : .delivered
    case "review": .review
    default: .rejected
    }
  }

  private func isForgotten(_ text: String) -> Bool {
    forgotten.map { text.hasSuffix($0) } ?? false
  }

  private static let keys = try? KeyRing(
    parsing: String(repeating: "5a", count: 32), place: "probe")
}
