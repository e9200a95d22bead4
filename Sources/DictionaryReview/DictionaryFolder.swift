package import Foundation

/// The files of a folder of dictionaries.
package struct DictionaryFolder: Sendable {
  /// One file.
  struct File: Sendable {
    /// The path below the folder, with `/`.
    var name: String
    var url: URL
    var size: Int
    /// Whether it is a model that a program learned, and no text.
    var isModel: Bool { [".bin", ".traineddata"].contains { name.hasSuffix($0) } }
  }

  /// The folder.
  package let url: URL
  let files: [File]

  /// Lists the folder at `url`; hidden files do not count.
  package init(at url: URL) throws {
    let keys: [URLResourceKey] = [.isRegularFileKey, .fileSizeKey]
    let root = url.standardizedFileURL.resolvingSymlinksInPath()
    guard
      let walk = FileManager.default.enumerator(
        at: root, includingPropertiesForKeys: keys, options: .skipsHiddenFiles)
    else { throw CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: root.path]) }
    var files: [File] = []
    for case let file as URL in walk {
      let values = try file.resourceValues(forKeys: Set(keys))
      guard values.isRegularFile == true else { continue }
      let name = file.standardizedFileURL.resolvingSymlinksInPath().path
        .dropFirst(root.path.count).drop { $0 == "/" }
      files.append(File(name: String(name), url: file, size: values.fileSize ?? 0))
    }
    self.url = root
    self.files = files.sorted { $0.name < $1.name }
  }

  func files(withSuffix suffix: String) -> [File] { files.filter { $0.name.hasSuffix(suffix) } }
}
