public import Foundation

/// A folder of labelled cases.
public struct Corpus: Sendable {
  /// The folder.
  public var root: URL
  /// The cases with documents, sorted by name.
  public var cases: [CorpusCase]
  /// How many text cases were passed over: they have no pages to read.
  public var textCases: Int

  /// Finds every case below `root`: each folder that holds a `label.json`.
  ///
  /// Throws `CorpusError` when there is none, when a label cannot be understood, or when a page
  /// file is missing.
  public init(at root: URL) throws {
    self.root = root
    // A walk through a folder that is not there finds nothing, and says nothing.
    guard (try? FileManager.default.contentsOfDirectory(atPath: root.path)) != nil,
      let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    else { throw CorpusError.unreadable(path: root.path) }
    var cases: [CorpusCase] = []
    var textCases = 0
    let prefix = root.standardizedFileURL.path
    for case let file as URL in walker where file.lastPathComponent == "label.json" {
      let folder = file.deletingLastPathComponent()
      let path = folder.standardizedFileURL.path
      let name = path.hasPrefix(prefix + "/") ? String(path.dropFirst(prefix.count + 1)) : path
      let label: CaseLabel
      do {
        label = try JSONDecoder().decode(CaseLabel.self, from: Data(contentsOf: file))
      } catch {
        throw CorpusError.label(path: file.path, problem: Self.problem(error))
      }
      guard label.documents != nil else {
        textCases += 1
        continue
      }
      let item = CorpusCase(name: name, folder: folder, label: label)
      for page in item.files where !FileManager.default.fileExists(atPath: page.path) {
        throw CorpusError.missingFile(path: page.path)
      }
      cases.append(item)
    }
    guard !cases.isEmpty || textCases > 0 else { throw CorpusError.noCases(path: root.path) }
    self.cases = cases.sorted { $0.name < $1.name }
    self.textCases = textCases
  }

  private static func problem(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "the key '\(key.stringValue)' is missing"
    case DecodingError.dataCorrupted(let context): context.debugDescription
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(context.codingPath.map(\.stringValue).joined(separator: ".")): \(context.debugDescription)"
    default: "\(error)"
    }
  }
}
