import Documents

/// A case of a corpus: files with the truth about them.
package struct LabelledCase: Sendable {
  /// One file of a case.
  package struct File: Hashable, Sendable {
    /// Its name in the folder of the case.
    package var name: String
    /// Its contents.
    package var bytes: [UInt8]

    /// Creates a file.
    package init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  }

  /// The family of cases that it is scored with.
  package var set: String
  /// How badly the capture suffered.
  package var tier: Tier
  /// The page files, in order.
  package var files: [File]
  /// Degrees counter-clockwise by which the pages are turned.
  package var turned: Int
  /// What its pages show; empty where that is nothing of ours.
  package var documents: [LabelledDocument]
  /// Codes of the faults of capture that the case shows; nil where nothing is said about them.
  package var captures: [String]?
  /// The fault that the case nearly shows.
  package var nearMiss: String?
  /// The paragraphs of running text that the case prints; nil where nothing is said about them.
  package var body: [String]?

  /// Creates a case that says nothing of faults or running text.
  package init(
    set: String, tier: Tier, files: [File], turned: Int = 0, documents: [LabelledDocument]
  ) {
    (self.set, self.tier, self.files) = (set, tier, files)
    (self.turned, self.documents) = (turned, documents)
  }
}
