package import Documents
import Foundation

/// Turns what speaks for a value into the probability that it is right.
///
/// The table `calibration.json` is a list of bins; a value belongs to the first whose condition
/// holds. Counting labelled values bin by bin fits it.
package struct Calibration: Hashable, Codable, Sendable {
  /// A labelled value: what spoke for it, and whether it was right.
  package struct Sample: Hashable, Sendable {
    /// The field that it was read for.
    package var key: FieldKey
    /// What spoke for it.
    package var evidence: Evidence
    /// Whether it was right.
    package var wasRight: Bool

    /// Creates a sample.
    package init(key: FieldKey, evidence: Evidence, wasRight: Bool) {
      self.key = key
      self.evidence = evidence
      self.wasRight = wasRight
    }
  }

  /// Where the numbers come from.
  package var source: String
  /// The fields of each group; all others are of the group `other`.
  package var groups: [String: [String]]
  /// The bins, in the order in which they are tried.
  package var bins: [CalibrationBin]

  /// Loads `calibration.json` in the folder `directory`.
  package init(directory: String) throws {
    self = try RuleFile.decode(directory + "/calibration.json")
  }

  /// The probability that a value of the field `key` is right; 0 when no bin takes it.
  package func confidence(for evidence: Evidence, key: FieldKey) -> Confidence {
    index(for: evidence, key: key).map { bins[$0].confidence } ?? .zero
  }

  /// The table with its counts taken from `samples` alone; the priors stay.
  package func fitted(to samples: [Sample], source: String) -> Calibration {
    var result = self
    result.source = source
    for index in result.bins.indices {
      result.bins[index].seen = 0
      result.bins[index].wrong = 0
    }
    for sample in samples {
      guard let index = index(for: sample.evidence, key: sample.key) else { continue }
      result.bins[index].seen += 1
      if !sample.wasRight { result.bins[index].wrong += 1 }
    }
    return result
  }

  /// The table as the file holds it, one bin a line.
  package func fileText() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    let groups = try self.groups.sorted { $0.key < $1.key }
      .map { "    \(try json($0.key)): \(try json($0.value))" }.joined(separator: ",\n")
    let bins = try self.bins.map { "    \(try json($0))" }.joined(separator: ",\n")
    return """
      {
        "source": \(try json(source)),
        "groups": {
      \(groups)
        },
        "bins": [
      \(bins)
        ]
      }

      """
  }

  private func index(for evidence: Evidence, key: FieldKey) -> Int? {
    let group = groups.first { $0.value.contains(key.rawValue) }?.key ?? "other"
    return bins.firstIndex { $0.when.holds(for: evidence, group: group) }
  }
}
