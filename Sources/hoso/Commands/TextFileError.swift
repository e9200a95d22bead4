/// Why a text could not be taken in.
enum TextFileError: Error, CustomStringConvertible {
  case unreadable(String)
  case tooLarge(String, limit: Int)
  case damaged(String)
  case notUTF8(String, offset: Int)

  var description: String {
    switch self {
    case .unreadable(let name): "cannot read \(name): no such file, or no right to read it"
    case .tooLarge(let name, let limit):
      "\(name) has more than \(limit >> 20) MB of text; cut it into parts"
    case .damaged(let name): "\(name) is no text: it ends within a letter; export it again"
    case .notUTF8(let name, let offset):
      """
      \(name) is not UTF-8 (byte \(offset + 1)); convert it first, for example with \
      'iconv -f CP1258 -t UTF-8'
      """
    }
  }
}
