package import Documents
import Foundation

/// What every reason means: its severity, whether a new scan would cure it, and its sentences.
package struct ReasonCatalogue: Sendable {
  /// Whether a problem lies in the capture, which a new scan would cure, or in the content.
  package enum Group: String, Codable, Sendable {
    /// A new scan would cure it.
    case capture
    /// A new scan would not.
    case content
  }

  /// What the catalogue says about one code.
  package struct Entry: Codable, Hashable, Sendable {
    /// What it does to a verdict.
    package var severity: Severity
    /// Whether a new scan would cure it.
    package var group: Group
    /// The Vietnamese sentence with `{placeholders}` and `[parts to be left out]`.
    package var vi: String
    /// The English sentence.
    package var en: String
  }

  private struct Names: Codable {
    var vi: String
    var en: String
  }

  private struct File: Codable {
    var source: String
    var fields: [String: Names]
    var papers: [String: Names]
    var reasons: [String: Entry]
  }

  /// The entries by code.
  package let entries: [ReasonCode: Entry]
  /// The names of fields and of papers.
  private let names: [String: Names]

  /// Loads `reasons.json` in the folder `directory`.
  package init(directory: String) throws {
    let path = directory + "/reasons.json"
    let file: File = try RuleFile.decode(path)
    var entries: [ReasonCode: Entry] = [:]
    for (name, entry) in file.reasons {
      guard let code = ReasonCode(rawValue: name) else {
        throw RuleError.malformed(path: path, problem: "\(name) is no reason code")
      }
      entries[code] = entry
    }
    if let absent = ReasonCode.allCases.first(where: { entries[$0] == nil }) {
      throw RuleError.malformed(path: path, problem: "no sentence for \(absent.rawValue)")
    }
    self.entries = entries
    names = file.fields.merging(file.papers) { field, _ in field }
  }

  /// Puts a finding into words.
  package func reason(for finding: Finding) -> Reason {
    guard let entry = entries[finding.code] else {
      // Loading has made sure that every code has its entry.
      preconditionFailure("no entry for \(finding.code.rawValue)")
    }
    return Reason(
      code: finding.code, field: finding.field, vi: sentence(entry.vi, finding, \.vi),
      en: sentence(entry.en, finding, \.en), severity: entry.severity)
  }

  private func sentence(
    _ template: String, _ finding: Finding, _ language: KeyPath<Names, String>
  ) -> String {
    var words = finding.details.mapValues { detail in
      detail.components(separatedBy: ", ").map { names[$0]?[keyPath: language] ?? $0 }
        .joined(separator: ", ")
    }
    if let key = finding.field?.rawValue {
      words["field"] = names[key]?[keyPath: language] ?? key
    }
    let sentence = SentenceTemplate(template).filled(with: words)
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }
}
