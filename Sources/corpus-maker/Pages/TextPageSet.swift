import CorpusDrawing
import Foundation

/// Draws pages of running text, each an image and the lines that it shows.
struct TextPageSet {
  /// Families with all Vietnamese letters, the most used more than once; none is held out.
  static let families = [
    "Tinos", "Tinos", "Tinos", "TeX Gyre Termes", "TeX Gyre Termes", "Liberation Serif",
    "FreeSerif",
    "Noto Serif", "Arimo", "Arimo", "Noto Sans",
  ]

  let options: MakerOptions

  /// Writes all pages that the options ask for.
  func write() throws {
    let sources = try options.texts.map { try TextSource(file: $0) }
    let families = options.fonts.isEmpty ? Self.families : options.fonts
    for family in Set(families) { try FontCatalogue.require(family) }
    try FileManager.default.createDirectory(at: options.out, withIntermediateDirectories: true)
    for condition in options.conditions {
      for number in 1...options.count {
        let digits = String(number)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        let name = "\(condition.rawValue)-\(padding)\(digits)"
        var random = SplitMix64(seed: options.seed, purpose: "pages/\(name)")
        let source = random.pick(sources)
        let family = random.pick(families)
        // A4 in small letters holds some 5,000; paragraphs may be left out.
        let passage = source.passage(letters: min(6000, options.lines * 150), with: &random)
        let page = try TextPage(
          paragraphs: passage, family: family, lineLimit: options.lines, with: &random)
        let file = try condition.file(of: page, name: name, with: &random)
        try Data(file.bytes).write(to: options.out.appendingPathComponent(file.name))
        try Data(page.text.utf8).write(to: options.out.appendingPathComponent(name + ".txt"))
      }
    }
  }
}
