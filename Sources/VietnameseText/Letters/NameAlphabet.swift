/// The closed alphabet of personal names: Vietnamese letters, those of minority names and of names
/// from abroad, and the signs between them.
public enum NameAlphabet {
  /// The characters of `name` that stand in no personal name, in order.
  public static func strangers(in name: String) -> [Unicode.Scalar] {
    name.unicodeScalars.filter { !permits($0) }
  }

  /// Whether `scalar` may stand in a personal name.
  public static func permits(_ scalar: Unicode.Scalar) -> Bool {
    if let letter = Letter(scalar) { return !(0x30...0x39).contains(letter.base) }
    switch scalar {
    case " ", "'", "-", ".", "’", "ö", "Ö", "ü", "Ü": return true
    default: return false
    }
  }
}
