import Documents
import VietnameseText

/// The same name printed at another place of the page, as below a signature.
///
/// Two places are hardly misread alike, so where only marks tell the readings of a name apart, those
/// of the other place count as well.
struct NameRepetitions {
  /// The readings of the other place that are of the same name, in the letter case of the field.
  let readings: [FieldReading]

  /// Keeps those of `others` whose letters without marks are those of one of `readings`.
  init(_ others: [FieldReading], of readings: [FieldReading]) {
    let values = readings.compactMap(\.value)
    self.readings = others.compactMap { other in
      guard let name = other.value else { return nil }
      guard let like = values.first(where: { Self.areAlike($0, name) }) else { return nil }
      var same = other
      same.value = Self.recased(name, like: like)
      return same
    }
  }

  /// How many readings of the other place give `value`; -1 where they are of the same name but none
  /// has its marks, nil where there are none.
  func support(of value: String) -> Double? {
    guard !readings.isEmpty else { return nil }
    let meant = value.foldingTonePlacement()
    let count = readings.count { $0.value?.foldingTonePlacement() == meant }
    return count > 0 ? Double(count) : -1
  }

  /// Whether `value` has the letters of `name`, whatever their marks.
  static func areAlike(_ value: String?, _ name: String) -> Bool {
    value.map { FoldedText.bytes(of: $0) == FoldedText.bytes(of: name) } ?? false
  }

  /// `name` with each letter as small or large as that of `like` at its place.
  private static func recased(_ name: String, like: String) -> String {
    if like == like.uppercased() { return name.uppercased() }
    guard name.count == like.count else { return name }
    return zip(name, like).map { $1.isUppercase ? $0.uppercased() : $0.lowercased() }.joined()
  }
}
