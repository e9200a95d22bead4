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
      The repaired text goes to standard output; without FILE the text comes from standard input.
      Line breaks, spaces, numbers, codes and addresses of the web stay as they are.
      With 'auto' paragraphs in TCVN3, VNI, VISCII, VPS, VIQR and Windows-1258 are converted first.
      Exit code 0.
      """)

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() throws -> ExitCode {
    guard settings.operands.count <= 1 else {
      throw UsageError(
        .unexpectedOperand(settings.operands[1], command: Self.specification.name))
    }
    let profile = try profile()
    let file = try settings.operands.first.map { try TextFile(path: $0) } ?? .standardInput()
    let dictionaries = try settings.dictionaries()
    let models = try RepairModels(directory: dictionaries + "/language")
    let text = try text(of: file, profile, models, dictionaries: dictionaries)
    var repairer = TextRepairer(models: models)
    let repaired = repairer.repair(text.text, profile: profile)
    if try settings.flag("json") {
      let report = RepairReport(repaired, profile: profile, encodings: text.paragraphs)
      try Console.print(report.json())
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

  /// The text in Unicode and NFC; with the profile `auto` old encodings are recognised.
  private func text(
    of file: TextFile, _ profile: RepairProfile, _ models: RepairModels, dictionaries: String
  ) throws -> ConvertedText {
    if profile == .auto {
      let recognizer = EncodingRecognizer(
        letters: try LegacyLetters(dictionaries: dictionaries), model: models.language)
      if let text = recognizer.text(of: file.bytes) { return text }
    }
    return ConvertedText(text: Array(try file.text().normalized().utf8), paragraphs: [])
  }
}
