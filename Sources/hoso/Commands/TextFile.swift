import Foundation

/// A text that a command is given, its bytes bounded.
struct TextFile {
  /// What messages call it.
  let name: String
  let bytes: [UInt8]

  /// The most bytes that are read; a text of laws has a tenth of it.
  private static let largest = 256 << 20

  /// Reads the file at `path`, which messages call by `name`, or by the path.
  init(path: String, name: String? = nil) throws(TextFileError) {
    guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable(name ?? path) }
    try self.init(reading: file, name: name ?? path)
  }

  /// Reads standard input to its end.
  static func standardInput() throws(TextFileError) -> TextFile {
    try TextFile(reading: .standardInput, name: "standard input")
  }

  private init(reading file: FileHandle, name: String) throws(TextFileError) {
    let data: Data
    do {
      data = try file.read(upToCount: Self.largest + 1) ?? Data()
    } catch {
      throw .unreadable(name)
    }
    guard data.count <= Self.largest else { throw .tooLarge(name, limit: Self.largest) }
    self.name = name
    bytes = [UInt8](data)
  }

  /// The text of a file in UTF-8.
  func text() throws(TextFileError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(name, offset: firstFault)
    }
    return text
  }

  /// Where UTF-8 ends to be well-formed.
  private var firstFault: Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return offset
  }
}
