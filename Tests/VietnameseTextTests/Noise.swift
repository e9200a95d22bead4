import TestSupport

/// Texts of Vietnamese letters in mixed forms, with look-alikes, signs and spaces among them.
enum Noise {
  private static let pool = Array(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃÁẠầẩẫấậòỏõóọỳỷỹýỵ ĐÐð–’АВіо 019.,\u{A0}\u{300}\u{303}\u{323}"
      .unicodeScalars)

  static func text(using random: inout SplitMix64) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      if let scalar = pool.randomElement(using: &random) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
