import Foundation
import Testing
import VietnameseText

/// All 67 accented letters, in two cases.
private let accented =
  "áàảãạâấầẩẫậăắằẳẵặéèẻẽẹêếềểễệóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựíìỉĩịýỳỷỹỵđ"

@Suite struct LegacyLettersTests {
  private static let dictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../dictionaries").standardizedFileURL.path

  private static let encodings: [LegacyEncoding] = [
    .tcvn3, .vni, .viscii, .vps, .viqr, .windows1258,
  ]

  @Test(arguments: encodings)
  func everyLetterHasAForm(in encoding: LegacyEncoding) throws {
    let letters = try LegacyLetters(dictionaries: Self.dictionaries)
    let both = accented + accented.uppercased()
    #expect(both.unicodeScalars.count == 134)
    var forms: Set<String> = []
    for letter in both { forms.insert(letters.shown(String(letter), in: encoding)) }
    // VPS gives fourteen capitals the codes of their small letters.
    #expect(forms.count == (encoding == .vps ? 120 : 134))
  }

  /// A syllable with the letter, which alone would show no encoding.
  private static func syllable(with letter: Character) -> String {
    switch String(letter).strippingMarks() {
    case "d": "\(letter)i"
    case "y": "qu\(letter)"
    default: "t\(letter)n"
    }
  }

  @Test(arguments: encodings)
  func everyLetterComesBack(from encoding: LegacyEncoding) throws {
    let letters = try LegacyLetters(dictionaries: Self.dictionaries)
    let models = try RepairModels(directory: Self.dictionaries + "/language")
    let recognizer = EncodingRecognizer(letters: letters, model: models.language)
    for letter in accented {
      let word = Self.syllable(with: letter)
      let text = "Điều kiện hưởng chế độ được quy định tại khoản \(word) của luật này"
      for line in [text, text.uppercased()] {
        let converted = recognizer.converted(Array(letters.shown(line, in: encoding).utf8))
        #expect(String(decoding: converted.text, as: UTF8.self) == line)
        #expect(converted.paragraphs.first?.encoding == encoding)
      }
    }
  }

  /// Where the C library knows an encoding the table says the same.
  @Test(arguments: [
    (LegacyEncoding.tcvn3, "TCVN"), (.viscii, "VISCII"), (.windows1258, "CP1258"),
  ])
  func theTableAgreesWithIconv(encoding: LegacyEncoding, name: String) throws {
    let table = try String(
      contentsOfFile: Self.dictionaries + "/encodings/letters.tsv", encoding: .utf8)
    let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t") }
    let column = try #require([LegacyEncoding.tcvn3: 1, .viscii: 2, .windows1258: 3][encoding])
    let bytes = rows.flatMap { row in
      row[column].split(separator: " ").compactMap { UInt8($0, radix: 16) } + [0x0A]
    }
    let read = try Self.iconv(bytes, from: name)
    #expect(read.normalized() == rows.map { $0[0] + "\n" }.joined())
  }

  private static func iconv(_ bytes: [UInt8], from encoding: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["iconv", "-f", encoding, "-t", "UTF-8"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
