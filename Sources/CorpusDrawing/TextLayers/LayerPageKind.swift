/// What is true or false about the text layer of a drawn page.
package enum LayerPageKind: String, CaseIterable, Sendable {
  // Honest ones.
  case prose, letter, form, table, english, bilingual, capitals, short, decomposed, columns
  case scanned, misread
  // Lies.
  case noise, scrambled, digits, marksLost, otherLanguage, tcvn3, vni, watermark, signature
  case shifted, otherPage, unmapped, lossy, empty
  // Both.
  case halfScanned, halfNoise

  /// What should be decided.
  package enum Wanted: Sendable { case trusted, untrusted, converted, partly }

  /// What should be decided of a page of this kind: converted where its letters can be told, else its
  /// image is read.
  package var wanted: Wanted {
    switch self {
    case .prose, .letter, .form, .table, .english, .bilingual, .capitals, .short, .decomposed,
      .columns, .scanned, .misread:
      .trusted
    case .tcvn3, .vni, .noise, .scrambled, .unmapped: .converted
    case .halfScanned, .halfNoise: .partly
    default: .untrusted
    }
  }

  /// Whether the layer is honest.
  package var isHonest: Bool { wanted == .trusted }
}
