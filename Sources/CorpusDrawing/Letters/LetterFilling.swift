import Documents
import Foundation

/// Fills the blanks of wordings: places, numbers, days, people.
struct LetterFilling {
  let words: LetterWords
  private let day: CalendarDate
  private let people: [String]
  private var values: [String: String]

  init(words: LetterWords, day: CalendarDate, person: Person, with random: inout SplitMix64) {
    self.words = words
    self.day = day
    people = [person.name, person.fatherName, person.motherName]
    let home = person.formerResidence
    let province = Address.parts(of: home.province)
    let district = Address.parts(of: home.district ?? home.ward)
    func lower(_ unit: (kind: String, name: String)) -> String {
      "\(unit.kind.lowercased()) \(unit.name)"
    }
    values = [
      "province": lower(province), "PROVINCE": home.province.uppercased(),
      "district": lower(district), "DISTRICT": (home.district ?? home.ward).uppercased(),
      "name": province.name, "year": String(day.year), "later": String(day.year + 5),
      "month": String(day.month ?? 1),
    ]
  }

  subscript(key: String) -> String? {
    get { values[key] }
    set { values[key] = newValue }
  }

  func person(with random: inout SplitMix64) -> String { random.pick(people) }

  /// What a letter is about.
  func subject(with random: inout SplitMix64) -> String {
    let parts = [
      random.pick(words.verbs), random.pick(words.topics), random.pick(words.scopes),
    ]
    return filled(parts.filter { !$0.isEmpty }.joined(separator: " "), with: &random)
  }

  /// Different ones of `choices`, filled in.
  func several(
    _ choices: [String], count: Int, with random: inout SplitMix64
  ) -> [String] {
    var rest = choices
    var picked: [String] = []
    while picked.count < count, !rest.isEmpty {
      let choice = random.pick(rest)
      rest.removeAll { $0 == choice }
      picked.append(filled(choice, with: &random))
    }
    return picked
  }

  /// A table of a heading and some rows of numbers.
  func table(with random: inout SplitMix64) -> [[String]] {
    let rows = (1...random.whole(2...5)).map { number in
      [
        "\(number)", random.pick(words.topics), "\(random.whole(10...9999))",
        "\(random.whole(10...99)),\(random.whole(0...9))",
      ]
    }
    return [["STT", "Nội dung", "Số lượng", "Tỷ lệ"]] + rows
  }

  /// `wording` with its blanks filled.
  func filled(_ wording: String, with random: inout SplitMix64) -> String {
    var text = ""
    var rest = wording[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      text += value(String(rest[rest.index(after: open)..<close]), with: &random)
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    // A wording that begins with an office begins with a capital all the same.
    return text
  }

  private func value(_ key: String, with random: inout SplitMix64) -> String {
    switch key {
    case "topic": random.pick(words.topics)
    case "verb": random.pick(words.verbs)
    case "type": "văn bản"
    case "person": random.pick(people)
    case "number": String(random.whole(12...4999))
    case "days": String(random.whole(3...15))
    case "daynumber": String(random.whole(10...25))
    case "share": "\(random.whole(51...99)),\(random.whole(0...9))"
    case "amount": "\(random.whole(1...950)).\(random.digits(3)).000"
    case "phone": "0\(random.digits(9))"
    case "mail": "vanthu\(random.digits(2))@example.vn"
    case "decree": "\(random.whole(10...180))/\(day.year - 1)/NĐ-CP"
    case "reference":
      "\(random.whole(100...4999))/\(random.pick(["KH-BHXH", "BHXH-BT", "UBND-VX", "QĐ-UBND"]))"
    case "day": dayText(with: &random)
    default: values[key] ?? ""
    }
  }

  private func dayText(with random: inout SplitMix64) -> String {
    let day = PersonMaker.day(self.day.year, random.whole(1...12), random.whole(1...28))
    let (month, date) = (day.month ?? 1, day.day ?? 1)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return random.chance(0.5)
      ? "\(padded(date))/\(month)/\(day.year)"
      : "\(padded(date)) tháng \(month) năm \(day.year)"
  }
}
