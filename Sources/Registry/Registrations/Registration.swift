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
    /// The 1-based page of the source on which it begins.
    public var page: Int
  }

  /// A field with its provenance.
  public struct Value: Hashable, Codable, Sendable {
    /// The value in contract form.
    public var value: FieldValue
    /// The calibrated probability that it is right.
    public var confidence: Confidence
    /// The witnesses that gave it.
    public var sources: [FieldSource]
    /// The 1-based page of the source.
    public var page: Int?
    /// Where it stands on that page.
    public var box: PixelBox?
  }

  /// The name and version of the JSON shape.
  public static let schema = "hoso.registration/1"

  /// The name and version of the JSON shape of this one.
  public var schema: String
  /// What it asks for.
  public var type: RegistrationType
  /// The SHA-256 of the source, in lower-case hexadecimal.
  public var sourceSHA256: String
  /// The documents that it rests on.
  public var documents: [Evidence]
  /// The fields that the papers do not leave blank.
  public var fields: [FieldKey: Value]

  /// The registration that follows from an accepted result; nil when none does.
  public init?(_ result: SourceResult) {
    guard let type = RegistrationType(kinds: result.documents.map(\.kind)) else { return nil }
    schema = Self.schema
    self.type = type
    sourceSHA256 = result.source.sha256
    documents = result.documents.map { Evidence(kind: $0.kind, side: $0.side, page: $0.page) }
    fields = result.dossier.fields.compactMapValues { field in
      field.value.map {
        Value(
          value: $0, confidence: field.confidence, sources: field.sources, page: field.page,
          box: field.box)
      }
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
