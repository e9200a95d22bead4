import Documents
import Foundation

/// Invents letters: an office, a number, what it is about, whom it is for and who signed.
package struct LetterWriter {
  let words: LetterWords
  let people: PersonMaker

  /// A writer with wordings and people.
  package init(words: LetterWords, people: PersonMaker) {
    self.words = words
    self.people = people
  }

  /// An invented letter, with so many `paragraphs` in its body where that is asked.
  package func letter(
    paragraphs: Int? = nil, with random: inout SplitMix64
  ) throws -> LetterContent {
    let day = PersonMaker.day(
      random.whole(2006...2025), random.whole(1...12), random.whole(1...28))
    let person = try people.person(bornIn: 1960...1990, with: &random)
    let home = person.formerResidence
    var letter = LetterContent(day: day)
    let office = random.pick(words.offices)
    var filling = LetterFilling(words: words, day: day, person: person, with: &random)
    filling["boss"] = filling.filled(office.boss, with: &random)
    filling["parent"] = filling["boss"]
    filling["self"] = filling.filled(office.`self`, with: &random)
    letter.parent = office.parent.map { filling.filled($0, with: &random) }
    letter.issuer = office.issuer.map { filling.filled($0, with: &random) }
    letter.place =
      Address.parts(of: random.chance(0.7) ? home.province : home.district ?? home.ward)
      .name
    letter.isDraft = random.chance(0.07)
    let number = String(random.whole(1...random.pick([99, 999, 9999])))
    letter.number = letter.isDraft ? nil : number.count == 1 ? "0" + number : number
    letter.isFilledByHand = !letter.isDraft && random.chance(0.08)
    let isNamed = random.chance(0.45)
    let type = random.pick(words.types)
    let department = random.pick(words.departments)
    letter.subject = filling.subject(with: &random)
    filling["subject"] = letter.subject
    if isNamed {
      letter.type = type[0]
      letter.titleLabel = random.pick(["Về việc ", "V/v ", ""])
      if letter.titleLabel.isEmpty {
        letter.subject = letter.subject.prefix(1).uppercased() + letter.subject.dropFirst()
      }
      letter.symbol = "\(type[1])-\(office.symbol)"
    } else {
      letter.symbol = "\(office.symbol)-\(department[0])"
    }
    if !isNamed || ["tờ trình", "báo cáo"].contains(type[0]) {
      let count = random.pick([1, 1, 1, 2, 3])
      letter.recipients = filling.several(words.recipients, count: count, with: &random)
    }
    write(
      &letter,
      isDecision: paragraphs == nil && isNamed && ["quyết định", "chỉ thị"].contains(type[0]),
      paragraphs: paragraphs, filling: filling, with: &random)
    sign(&letter, office: office, filling: filling, with: &random)
    letter.distribution = filling.several(
      words.distribution, count: random.whole(1...6), with: &random)
    letter.distribution.append("Lưu: VT, \(department[0])")
    if random.chance(0.15) { letter.typist = "\(department[0]).\(random.whole(2...9))b" }
    return letter
  }

  private func write(
    _ letter: inout LetterContent, isDecision: Bool, paragraphs: Int?, filling: LetterFilling,
    with random: inout SplitMix64
  ) {
    if isDecision {
      let count = random.whole(2...4)
      letter.bases = count
      letter.body = filling.several(words.bases, count: count, with: &random)
      letter.decider = "\(letter.type?.uppercased() ?? ""):"
      for (index, article) in words.articles.enumerated() {
        var text = filling.filled(article, with: &random)
        if index == 0 {
          let sentence = filling.filled(random.pick(words.sentences), with: &random)
          text += " " + sentence
        }
        letter.body.append("Điều \(index + 1). \(text)")
      }
      return
    }
    letter.body = [filling.filled(random.pick(words.openings), with: &random)]
    let count = paragraphs ?? random.pick([2, 3, 4, 6, 9])
    for index in 0..<count {
      let sentences = filling.several(words.sentences, count: random.whole(1...3), with: &random)
      let mark = random.pick(["\(index + 1). ", "\(index + 1). ", "- ", ""])
      letter.body.append(mark + sentences.joined(separator: " "))
    }
    letter.body.append(filling.filled(random.pick(words.closings), with: &random))
    if random.chance(0.15) { letter.table = filling.table(with: &random) }
    if random.chance(0.08) {
      letter.annex = filling.several(words.sentences, count: 5, with: &random)
    }
    if random.chance(0.15) {
      letter.stamps = [random.pick(["HỎA TỐC", "KHẨN", "THƯỢNG KHẨN"])]
    }
  }

  private func sign(
    _ letter: inout LetterContent, office: LetterWords.Office, filling: LetterFilling,
    with random: inout SplitMix64
  ) {
    letter.signer = filling.person(with: &random)
    if random.chance(0.06) {
      letter.signer = random.pick(["ThS. ", "TS. ", "BS. "]) + letter.signer
    }
    let dot = random.chance(0.85) ? ". " : "."
    let head = office.head
    let deputy = "PHÓ \(head)"
    switch random.whole(0...9) {
    case 0...2: letter.titles = [head]
    case 3...6: letter.titles = ["KT\(dot)\(head)", deputy]
    case 7:
      letter.titles = [
        "TL\(dot)\(head)", random.pick(["CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG NGHIỆP VỤ"]),
      ]
    case 8 where random.chance(0.4):
      letter.titles = ["TL\(dot)\(head)", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]
    case 8: letter.titles = ["TUQ\(dot)\(head)", "TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ"]
    default: letter.titles = ["Q\(dot)\(head)"]
    }
    if let body = office.body {
      if letter.titles.count == 1, random.chance(0.8) {
        letter.titles = ["TM\(dot)\(body)", head]
      } else if letter.titles[0].hasPrefix("KT"), random.chance(0.7) {
        letter.titles = ["TM\(dot)\(body)", "KT\(dot)\(head)", deputy]
      }
    }
  }
}
