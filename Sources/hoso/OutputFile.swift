import Foundation

/// A file that a command was told to write.
enum OutputFile {
  /// Puts `bytes` into the place of the file at `path`, whole or not at all.
  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(OutputError) {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .cannotWrite(path: path)
    }
  }
}
