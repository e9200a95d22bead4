public import Documents

/// A file that was taken in, and what is known about it.
public struct StoredSource: Hashable, Sendable, Identifiable {
  /// Its number in the store.
  public let id: Int64
  /// The number of the batch that took it in first.
  public let batchID: Int64
  /// Where it stood when it was taken in.
  public let path: String
  /// The SHA-256 of its bytes; empty when they could not be read.
  public let sha256: String
  /// How far it has come.
  public let state: SourceState
  /// The path of the source with the same bytes, for a duplicate.
  public let originalPath: String?
  /// The path of the source with which it was handed out, where that stands for both.
  public let joinedPath: String?
  /// The kinds of the documents found in it.
  public let kinds: [DocumentKind]
  /// Its reasons, from every document and the dossier.
  public let reasons: [Reason]
}
