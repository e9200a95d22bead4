import Documents
import VietnameseText

/// The signs of free text that its letters give away.
enum ProseSigns {
  /// Words of fewer letters may be abbreviations, which keep their stop.
  private static let leastLetters = 3

  /// What follows the number of a month without any sign between: "tháng 09 năm 2024".
  private static let units: Set<String> = ["tháng", "năm"]

  /// The text with a comma for each stop that ends no sentence, since a small letter or a number follows
  /// it, and without those within a date and behind the number of things.
  static func repaired(_ text: String) -> (value: String, repairs: [Repair]) {
    var words = text.split(separator: " ").map(String.init)
    var repairs: [Repair] = []
    for index in words.indices.dropLast() {
      let (word, next) = (words[index], words[index + 1])
      if let probability = probability(ofNoStopBehind: word, before: next) {
        words[index].removeLast()
        repairs.append(
          Repair(from: word, to: words[index], why: "punctuation", probability: probability))
      } else if MisreadStop.isStopped(word, leastLetters: leastLetters),
        next.first?.isLowercase == true || next.first?.isNumber == true
      {
        words[index] = word.dropLast() + ","
        repairs.append(Repair(from: word, to: words[index], why: "punctuation", probability: 0.95))
      }
    }
    return repairs.isEmpty ? (text, []) : (words.joined(separator: " "), repairs)
  }

  /// How surely no stop was printed behind `word`, a number before `next`; nil where one may have been.
  private static func probability(ofNoStopBehind word: String, before next: String) -> Double? {
    let digits = word.dropLast()
    guard word.last == ".", !digits.isEmpty, digits.allSatisfy(\.isNumber) else { return nil }
    if units.contains(next) { return 0.97 }
    // "01 bản sao": what is numbered begins with a capital.
    return digits.count <= 2 && next.first?.isLowercase == true ? 0.95 : nil
  }
}
