import DictionaryReview
import Foundation
import TestSupport
import Testing

@Suite struct DictionaryReviewTests {
  private static let dictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../dictionaries").standardizedFileURL

  private static func defects(in folder: URL) throws -> [String] {
    try DictionaryReview(of: DictionaryFolder(at: folder)).defects().map(\.description)
  }

  @Test func theCommittedDictionariesHaveNoDefect() throws {
    let folder = try DictionaryFolder(at: Self.dictionaries)
    #expect(DictionaryReview(of: folder).fileCount > 40)
    #expect(try Self.defects(in: Self.dictionaries) == [])
  }

  @Test func modelsThatAreCutShortOrTooLargeAreDefects() throws {
    let folder = try TemporaryFolder()
    let copy = URL(filePath: folder.path).appending(path: "dictionaries")
    try FileManager.default.copyItem(at: Self.dictionaries, to: copy)
    let channel = copy.appending(path: "language/channel-ocr-eng.bin")
    try Data(Data(contentsOf: channel).dropLast()).write(to: channel)
    try Data(count: 20_000_000).write(to: copy.appending(path: "language/more.bin"))
    let defects = try Self.defects(in: copy)
    #expect(defects.contains { $0.hasPrefix("language/channel-ocr-eng.bin: ") })
    #expect(defects.contains { $0.hasPrefix("language: ") && $0.contains("more than 20000000") })
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    var file: String
    /// What is put in the place of what stands in the file.
    var replacing: String
    var with: String
    /// What one of the defects says.
    var defect: String
    var testDescription: String { defect }
  }

  /// What a defect of each kind looks like, made in a copy of the committed files.
  @Test(arguments: [
    Damage(
      file: "units/wards.tsv", replacing: "00008\tPhường Ngọc Hà\t01",
      with: "00008\tPhường Ngọc Hà\t77", defect: "units/wards.tsv:6: province '77' is not known"),
    Damage(
      file: "units/wards.tsv", replacing: "00008\tPhường Ngọc Hà\t01",
      with: "00004\tPhường Ngọc Hà\t01",
      defect: "units/wards.tsv:6: the same code as line 5"),
    Damage(
      file: "units/wards.tsv", replacing: "00008\tPhường Ngọc Hà\t01",
      with: "00008\tPhường Ngọc Hà",
      defect: "units/wards.tsv:6: expected 3 columns, found 2"),
    Damage(
      file: "units/wards.tsv", replacing: "code\tname\tprovince", with: "code\tprovince\tname",
      defect: "units/wards.tsv:4: expected the columns code name province"),
    Damage(
      file: "lists/sexes.tsv", replacing: "# Source", with: "# From",
      defect: "lists/sexes.tsv:1: no '# Source' line"),
    Damage(
      file: "lists/sexes.tsv", replacing: "male\tNam\tM\n", with: "male\t Nam\tM\n",
      defect: "lists/sexes.tsv:4: printed has a space too many"),
    Damage(
      file: "lists/sexes.tsv", replacing: "Nữ", with: "Nu\u{31B}\u{303}",
      defect: "lists/sexes.tsv:5: it is not in NFC"),
    Damage(
      file: "lists/sexes.tsv", replacing: "male\tNam\tM\n", with: "male\tNam\tM\r\n",
      defect: "lists/sexes.tsv:4: it holds a carriage return"),
    Damage(
      file: "lists/name-syllables.tsv", replacing: "an\tboth", with: "an\tanywhere",
      defect: "lists/name-syllables.tsv:5: place 'anywhere' is none of middle, given, both"),
    Damage(
      file: "names/given-names.tsv", replacing: "Anh\tmale\tgiven\t4",
      with: "Anh\tmale\tgiven\tfour",
      defect: "names/given-names.tsv:5: weight 'four' is not a number"),
    Damage(
      file: "reasons.json", replacing: "\"file.empty\"", with: "\"file.hollow\"",
      defect: "no program gives the reason 'file.hollow'"),
    Damage(
      file: "reasons.json", replacing: "\"file.empty\"", with: "\"file.hollow\"",
      defect: "no sentences for the reason 'file.empty'"),
    Damage(
      file: "rules.json", replacing: "\"version\": \"888\"", with: "\"version\": \"889\"",
      defect: "no layout is of the form 'form-602b 889'"),
    Damage(
      file: "layouts/official-letter.json", replacing: "\"id\": \"official-letter\"",
      with: "\"id\": \"letter\"",
      defect: "layouts/official-letter.json:3: the id 'letter' is not the file's name"),
    Damage(
      file: "layouts/official-letter.json", replacing: "\"kind\": \"official-letter\"",
      with: "\"kind\": \"postcard\"",
      defect: "layouts/official-letter.json:4: there is no kind 'postcard'"),
    Damage(
      file: "calibration.json", replacing: "\"cmnd-12 issuer\"", with: "\"cmnd-13 issuer\"",
      defect: "no layout has the field 'cmnd-13 issuer'"),
    Damage(
      file: "calibration.json", replacing: "\"placeOfOrigin\"", with: "\"placeOfDeparture\"",
      defect: "no layout has the field 'placeOfDeparture'"),
    Damage(
      file: "schema.json", replacing: "\"lists/sexes.tsv\"", with: "\"lists/genders.tsv\"",
      defect: "lists/sexes.tsv: schema.json does not describe it"),
    Damage(
      file: "schema.json", replacing: "\"lists/sexes.tsv\"", with: "\"lists/genders.tsv\"",
      defect: "lists/genders.tsv: the schema names it, but it is not there"),
    Damage(
      file: "rules.json", replacing: "{", with: "", defect: "rules.json: it is not a JSON object"),
  ])
  func findsEachKindOfDefect(_ damage: Damage) throws {
    let folder = try TemporaryFolder()
    let copy = URL(filePath: folder.path).appending(path: "dictionaries")
    try FileManager.default.copyItem(at: Self.dictionaries, to: copy)
    let file = copy.appending(path: damage.file)
    let text = try String(contentsOf: file, encoding: .utf8)
    let place = try #require(text.range(of: damage.replacing))
    try Data(text.replacingCharacters(in: place, with: damage.with).utf8).write(to: file)
    let defects = try Self.defects(in: copy)
    #expect(defects.contains { $0.contains(damage.defect) }, "\(defects)")
  }

  @Test func bytesThatAreNoTextAreADefect() throws {
    let folder = try TemporaryFolder()
    let copy = URL(filePath: folder.path).appending(path: "dictionaries")
    try FileManager.default.copyItem(at: Self.dictionaries, to: copy)
    try Data([0xFF, 0xFE, 0x00]).write(to: copy.appending(path: "lists/sexes.tsv"))
    #expect(try Self.defects(in: copy).contains("lists/sexes.tsv: it is not UTF-8"))
  }
}
