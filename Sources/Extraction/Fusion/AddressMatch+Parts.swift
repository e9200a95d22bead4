import Gazetteer
import VietnameseText

extension AddressMatch {
  /// Whether `part`, which stands in a box of its own, may name one of the units found: a unit word
  /// alone does not, nor do the names of two.
  func mayNameOneUnit(_ part: String) -> Bool {
    let words = Self.words(of: part)
    if words.allSatisfy(UnitOpenings.syllables.contains) { return false }
    let names = Set(units.map { Self.words(of: $0.bareName) })
      .filter { !words.ranges(of: $0).isEmpty }
    // The unit that is named after its town holds the town's name.
    return !names.contains { name in
      names.contains { $0 != name && $0.ranges(of: name).isEmpty && name.ranges(of: $0).isEmpty }
    }
  }

  /// Whether `part` is one of the units found and nothing else: its unit word, its name.
  func namesOneUnit(_ part: String) -> Bool {
    let words = Self.words(of: part)
    return units.contains { unit in
      let name = Self.words(of: unit.bareName)
      guard words.count >= name.count else { return false }
      let opening = words.dropLast(name.count)
      return opening.allSatisfy {
        UnitOpenings.syllables.contains($0) || UnitOpenings.abbreviations.contains($0)
      }
        && words.suffix(name.count).elementsEqual(name) {
          $0.strippingMarks() == $1.strippingMarks()
        }
    }
  }

  private static func words(of text: some StringProtocol) -> [String] {
    text.lowercased().foldingTonePlacement().split { !$0.isLetter && !$0.isNumber }
      .map(String.init)
  }
}
