import Foundation
import Terminal
import VietnameseText

/// `hoso repair` puts Vietnamese text right whose marks were lost or that an engine misread.
struct RepairCommand {
  static let specification = CommandSpecification(
    "repair",
    summary: "Repair Vietnamese text that lost its marks or was misread.",
    operands: .any("FILE"),
    options: [
      OptionSpecification(
        "profile", value: "auto|stripped|ocr|clean",
        help: "What became of the text; default auto, found out paragraph by paragraph."),
      OptionSpecification("json", help: "Print the changes, with their probabilities, as JSON."),
    ],
    discussion: """
      The repaired text goes to standard output; without FILE the text comes from standard input. \
      Line breaks, spaces, numbers, codes and addresses of the web stay as they are. Exit code 0.
      """)

  /// The most bytes that are read; a text of laws has a tenth of it.
  private static let largest = 256 << 20

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() throws -> ExitCode {
    guard settings.operands.count <= 1 else {
      throw UsageError(
        .unexpectedOperand(settings.operands[1], command: Self.specification.name))
    }
    let profile = try profile()
    let name = settings.operands.first ?? "standard input"
    let text = try Self.text(settings.operands.first, name: name)
    let directory = try settings.dictionaries() + "/language"
    var repairer = TextRepairer(models: try RepairModels(directory: directory))
    let repaired = repairer.repair(text, profile: profile)
    if try settings.flag("json") {
      try Console.print(RepairReport(repaired, profile: profile).json())
    } else {
      try Console.write(repaired.text)
    }
    return .allAccepted
  }

  private func profile() throws -> RepairProfile {
    guard let value = settings.value("profile") else { return .auto }
    guard let profile = RepairProfile(rawValue: value) else {
      throw UsageError(
        .invalidValue(
          option: "profile", value: value, expected: "'auto', 'stripped', 'ocr' or 'clean'"))
    }
    return profile
  }

  /// The text in NFC.
  private static func text(_ path: String?, name: String) throws -> [UInt8] {
    let data: Data?
    if let path {
      data = FileManager.default.contents(atPath: path)
    } else {
      data = try FileHandle.standardInput.readToEnd() ?? Data()
    }
    guard let data else { throw TextFileError.unreadable(name) }
    guard data.count <= largest else { throw TextFileError.tooLarge(name, limit: largest) }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw TextFileError.notUTF8(name, offset: firstFault(in: data))
    }
    return Array(text.normalized().utf8)
  }

  /// Where UTF-8 ends to be well-formed.
  private static func firstFault(in data: Data) -> Int {
    var decoder = UTF8()
    var iterator = data.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return offset
  }
}
