import Foundation
import Testing

/// `hoso repair` given what is no Vietnamese text, and models that are none.
@Suite struct RepairInputTests {
  private let hoso: Hoso
  private let dictionaries = Hoso.root.appending(path: "dictionaries").path

  init() throws { hoso = try Hoso() }

  private func repair(
    _ bytes: [UInt8], _ options: [String] = [], dictionaries folder: String? = nil
  ) async throws -> Hoso.Ending {
    let file = try hoso.write(bytes, to: "letter.txt")
    return try await hoso.run(
      ["repair", file, "--dictionaries", folder ?? dictionaries] + options)
  }

  static let profiles = ["auto", "stripped", "ocr", "clean"]

  /// Nothing to repair: the text comes out byte by byte.
  @Test(arguments: [
    "", "\n", "\r\n\r\n", " \t \n", "\u{0}\u{0}\n", "12/QĐ-UBND 0912 345 678 15.000.000\n",
    "https://dichvucong.gov.vn/a?b=c&d=e x.y@z.vn\n", "VssID|BHXH|KCB\n",
    "The committee shall meet once a year, and whenever the chair calls for it.\r\n",
    "Приказ о назначении комиссии от 12 марта\n", "第三条 本法自公布之日起施行。\n", "12/2024 BHXH",
  ])
  func leavesAlone(text: String) async throws {
    let ending = try await repair(Array(text.utf8))
    #expect(ending.status == 0)
    #expect(Array(ending.output.utf8) == Array(text.utf8))
    #expect(ending.messages == "")
  }

  @Test(arguments: profiles)
  func lineEndsSpacesAndNULStayWhereTheyAre(profile: String) async throws {
    let text = "Kinh gui:\r\n\t- Bao hiem  xa hoi\u{0}cac huyen;\n\n\u{A0}thanh pho.\r"
    let ending = try await repair(Array(text.utf8), ["--profile", profile])
    #expect(ending.status == 0)
    let kept = { (text: String) in
      text.unicodeScalars.filter { !$0.properties.isAlphabetic && $0.value < 0x300 }
    }
    #expect(kept(ending.output).elementsEqual(kept(text)))
  }

  @Test func bytesThatAreNoUTF8AreRefusedWithTheirPlace() async throws {
    let ending = try await repair(Array("Số 12".utf8) + [0xFF, 0xFE])
    #expect(ending.status == 5)
    #expect(ending.output == "")
    #expect(ending.messages.contains("UTF-8"))
    #expect(ending.messages.contains("letter.txt"))
    #expect(ending.messages.split(separator: "\n").count == 1)
  }

  struct LongLine: Sendable, CustomTestStringConvertible {
    var byte: UInt8
    var count: Int
    var testDescription: String { "\(count) times \(Unicode.Scalar(byte))" }
  }

  /// One word of ten megabytes, and one line of a million signs.
  @Test(arguments: [
    LongLine(byte: UInt8(ascii: "a"), count: 10_000_000),
    LongLine(byte: UInt8(ascii: "-"), count: 1_000_000),
  ])
  func aLineOfMegabytesComesBack(line: LongLine) async throws {
    let ending = try await repair([UInt8](repeating: line.byte, count: line.count))
    #expect(ending.status == 0)
    #expect(ending.output.utf8.count == line.count)
  }

  @Test func aFileThatIsNotThereIsNamed() async throws {
    let ending = try await hoso.run(
      ["repair", hoso.path + "/none.txt", "--dictionaries", dictionaries])
    #expect(ending.status == 5)
    #expect(ending.messages.contains("none.txt"))
  }

  struct Model: Sendable, CustomTestStringConvertible {
    var file: String
    /// Which bytes stay, and what they become.
    var damage: @Sendable ([UInt8]) -> [UInt8]
    var testDescription: String
  }

  @Test(
    arguments: ["language-model.bin", "channel-ocr-eng.bin", "channel-ocr-vie.bin"].flatMap {
      file in
      [
        Model(file: file, damage: { _ in [] }, testDescription: "\(file) empty"),
        Model(file: file, damage: { Array($0.prefix(5)) }, testDescription: "\(file) 5 bytes"),
        Model(
          file: file, damage: { Array($0.prefix($0.count / 2)) },
          testDescription: "\(file) cut short"),
        Model(file: file, damage: { Array($0.dropLast()) }, testDescription: "\(file) less one"),
        Model(
          file: file, damage: { Array("PNG".utf8) + $0.dropFirst(3) },
          testDescription: "\(file) foreign"),
      ]
    })
  func aDamagedModelIsNamedWithTheWayOut(model: Model) async throws {
    let copy = hoso.path + "/dictionaries"
    try FileManager.default.copyItem(atPath: dictionaries, toPath: copy)
    let file = URL(filePath: copy + "/language/" + model.file)
    try Data(model.damage(Array(Data(contentsOf: file)))).write(to: file)
    let ending = try await repair(
      Array("Kinh gui\n".utf8), ["--profile", "ocr"], dictionaries: copy)
    #expect(ending.status == 5)
    #expect(ending.output == "")
    #expect(ending.messages.contains(model.file))
    #expect(ending.messages.split(separator: "\n").count == 1)
  }
}
