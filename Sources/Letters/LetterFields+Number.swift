internal import Documents

/// Writes the number of a letter, whose symbol the office, the title and the list of copies vouch for.
extension LetterFields {
  /// Writes the number that `head` says, or that there is none that could be read.
  func writeNumber(_ head: LetterHead, into letter: inout Letter) {
    guard let (passage, reading) = head.number else { return }
    switch reading {
    case .value(var number):
      let others = passage.alternatives.compactMap {
        LetterNumber(Passage(page: passage.page, words: $0))?.reading
      }
      var isRepaired = false
      if let abbreviation = head.type?.abbreviation, !abbreviation.isEmpty {
        (number, isRepaired) = SymbolRepair.repaired(number, expecting: abbreviation)
        if source(of: [passage]) == .ocr,
          SymbolRepair.isCut(number, expecting: abbreviation)
        {
          letter.fields[.letterNumber] = blank(passage)
          return
        }
      }
      if source(of: [passage]) == .ocr {
        let names = officeInitials(head)
        guard let whole = whole(number, or: others, by: names) else {
          letter.fields[.letterNumber] = blank(passage)
          return
        }
        let office = head.issuer.flatMap { $0.words.compactMap(\.text.first) }.filter(\.isLetter)
        let marked = SymbolRepair.marked(whole, like: [String(office).uppercased()])
        let settled = names.repaired(marked, others: symbols) ?? marked
        isRepaired = isRepaired || settled != number
        number = settled
      }
      var field = field(.text(number), of: [passage])
      agree(others.map { $0 == reading }, on: &field)
      field.evidence.lexicon = isRepaired ? .corrected : .none
      field.evidence.isWellFormed = number.contains("/")
      letter.fields[.letterNumber] = field
    case .blank:
      letter.fields[.letterNumber] = blank(passage)
      letter.blankFields.insert(.letterNumber)
    case .unreadable: letter.fields[.letterNumber] = blank(passage)
    }
  }

  /// The symbols that are right as they stand: of departments, and of kinds of documents.
  private var symbols: Set<String> { lexicon.departments.union(lexicon.types.map(\.abbreviation)) }

  /// The initials of the office that `head` names.
  private func officeInitials(_ head: LetterHead) -> OfficeInitials {
    OfficeInitials(of: repaired(head.issuer), terms: lexicon.terms)
  }

  /// `number`, or the one of `others` with the same digits where its own symbol breaks off; nil where
  /// all of them do.
  private func whole(
    _ number: String, or others: [LetterNumber.Reading], by office: OfficeInitials
  ) -> String? {
    guard office.isBrokenOff(number, others: symbols) else { return number }
    let digits = number.prefix { $0 != "/" }
    return others.lazy.compactMap { reading in
      guard case .value(let other) = reading, other.prefix(while: { $0 != "/" }) == digits,
        !office.isBrokenOff(other, others: symbols), other.contains("/")
      else { return nil }
      return other
    }.first
  }

  /// Puts right what the symbol of a number lost, by the department that files the letter: its hyphen, or
  /// letters.
  func repairNumber(of letter: inout Letter) {
    guard let number = letter.text(.letterNumber),
      letter.fields[.letterNumber]?.sources.contains(.ocr) == true
    else { return }
    let filing = letter.list(.distribution).last { $0.hasPrefix("Lưu") } ?? ""
    let departments = filing.split { " ,:".contains($0) }.map(String.init)
    let office = OfficeInitials(
      of: letter.text(.issuer)?.split(separator: " ").map(String.init) ?? [], terms: lexicon.terms)
    guard
      let repaired = SymbolRepair.parted(number, before: departments)
        ?? SymbolRepair.repaired(
          number, filedBy: departments, among: lexicon.departments,
          others: symbols.union(office.known))
    else { return }
    letter.fields[.letterNumber]?.value = .text(repaired)
    letter.fields[.letterNumber]?.evidence.lexicon = .corrected
  }
}
