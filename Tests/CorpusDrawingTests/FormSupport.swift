import CorpusDrawing
import Documents
import Foundation

/// What the tests of forms share: the dictionaries of this package and forms drawn from them.
enum FormSupport {
  static let dictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "dictionaries")

  static let templates = [
    "form-01", "tk1-ts-595", "tk1-ts-888", "tk1-ts-505", "tk1-ts-490",
  ]

  /// Read once for all tests.
  static let workshop = Result { try Workshop() }

  /// Everything that forms are made from, read once.
  struct Workshop: Sendable {
    let library: FormLibrary
    let people: PersonMaker

    init() throws {
      library = try FormLibrary(dictionaries: FormSupport.dictionaries)
      people = try PersonMaker(dictionaries: FormSupport.dictionaries)
    }

    func form(
      _ template: String, seed: UInt64, variant: Int? = nil, use: FormFilling.Use? = nil
    ) throws -> FormDrawing {
      var random = SplitMix64(seed: seed)
      return try FormDrawing(
        template: library.template(template), library: library, people: people,
        family: "Tinos", variant: variant, use: use, with: &random)
    }
  }

  /// The texts of a page in the order of setting.
  static func texts(of form: FormDrawing) -> [String] {
    form.page.marks.compactMap { if case .text(let text, _, _) = $0 { text } else { nil } }
  }
}

extension LabelledDocument {
  /// The text of a field; nil where it is absent or blank.
  func text(_ key: String) -> String? {
    if case .text(let text)?? = fields[FieldKey(rawValue: key)] { text } else { nil }
  }
}
