/// The names that documents of the social insurance may hold: units of both eras and closed lists.
///
/// Units are loaded at once; the long list of health facilities when it is first asked for.
package struct Gazetteer: Sendable {
  /// The folder of the dictionaries.
  package let directory: String
  let units: UnitCatalogue

  /// Loads the dictionaries in the folder `directory`.
  package init(directory: String) throws {
    self.directory = directory
    units = try UnitCatalogue(directory: directory)
  }

  /// Judges an address on one line, in the style of cards (`Xã, Huyện, Tỉnh`) or of forms.
  package func address(_ text: String) -> AddressMatch {
    AddressCorrection(catalogue: units, text: text).match
  }
}
