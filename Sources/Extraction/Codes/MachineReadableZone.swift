import Documents
import Foundation

/// A machine-readable zone of the size TD1 (ICAO 9303-5), as Vietnamese cards carry it.
package struct MachineReadableZone: Hashable, Sendable {
  /// The check digits that a zone holds.
  package enum Check: String, CaseIterable, Sendable {
    case documentNumber, optionalData, birth, expiry, composite
  }

  /// The three lines of thirty characters, after correction.
  package let lines: [String]
  /// The checks that do not hold.
  package let failed: Set<Check>
  /// How many characters were changed to make the checks hold.
  package let corrections: Int

  /// Reads three lines; nil when they are not three lines of nearly thirty characters.
  ///
  /// Characters that OCR-B is known to confuse are exchanged only where a check digit then holds,
  /// and only when that can be done in one way.
  package init?(_ raw: [String]) {
    guard raw.count == 3 else { return nil }
    var rows: [[UInt8]] = []
    for (index, line) in raw.enumerated() {
      let text = index == 0 ? Self.withoutHeadSpecks(line) : line
      guard let row = Self.cleaned(text, isName: index == 2) else { return nil }
      rows.append(row)
    }
    // A zone of another country, or no zone at all, is not bent into one of ours.
    guard zip(rows[0], Self.firstPattern).prefix(5).count(where: ==) >= 3 else { return nil }
    var one = OCRBCorrection.settled(rows[0], pattern: Self.firstPattern)
    var two = OCRBCorrection.settled(rows[1], pattern: Self.secondPattern)
    let three = OCRBCorrection.settledName(rows[2])
    if let corrected = Self.corrected(one, two) { (one, two) = corrected }
    var failed: Set<Check> = []
    func demand(_ check: Check, _ data: [UInt8], _ digit: UInt8) {
      if CheckDigit.digit(over: data) != digit { failed.insert(check) }
    }
    demand(.documentNumber, Array(one[5..<14]), one[14])
    demand(.optionalData, Array(one[15..<29]), one[29])
    demand(.birth, Array(two[0..<6]), two[6])
    demand(.expiry, Array(two[8..<14]), two[14])
    demand(
      .composite, Array(one[5..<30]) + two[0..<7] + two[8..<15] + two[18..<29], two[29])
    lines = [one, two, three].map { String(decoding: $0, as: UTF8.self) }
    self.failed = failed
    corrections = zip(rows[0] + rows[1], one + two).count(where: !=)
  }

  /// Whether all five check digits hold.
  package var isProven: Bool { failed.isEmpty }

  /// The twelve digits of the person's number; nil when they are not digits.
  package var personalNumber: String? {
    let number = slice(0, 15..<27)
    return number.utf8.allSatisfy(Self.isDigit) ? number : nil
  }

  /// The last nine digits of the number, which stand first.
  package var documentNumber: String { slice(0, 5..<14) }

  /// The date of birth as yyyy-mm-dd, its century from the person's number.
  package var dateOfBirth: String? {
    guard let number = personalNumber, let digit = number.utf8.dropFirst(3).first else {
      return nil
    }
    let century = 19 + Int(digit - 0x30) / 2
    return Self.date(slice(1, 0..<6), century: century)
  }

  /// The sex as the contract writes it.
  package var sex: String? {
    switch slice(1, 7..<8) {
    case "M": "male"
    case "F": "female"
    default: nil
    }
  }

  /// The date of expiry as yyyy-mm-dd, `none` for a card without one; nil when it is no date.
  package var dateOfExpiry: String? {
    let digits = slice(1, 8..<14)
    if digits == "991231" || digits == "<<<<<<" { return "none" }
    return Self.date(digits, century: 20)
  }

  /// The name without marks, its parts joined by spaces.
  package var name: String {
    lines[2].split(separator: "<").joined(separator: " ")
  }

  private func slice(_ line: Int, _ range: Range<Int>) -> String {
    String(decoding: Array(lines[line].utf8)[range], as: UTF8.self)
  }

  private static func date(_ digits: String, century: Int) -> String? {
    guard digits.utf8.count == 6, let number = Int(digits) else { return nil }
    let date = DateReading(
      year: century * 100 + number / 10000, month: number / 100 % 100, day: number % 100)
    return date.date?.description
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The one pair of lines near these for which every check holds and the two prints of the number
  /// agree; nil when there is none or more than one.
  private static func corrected(_ one: [UInt8], _ two: [UInt8]) -> ([UInt8], [UInt8])? {
    var numbers = OCRBCorrection.readings(of: Array(one[5..<15]))
    var options = OCRBCorrection.readings(of: Array(one[15..<30]))
    // The number is printed twice: where one print is proved, it stands for the other.
    if numbers.count == 1, numbers[0] == Array(one[5..<15]) {
      var copied = Array(one[15..<30])
      copied.replaceSubrange(3..<12, with: numbers[0].prefix(9))
      options += OCRBCorrection.readings(of: copied)
    }
    if options.count == 1, options[0] == Array(one[15..<30]) {
      let copied = Array(options[0][3..<12]) + [one[14]]
      numbers += OCRBCorrection.readings(of: copied)
    }
    let births = OCRBCorrection.readings(of: Array(two[0..<7]))
    let expiries = OCRBCorrection.readings(of: Array(two[8..<15]))
    var found: Set<[UInt8]> = []
    for number in numbers {
      for option in options where option[3..<12] == number[0..<9] {
        for birth in births {
          for expiry in expiries {
            let checked: [UInt8] = [number, option, birth, expiry, Array(two[18..<29])].flatMap(
              \.self)
            guard CheckDigit.digit(over: checked) == two[29] else { continue }
            let head: [UInt8] = Array(one[0..<5])
            let middle: [UInt8] = [two[7]]
            let tail: [UInt8] = Array(two[15..<30])
            found.insert([head, number, option, birth, middle, expiry, tail].flatMap(\.self))
          }
        }
      }
    }
    guard found.count == 1, let lines = found.first else { return nil }
    return (Array(lines[0..<30]), Array(lines[30..<60]))
  }

  /// The plan of a line, see `OCRBCorrection.settled`.
  private static let firstPattern =
    Array("IDVNM".utf8) + [UInt8](repeating: 0x64, count: 22) + Array("<<d".utf8)
  private static let secondPattern = Array("nnnnnndsnnnnnnnVNM<<<<<<<<<<<d".utf8)

  /// The line in its alphabet with exactly thirty characters; nil when it is too far from that.
  private static func cleaned(_ line: String, isName: Bool) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in line.unicodeScalars {
      switch scalar {
      case "A"..."Z", "0"..."9", "<": bytes.append(UInt8(scalar.value))
      case "a"..."z": bytes.append(UInt8(scalar.value) - 0x20)
      case "«", "‹", "(", "[", "{", "≤": bytes.append(UInt8(ascii: "<"))
      case " ", "\t": continue
      default: bytes.append(UInt8(ascii: "<"))
      }
    }
    guard (26...36).contains(bytes.count) else { return nil }
    let filler = UInt8(ascii: "<")
    if isName {
      while bytes.count > 30, bytes.last == filler { bytes.removeLast() }
      while bytes.count < 30 { bytes.append(filler) }
      return Array(bytes.prefix(30))
    }
    // Runs of fillers are miscounted before anything else is: the last character is a check digit.
    while bytes.count > 30 || bytes.count < 30 {
      guard let run = longestRun(of: filler, in: bytes) else { return nil }
      if bytes.count > 30 {
        bytes.remove(at: run.lowerBound)
      } else {
        bytes.insert(filler, at: run.lowerBound)
      }
    }
    return bytes
  }

  /// The first line without what was read before its `ID`, a speck or a letter read twice.
  private static func withoutHeadSpecks(_ line: String) -> String {
    guard let country = line.range(of: "VNM") else { return line }
    let head = line[..<country.lowerBound]
    return head.count > 2 ? "ID" + line[country.lowerBound...] : line
  }

  private static func longestRun(of byte: UInt8, in bytes: [UInt8]) -> Range<Int>? {
    var best: Range<Int>?
    var start = 0
    for index in 0...bytes.count {
      if index < bytes.count, bytes[index] == byte { continue }
      if index > start, index - start > (best?.count ?? 0) { best = start..<index }
      start = index + 1
    }
    return best
  }
}
