/// What is known about a file before it is read.
package struct FileFacts: Hashable, Sendable {
  /// The absolute path.
  package let path: String
  /// The name without the folder.
  package let name: String
  /// Its length.
  package let bytes: Int64
  /// When it was last changed, in milliseconds since 1970.
  package let modifiedAt: Int64

  /// Creates the facts of the file at `path`.
  package init(path: String, bytes: Int64, modifiedAt: Int64) {
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    self.bytes = bytes
    self.modifiedAt = modifiedAt
  }
}
