internal import Foundation

/// Files of office programs, known by what stands in them; those kept in ZIP files are no archives to
/// their users.
enum OfficeFile: Hashable {
  /// A word processor's file of the format with this name.
  case text(format: String)
  /// A spreadsheet, slides, or another.
  case other

  /// How many bytes at the end of a ZIP file are searched for the names of its members.
  private static let directoryBytes = 1 << 17

  /// The kind of the file `bytes`; nil when no office program wrote it.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: Array("{\\rtf".utf8)) {
      self = .text(format: "RTF")
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // The name of the stream that holds the text, in UTF-16.
      let stream = Array("WordDocument".utf8).flatMap { byte -> [UInt8] in [byte, 0] }
      self = Self.holds(bytes[...], stream) ? .text(format: "Word 97") : .other
    } else if bytes.starts(with: [0x50, 0x4B, 3, 4]), let kind = Self.zipped(bytes) {
      self = kind
    } else {
      return nil
    }
  }

  private static func zipped(_ bytes: [UInt8]) -> OfficeFile? {
    // The list of members stands at the end; the first of an OpenDocument file says what it is.
    let parts = [bytes.prefix(200), bytes.suffix(directoryBytes)]
    func isThere(_ name: String) -> Bool { parts.contains { holds($0, Array(name.utf8)) } }
    if isThere("word/document") { return .text(format: "Word") }
    if isThere("application/vnd.oasis.opendocument.text") { return .text(format: "OpenDocument") }
    let isOther = isThere("[Content_Types].xml") || isThere("application/vnd.oasis.opendocument")
    return isOther ? .other : nil
  }

  private static func holds(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    Data(bytes).range(of: Data(wanted)) != nil
  }
}
