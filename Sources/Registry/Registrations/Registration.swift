internal import ContentHash
public import Documents
internal import Foundation
package import RecordStore

/// What is sent to the registration service: a dossier's fields, with where each came from.
public struct Registration: Hashable, Codable, Sendable {
  /// A document that the registration rests on.
  public struct Evidence: Hashable, Codable, Sendable {
    /// What it is.
    public var kind: DocumentKind
    /// Its side, for a card.
    public var side: CardSide?
    /// The 1-based page of its source on which it begins.
    public var page: Int
    /// The SHA-256 of its source, where that is one of those that were joined to the first.
    public var sourceSHA256: String?
  }

  /// A field with its provenance.
  public struct Value: Hashable, Codable, Sendable {
    /// The value in contract form.
    public var value: FieldValue
    /// The calibrated probability that it is right.
    public var confidence: Confidence
    /// The witnesses that gave it.
    public var sources: [FieldSource]
    /// The 1-based page of its source.
    public var page: Int?
    /// Where it stands on that page.
    public var box: PixelBox?
    /// The SHA-256 of its source, where that is one of those that were joined to the first.
    public var sourceSHA256: String?
  }

  /// The name and version of the JSON shape.
  public static let schema = "hoso.registration/1"

  /// The name and version of the JSON shape of this one.
  public var schema: String
  /// What it asks for.
  public var type: RegistrationType
  /// The SHA-256 of the source, in lower-case hexadecimal.
  public var sourceSHA256: String
  /// The SHA-256 of the sources that belong to the same dossier; nil where there is one source only.
  public var joinedSHA256: [String]?
  /// The documents that it rests on.
  public var documents: [Evidence]
  /// The fields that the papers do not leave blank.
  public var fields: [FieldKey: Value]

  /// The registration that follows from an accepted result; nil when none does.
  public init?(_ result: SourceResult) { self.init(joining: [result], into: result.dossier) }

  /// The registration that follows from the accepted `dossier` of several results, of which there is one
  /// at least; nil when none does.
  package init?(joining results: [SourceResult], into dossier: Dossier) {
    guard let type = RegistrationType(kinds: results.flatMap { $0.documents.map(\.kind) }) else {
      return nil
    }
    schema = Self.schema
    self.type = type
    sourceSHA256 = results[0].source.sha256
    joinedSHA256 = results.count > 1 ? results.dropFirst().map(\.source.sha256) : nil
    let first = sourceSHA256
    documents = results.flatMap { result in
      result.documents.map {
        Evidence(
          kind: $0.kind, side: $0.side, page: $0.page,
          sourceSHA256: result.source.sha256 == first ? nil : result.source.sha256)
      }
    }
    fields = [:]
    for (key, field) in dossier.fields {
      guard let value = field.value else { continue }
      let source = results.first { $0.documents.contains { $0.fields[key] == field } }?.source
        .sha256
      fields[key] = Value(
        value: value, confidence: field.confidence, sources: field.sources, page: field.page,
        box: field.box, sourceSHA256: source == first ? nil : source)
    }
    if fields.isEmpty { return nil }
  }

  /// The registration as it goes to the service, always the same bytes for the same content.
  package func submission() throws -> Submission {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = Array(try encoder.encode(self))
    return Submission(idempotencyKey: SHA256Digest(of: body).hexadecimal, body: body)
  }

  /// The text of a field, if it is there.
  package func text(_ key: FieldKey) -> String? { fields[key]?.value.text }
}
