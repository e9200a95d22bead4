internal import Foundation
internal import Originals
public import RecordStore
package import Registry

/// Erases a person from a data directory, and proves it.
public struct Forgetting: Sendable {
  /// What was erased, and what the search for it afterwards found.
  public struct Proof: Hashable, Sendable {
    /// How many papers named the person.
    public var sources = 0
    /// How many files they had been met as.
    public var files = 0
    /// How many registrations had not been delivered yet, and will not be.
    public var undelivered = 0
    /// The registrations of the embedded registry that were emptied.
    public var registrations: [String] = []
    /// Entries of lists of participants and employees.
    public var listed = 0
    /// How many files of the data directory were searched afterwards.
    public var searchedFiles = 0
    /// How many bytes those are.
    public var searchedBytes = 0
    /// How many values were searched for: the number, and what the papers said of this person alone.
    public var searchedValues = 0
    /// Files in which one of them still stands.
    public var remains: [String] = []
  }

  private let store: RecordStore
  private let directory: DataDirectory
  private let originals: SealedStore

  /// Creates the erasing of people from `directory`.
  public init(store: RecordStore, directory: DataDirectory, keeping: OriginalKeeping) {
    self.store = store
    self.directory = directory
    originals = keeping.store
  }

  /// Erases the person with `number`, and searches for what was erased.
  ///
  /// Records first, then copies: what a killed run leaves of these is swept by the next.
  ///
  /// - Parameters:
  ///   - number: The number, without what groups its digits.
  ///   - registry: The registry that belongs to the data directory, or is named beside it.
  /// - Returns: What was done and found.
  /// - Throws: `DatabaseError`, `SealingError`.
  package func forget(_ number: String, registry: RegistryStore?) async throws -> Proof {
    let erased = try await store.forget(number: number)
    for digest in erased.digests { try originals.remove(digest) }
    try await originals.sweep { try await store.sealedDigests(beginningWith: $0) }
    var proof = Proof(
      sources: erased.digests.count, files: erased.files, undelivered: erased.undelivered)
    if let registry {
      let emptied = try registry.forget(number: number)
      proof.registrations = emptied.registrations
      proof.listed = emptied.listed
    }
    try await renewReports(of: erased.batches)
    search(for: erased.values.union([number]), noting: &proof)
    return proof
  }

  /// Writes the reports anew that showed the person.
  private func renewReports(of batches: Set<Int64>) async throws {
    for batch in try await store.batches() where batches.contains(batch.id) {
      guard let folder = try await store.reportFolder(ofBatch: batch.id),
        FileManager.default.fileExists(atPath: folder)
      else { continue }
      try await BatchReports(store: store).write(batch, to: folder)
    }
  }

  private func search(for values: Set<String>, noting proof: inout Proof) {
    proof.searchedValues = values.count
    let patterns = values.map { Data($0.utf8) }
    let places = FileManager.default.enumerator(atPath: directory.path)
    while let name = places?.nextObject() as? String {
      let path = directory.path + "/" + name
      guard places?.fileAttributes?[.type] as? FileAttributeType == .typeRegular,
        let content = FileManager.default.contents(atPath: path)
      else { continue }
      proof.searchedFiles += 1
      proof.searchedBytes += content.count
      let isNamed = values.contains { name.contains($0) }
      if isNamed || patterns.contains(where: { content.range(of: $0) != nil }) {
        proof.remains.append(name)
      }
    }
  }
}
