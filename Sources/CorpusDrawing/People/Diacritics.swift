import Foundation

/// Vietnamese letters without their marks.
package enum Diacritics {
  /// `text` in plain ASCII letters, đ as d; other signs stay.
  package static func stripped(_ text: String) -> String {
    var result = ""
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0x300...0x36f: continue
      case 0x111: result += "d"
      case 0x110: result += "D"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
