/// Why models could not be built.
enum DictionaryBuildError: Error, CustomStringConvertible {
  case nothingToLearn
  case noPages([String])

  var description: String {
    switch self {
    case .nothingToLearn:
      "'dictionary build' needs texts (--text FILE) or drawn pages (--pages DIR) to learn from"
    case .noPages(let folders):
      """
      no page in \(folders.joined(separator: ", ")): a page is an image beside a text of the same \
      name; 'corpus-maker --pages' draws them
      """
    }
  }
}
