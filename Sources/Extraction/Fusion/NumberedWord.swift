import Documents
import VietnameseText

/// Numbers behind words that are always numbered: "Khu phố I" is "Khu phố 1".
struct NumberedWord {
  /// The words, in small letters.
  let words: Set<String>

  /// The address with a lone stroke behind such a word read as the digit 1.
  func repaired(_ text: String) -> (value: String, repairs: [Repair]) {
    var repairs: [Repair] = []
    var tokens = text.split(separator: " ").flatMap { parted(String($0), &repairs) }
    for index in tokens.indices.dropLast()
    where tokens[index + 1].first?.isNumber == true && index + 1 < tokens.count {
      let opens = index == 0 || tokens[index - 1].hasSuffix(",")
      guard
        let word = word(meantBy: tokens[index]) ?? (opens ? misread(tokens[index]) : nil),
        word != tokens[index]
      else { continue }
      repairs.append(
        Repair(from: tokens[index], to: word, why: "gazetteer", probability: 0.95))
      tokens[index] = word
    }
    for index in tokens.indices where index == 0 || tokens[index - 1].hasSuffix(",") {
      guard let word = word(behindForeign: tokens[index]) else { continue }
      repairs.append(Repair(from: tokens[index], to: word, why: "alphabet", probability: 0.97))
      tokens[index] = word
    }
    // A house number opens an address with a capital, which looks like the small letter.
    if tokens.count > 1, tokens[0] == "số" {
      repairs.append(Repair(from: "số", to: "Số", why: "confusable", probability: 0.9))
      tokens[0] = "Số"
    }
    for index in tokens.indices.dropFirst() {
      let core = tokens[index].trimming { ",.;".contains($0) }
      guard ["I", "l", "|", "!", "ì", "Ì", "í"].contains(core),
        words.contains(tokens[index - 1].lowercased())
      else { continue }
      let tail = tokens[index].dropFirst(core.count)
      repairs.append(Repair(from: core, to: "1", why: "confusable", probability: 0.95))
      tokens[index] = "1" + tail
    }
    for index in tokens.indices.dropFirst()
    where words.contains(tokens[index - 1].lowercased()) {
      guard let number = Self.number(meantBy: tokens[index]) else { continue }
      repairs.append(Repair(from: tokens[index], to: number, why: "confusable", probability: 0.95))
      tokens[index] = number
    }
    return (tokens.joined(separator: " "), repairs)
  }

  /// The word that `token` is but for its marks, where it has a letter that Vietnamese lacks: "Äp" is
  /// "Ấp".
  private func word(behindForeign token: String) -> String? {
    guard token.first?.isUppercase == true,
      token.unicodeScalars.contains(where: { $0.properties.isAlphabetic && Letter($0) == nil })
    else { return nil }
    let key = FoldedText.fold(token)
    let meant = words.filter { FoldedText.fold($0) == key }
    return meant.count == 1 ? meant.first.map { Self.cased($0, like: token) } : nil
  }

  /// The number whose first digit was read as another stroke, "J2" for "12"; nil for others: a letter
  /// behind the digits, "2B", tells houses and groups apart.
  private static func number(meantBy token: String) -> String? {
    let core = token.trimming { ",.;".contains($0) }
    let digits = core.dropFirst()
    guard let first = core.first, "JIl|!]".contains(first), !digits.isEmpty,
      digits.allSatisfy(\.isNumber)
    else { return nil }
    return "1" + token.dropFirst()
  }

  /// A numbered word that lost the space before its number, in two: "Tô17".
  private func parted(_ token: String, _ repairs: inout [Repair]) -> [String] {
    guard let digit = token.firstIndex(where: \.isNumber), digit > token.startIndex else {
      return [token]
    }
    let word = String(token[..<digit])
    let number = token[digit...]
    guard word.count > 1, let meant = self.word(meantBy: word),
      number.allSatisfy({ $0.isNumber || ",.;/".contains($0) })
    else { return [token] }
    repairs.append(
      Repair(from: token, to: meant + " " + number, why: "gazetteer", probability: 0.9))
    return [meant, String(number)]
  }

  /// The numbered word that a word is but for marks, or for a letter that was read as a digit; nil
  /// for other words.
  private func word(meantBy token: String) -> String? {
    let lower = token.lowercased()
    if words.contains(lower) { return Self.cased(lower, like: token) }
    guard token.allSatisfy({ $0.isLetter || $0.isNumber }), token.count > 1 else { return nil }
    let bare = lower.strippingMarks()
    let hasDigit = token.contains(where: \.isNumber)
    let alike = words.filter { word in
      let right = word.strippingMarks()
      if !hasDigit { return right == bare }
      return right.count == bare.count
        && zip(right, bare).allSatisfy { $0 == $1 || $1.isNumber }
        && !bare.allSatisfy(\.isNumber)
    }
    guard alike.count == 1, let word = alike.first else { return nil }
    return Self.cased(word, like: token)
  }

  /// The one numbered word from which `token`, which opens a part of an address, differs by a letter:
  /// "lội 5" is "Đội 5".
  private func misread(_ token: String) -> String? {
    guard token.count > 1, token.allSatisfy(\.isLetter) else { return nil }
    let bare = Array(token.lowercased().strippingMarks())
    let near = words.filter { word in
      let right = Array(word.strippingMarks())
      return right.count == bare.count && zip(right, bare).count(where: { $0 != $1 }) == 1
    }
    guard near.count == 1, let word = near.first else { return nil }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func cased(_ word: String, like token: String) -> String {
    let letters = token.filter(\.isLetter)
    if letters.first?.isUppercase == true {
      return word.prefix(1).uppercased() + word.dropFirst()
    }
    return word
  }
}
