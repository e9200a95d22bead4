/// What stands before the units of an address: house, lane, street, hamlet.
package struct AddressDetail: Hashable, Sendable {
  /// What a part names.
  package enum Kind: String, Codable, CaseIterable, Sendable {
    /// The number of a house, plot or flat.
    case house
    /// A building or block of flats.
    case building
    /// A way off a street: ngõ, ngách, hẻm, kiệt.
    case lane
    /// A street.
    case street
    /// A hamlet, quarter or group of residents.
    case hamlet
    /// A part that no word opens, such as the name of a company.
    case other
  }

  /// A part, as it is printed.
  package struct Part: Hashable, Sendable {
    /// What it names.
    package var kind: Kind
    /// Its words, the one that opens it included.
    package var text: String

    /// Creates a part.
    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// The parts in the order of print.
  package var parts: [Part]

  /// The first part of a kind; nil without one.
  package func text(of kind: Kind) -> String? { parts.first { $0.kind == kind }?.text }
}
