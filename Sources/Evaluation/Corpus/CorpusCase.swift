public import Foundation

/// One case of a corpus: a folder with page files and their label.
public struct CorpusCase: Sendable {
  /// The folder's path below the corpus, by which baselines and reports name the case.
  public var name: String
  /// The folder.
  public var folder: URL
  /// The truth.
  public var label: CaseLabel

  /// Creates a case.
  public init(name: String, folder: URL, label: CaseLabel) {
    self.name = name
    self.folder = folder
    self.label = label
  }

  /// The page files, in the label's order.
  public var files: [URL] { label.files.map { folder.appending(path: $0) } }

  /// Where the recorded readings of the case stand.
  public var recording: URL { folder.appending(path: "reading.json") }
}
