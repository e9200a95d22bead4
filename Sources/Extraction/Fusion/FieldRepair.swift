package import Documents
package import Gazetteer

/// The repair of values by what is known about their fields: the place where language models plug
/// in.
package struct FieldRepair: Sendable {
  /// A value after repair.
  package struct Repaired: Hashable, Sendable {
    package var value: String
    package var repairs: [Repair]
    package var lexicon: Evidence.Lexicon

    /// Creates a repaired value.
    package init(value: String, repairs: [Repair] = [], lexicon: Evidence.Lexicon = .none) {
      self.value = value
      self.repairs = repairs
      self.lexicon = lexicon
    }
  }

  /// Repairs the value of a field as its parser gave it.
  package var repair: @Sendable (_ value: String, _ field: LayoutField) -> Repaired
  /// Repairs the parts of an address that stand in fields of their own, from the smallest unit to
  /// the largest.
  package var repairParts: @Sendable (_ parts: [String]) -> [Repaired]

  /// Creates a repair from what it does.
  package init(
    repair: @escaping @Sendable (String, LayoutField) -> Repaired,
    repairParts: @escaping @Sendable ([String]) -> [Repaired]
  ) {
    self.repair = repair
    self.repairParts = repairParts
  }

  /// Leaves every value as it is.
  package static let none = FieldRepair { value, _ in
    Repaired(value: value)
  } repairParts: { parts in
    parts.map { Repaired(value: $0) }
  }

  /// Corrects letters by the closed lists and units of `gazetteer`, and by the shape of syllables.
  package static func lists(_ gazetteer: Gazetteer) -> FieldRepair {
    FieldRepair { value, field in
      func listed(_ match: ListMatch) -> Repaired {
        Repaired(value: match.text, repairs: match.repairs, lexicon: match.lexicon)
      }
      switch field.parser {
      case .address where field.group == nil:
        let match = gazetteer.address(value)
        return Repaired(value: match.text, repairs: match.repairs, lexicon: match.lexicon)
      case .ethnicity: return listed(gazetteer.ethnicGroup(value))
      case .nationality: return listed(gazetteer.nationality(value))
      case .paymentMethod: return listed(gazetteer.paymentMethod(value))
      case .office: return listed(gazetteer.office(value))
      case .facility:
        guard let match = try? gazetteer.healthFacility(value) else {
          return Repaired(value: value)
        }
        return listed(match)
      default: return Repaired(value: value)
      }
    } repairParts: { parts in
      let (texts, match) = gazetteer.address(parts: parts)
      return zip(parts, texts).map { part, text in
        Repaired(
          value: text,
          repairs: part == text
            ? [] : [Repair(from: part, to: text, why: "gazetteer", probability: 0.95)],
          lexicon: part == text && match.lexicon == .corrected ? .exact : match.lexicon)
      }
    }
  }
}
