import Batches
import Foundation
import Originals
import Terminal

extension Settings {
  /// The options of commands that keep encrypted copies.
  static let originalOptions = [
    OptionSpecification(
      "key-file", value: "FILE", environment: "HOSO_KEY_FILE",
      help: "The keys of encrypted copies; default ~/.config/hoso/key, or HOSO_KEY."),
    OptionSpecification(
      "keep-days", value: "N", environment: "HOSO_KEEP_DAYS",
      help: "Keep encrypted originals N days after delivery; default 30, 0 keeps nothing."),
  ]

  /// Where encrypted copies go, and for how long they stay.
  ///
  /// The usual key file is made when it is not there; one that the user names must be.
  func originals() throws -> OriginalKeeping {
    OriginalKeeping(
      store: SealedStore(folder: dataFolder.path, keys: try keys(isMade: true)),
      days: try number("keep-days", in: 0...36_500) ?? 30)
  }

  /// The keys of encrypted copies.
  func keys(isMade: Bool) throws -> KeyRing {
    if let path = value("key-file") { return try KeyRing(file: path) }
    if let text = ProcessInfo.processInfo.environment["HOSO_KEY"], !text.isEmpty {
      return try KeyRing(parsing: text, place: "HOSO_KEY")
    }
    let path = keyFile
    if isMade, !FileManager.default.fileExists(atPath: path) {
      try KeyRing.addKey(toFile: path)
      Console.note(
        "made the key \(path) for encrypted originals; keep a copy of it in a safe place")
    }
    return try KeyRing(file: path)
  }

  /// The key file that is named, or the usual one, which stands apart from the data.
  var keyFile: String {
    if let path = value("key-file") { return path }
    let environment = ProcessInfo.processInfo.environment
    if let home = environment["XDG_CONFIG_HOME"], !home.isEmpty { return home + "/hoso/key" }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? URL.homeDirectory.path
    return home + "/.config/hoso/key"
  }
}
