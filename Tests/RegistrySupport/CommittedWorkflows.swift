import Foundation
package import Registry

extension Workflows {
  /// The dictionaries of this package.
  package static let committedDictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../dictionaries").standardizedFileURL.path

  /// The workflows of this package.
  package static func committed() throws -> Workflows {
    try Workflows(directory: committedDictionaries)
  }
}
