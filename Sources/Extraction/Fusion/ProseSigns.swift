import Documents
import VietnameseText

/// The signs of free text that its letters give away.
enum ProseSigns {
  /// Words of fewer letters may be abbreviations, which keep their stop.
  private static let leastLetters = 3

  /// What follows the number of a month without any sign between: "tháng 09 năm 2024".
  private static let units: Set<String> = ["tháng", "năm"]

  /// The text with a comma for each stop that ends no sentence, since what follows it begins small,
  /// and without those within a date.
  static func repaired(_ text: String) -> (value: String, repairs: [Repair]) {
    var words = text.split(separator: " ").map(String.init)
    var repairs: [Repair] = []
    for index in words.indices.dropLast() {
      let word = words[index]
      if units.contains(words[index + 1]), word.last == ".", word.count > 1,
        word.dropLast().allSatisfy(\.isNumber)
      {
        words[index].removeLast()
        repairs.append(Repair(from: word, to: words[index], why: "punctuation", probability: 0.97))
        continue
      }
      guard MisreadStop.ends(word, before: words[index + 1], leastLetters: leastLetters) else {
        continue
      }
      words[index] = word.dropLast() + ","
      repairs.append(Repair(from: word, to: words[index], why: "punctuation", probability: 0.95))
    }
    return repairs.isEmpty ? (text, []) : (words.joined(separator: " "), repairs)
  }
}
