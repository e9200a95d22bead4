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
      let word = words[index]
      if units.contains(words[index + 1]), word.last == ".", word.count > 1,
        word.dropLast().allSatisfy(\.isNumber)
      {
        words[index].removeLast()
        repairs.append(Repair(from: word, to: words[index], why: "punctuation", probability: 0.97))
        continue
      }
      if word.last == ".", (2...3).contains(word.count), word.dropLast().allSatisfy(\.isNumber),
        words[index + 1].first?.isLowercase == true
      {
        // "01 bản sao": what is numbered begins with a capital.
        words[index].removeLast()
        repairs.append(Repair(from: word, to: words[index], why: "punctuation", probability: 0.95))
        continue
      }
      let next = words[index + 1]
      guard
        MisreadStop.ends(word, before: next, leastLetters: leastLetters)
          || next.first?.isNumber == true
            && MisreadStop.ends(word, before: "n", leastLetters: leastLetters)
      else { continue }
      words[index] = word.dropLast() + ","
      repairs.append(Repair(from: word, to: words[index], why: "punctuation", probability: 0.95))
    }
    return repairs.isEmpty ? (text, []) : (words.joined(separator: " "), repairs)
  }
}
