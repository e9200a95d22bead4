import DictionaryReview
import Foundation
import MappedFiles
import Terminal
import VietnameseText

/// `hoso dictionary` checks what hoso knows, looks words up in it, and learns its models.
struct DictionaryCommand {
  static let specification = CommandSpecification(
    "dictionary", summary: "Check the dictionaries, look a word up in them, or learn the models.",
    operands: .atLeastOne("ACTION"),
    options: [
      OptionSpecification(
        "text", value: "FILE", help: "A text to learn the language from, a paragraph a line."),
      OptionSpecification(
        "pages", value: "DIR", help: "Drawn pages to learn the engine's misreadings from."),
      OptionSpecification(
        "out", value: "DIR", help: "Where models go; default language/ in the dictionaries."),
    ],
    discussion: """
      Actions:
        verify       check every file: form, columns, duplicates, codes that lead nowhere; each
                     defect with its file and line; exit code 1 when there is one
        look WORD…   what the dictionaries know of each word; marks may be left out
        build        learn the language model from every --text, and the error channels from the
                     pages in every --pages; the same input gives the same bytes
      """)

  private static let actions = ["verify", "look", "build"]

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() throws -> ExitCode {
    let rest = Array(settings.operands.dropFirst())
    switch settings.operands[0] {
    case "verify":
      guard rest.isEmpty else {
        throw UsageError(.unexpectedOperand(rest[0], command: Self.specification.name))
      }
      return try verify()
    case "look":
      guard !rest.isEmpty else {
        throw UsageError(.missingOperand("WORD", command: Self.specification.name + " look"))
      }
      return try look(rest)
    case "build":
      guard rest.isEmpty else {
        throw UsageError(.unexpectedOperand(rest[0], command: Self.specification.name))
      }
      return try build()
    case let action:
      throw UsageError(
        .unknownAction(action, command: Self.specification.name, known: Self.actions))
    }
  }

  private func folder() throws -> DictionaryFolder {
    try DictionaryFolder(at: URL(filePath: try settings.dictionaries()))
  }

  private func verify() throws -> ExitCode {
    let review = DictionaryReview(of: try folder())
    let defects = try review.defects()
    for defect in defects { try Console.print("\(defect)") }
    Console.note(
      "\(review.fileCount) files, \(defects.count == 1 ? "1 defect" : "\(defects.count) defects")")
    return defects.isEmpty ? .allAccepted : .comparisonFailed
  }

  private func look(_ words: [String]) throws -> ExitCode {
    let look = try WordLook(in: folder())
    let name = "language/" + RepairModels.languageModel
    let path = try settings.dictionaries() + "/" + name
    let model = try LanguageModel(MappedFile(path: path), path: path)
    for word in words {
      try Console.print(syllables(of: word))
      if let probability = model.probability(ofWord: word) {
        try Console.print(
          "  \(name): probability \(probability.formatted(.percent.precision(.significantDigits(2)).locale(Locale(identifier: "en_US"))))"
        )
      }
      for entry in look.entries(for: word) { try Console.print("  \(line(for: entry))") }
    }
    return .allAccepted
  }

  private func build() throws -> ExitCode {
    let (texts, pages) = (settings.values("text"), settings.values("pages"))
    guard !texts.isEmpty || !pages.isEmpty else { throw DictionaryBuildError.nothingToLearn }
    let folder = try settings.value("out") ?? settings.dictionaries() + "/language"
    return try DictionaryBuild(
      texts: texts, pages: pages, folder: folder, tessdata: settings.tessdata,
      showsProgress: try Console.showsProgress && !settings.flag("quiet")
    ).run()
  }

  /// The word and the parts of each of its syllables.
  private func syllables(of word: String) -> String {
    let parts = word.normalized().split(whereSeparator: \.isWhitespace).map { part in
      guard let syllable = Syllable(part) else { return "\(part): no syllable of Vietnamese" }
      let onset = syllable.onset.isEmpty ? "no onset" : "onset \(syllable.onset)"
      return "\(part): \(onset), rime \(syllable.rime), tone \(syllable.tone.name)"
    }
    return parts.joined(separator: "; ")
  }

  private func line(for entry: WordEntry) -> String {
    let columns = entry.columns.map { column in
      "\(column.name) \(column.value)\(column.meaning.map { " (\($0))" } ?? "")"
    }
    return "\(entry.table):\(entry.line): \(columns.joined(separator: ", "))"
  }
}

extension Tone {
  /// The name of the tone in Vietnamese.
  fileprivate var name: String {
    switch self {
    case .level: "ngang"
    case .huyen: "huyền"
    case .hoi: "hỏi"
    case .nga: "ngã"
    case .sac: "sắc"
    case .nang: "nặng"
    }
  }
}
