package import Documents
import Foundation

/// Turns what speaks for a value into the probability that it is right.
///
/// The file `calibration.json` parts values into strata by their witnesses. In each a logistic model
/// over the evidence gives a score, and the steps of the scores tell how often values of such scores
/// were wrong: among all, among those of a group of fields, and among those of the field. Labelled
/// values fit both.
package struct Calibration: Hashable, Codable, Sendable {
  /// A labelled value: what spoke for it, and whether it was right.
  package struct Sample: Hashable, Sendable {
    /// The field that it was read for.
    package var key: FieldKey
    /// The kind of its document.
    package var kind: DocumentKind
    /// What spoke for it.
    package var evidence: Evidence
    /// Whether it was right.
    package var wasRight: Bool
    /// The case that it comes from: values of one case are not independent.
    package var origin: Int

    /// Creates a sample.
    package init(
      key: FieldKey, kind: DocumentKind, evidence: Evidence, wasRight: Bool, origin: Int
    ) {
      self.key = key
      self.kind = kind
      self.evidence = evidence
      self.wasRight = wasRight
      self.origin = origin
    }
  }

  /// Where the numbers come from.
  package var source: String
  /// The fields of each group, those of one kind alone as "cccd-chip issuer"; all others are of the
  /// group `other`.
  package var groups: [String: [String]]
  /// The strata, in the order in which they are tried.
  package var strata: [CalibrationStratum]

  private enum CodingKeys: String, CodingKey {
    case source, groups, strata
  }

  /// Loads `calibration.json` in the folder `directory`.
  package init(directory: String) throws {
    self = try RuleFile.decode(directory + "/calibration.json")
  }

  /// The probability that a value of the field `key` of a document of `kind` is right; 0 when no
  /// stratum takes it or nobody gave it.
  package func confidence(
    for evidence: Evidence, key: FieldKey, kind: DocumentKind
  ) -> Confidence {
    guard let index = stratum(of: evidence, kind: kind), !evidence.witnesses.isEmpty else {
      return .zero
    }
    let group = group(of: key, on: kind)
    return strata[index].confidence(
      EvidenceFeatures.features(of: evidence, key: key, kind: kind, group: group),
      group: group, key: key)
  }

  /// The name of the group of fields that `key` belongs to.
  package func group(of key: FieldKey) -> String {
    groups.first { $0.value.contains(key.rawValue) }?.key ?? "other"
  }

  /// The name of the group that the field belongs to on documents of `kind`.
  package func group(of key: FieldKey, on kind: DocumentKind) -> String {
    let own = "\(kind.rawValue) \(key.rawValue)"
    return groups.first { $0.value.contains(own) }?.key ?? group(of: key)
  }

  /// The table with weights and steps fitted to `samples` alone; what a score says is counted by models
  /// that were not fitted to the value.
  package func fitted(to samples: [Sample], source: String) -> Calibration {
    refined(by: samples, source: source) { members, index in
      let fit = StratumFit(samples: members) { features(of: $0) }
      return (weights: fit.weights, scores: fit.scores)
    }
  }

  /// The table with its weights, and the steps that `samples` say, to which the weights must not
  /// have been fitted.
  package func recounted(on samples: [Sample], source: String) -> Calibration {
    refined(by: samples, source: source) { members, index in
      let stratum = strata[index]
      return (
        weights: stratum.weights, scores: members.map { stratum.score(features(of: $0)) }
      )
    }
  }

  /// The table with the stratum `name` of `other`, and its source; nil where there is no such stratum.
  package func taking(_ name: String, from other: Calibration) -> Calibration? {
    guard let index = strata.firstIndex(where: { $0.name == name }),
      let stratum = other.strata.first(where: { $0.name == name })
    else { return nil }
    var result = self
    result.source = other.source
    result.strata[index] = stratum
    return result
  }

  private func refined(
    by samples: [Sample], source: String,
    _ score: ([Sample], Int) -> (weights: [String: Double], scores: [Double])
  ) -> Calibration {
    var result = self
    result.source = source
    for index in strata.indices {
      let members = samples.filter {
        !$0.evidence.witnesses.isEmpty && stratum(of: $0.evidence, kind: $0.kind) == index
      }
      let (weights, scores) = score(members, index)
      let count = StepCount(
        values: zip(members, scores).map { sample, score in
          StepCount.Value(
            score: score, wasRight: sample.wasRight, group: group(of: sample.key, on: sample.kind),
            key: sample.key)
        })
      result.strata[index].weights = weights
      result.strata[index].steps = count.steps
      // Where nothing tells values apart, groups and fields would be counted by their luck.
      result.strata[index].groups = weights.isEmpty ? [:] : count.groups
      result.strata[index].fields = weights.isEmpty ? [:] : count.fields
    }
    return result
  }

  private func features(of sample: Sample) -> [EvidenceFeatures.Feature] {
    EvidenceFeatures.features(
      of: sample.evidence, key: sample.key, kind: sample.kind,
      group: group(of: sample.key, on: sample.kind))
  }

  /// The table as the file holds it, one weight or step a line.
  package func fileText() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    let groups = try self.groups.sorted { $0.key < $1.key }
      .map { "    \(try json($0.key)): \(try json($0.value))" }.joined(separator: ",\n")
    let strata = try self.strata.map { stratum in
      let weights = try stratum.weights.sorted { $0.key < $1.key }
        .map { "        \(try json($0.key)): \(try json($0.value))" }.joined(separator: ",\n")
      let steps = try stratum.steps.map { "        \(try json($0))" }.joined(separator: ",\n")
      func lines(_ own: [String: [CalibrationStep]]) throws -> String {
        try own.sorted { $0.key < $1.key }
          .map { "        \(try json($0.key)): \(try json($0.value))" }.joined(separator: ",\n")
      }
      return """
            {
              "name": \(try json(stratum.name)),
              "when": \(try json(stratum.when)),
              "assumed": \(try json(stratum.assumed)),
              "weights": {
        \(weights)
              },
              "steps": [
        \(steps)
              ],
              "groups": {
        \(try lines(stratum.groups))
              },
              "fields": {
        \(try lines(stratum.fields))
              }
            }
        """
    }.joined(separator: ",\n")
    return """
      {
        "source": \(try json(source)),
        "groups": {
      \(groups)
        },
        "strata": [
      \(strata)
        ]
      }

      """
  }

  private func stratum(of evidence: Evidence, kind: DocumentKind) -> Int? {
    strata.firstIndex { $0.when.holds(for: evidence, kind: kind) }
  }
}
