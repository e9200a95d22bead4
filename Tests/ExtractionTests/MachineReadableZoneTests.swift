import Documents
import TestSupport
import Testing

@testable import Extraction

/// The zone of ICAO 9303-5 as Vietnamese cards print it.
@Suite struct MachineReadableZoneTests {
  /// An invented person whose five check digits were computed by hand with weights 7, 3, 1.
  static let lines = [
    "IDVNM0901234562001090123456<<3", "9001158M3001156VNM<<<<<<<<<<<0",
    "NGUYEN<<VAN<DUC<<<<<<<<<<<<<<<",
  ]

  @Test func readsAllFields() throws {
    let zone = try #require(MachineReadableZone(Self.lines))
    #expect(zone.isProven)
    #expect(zone.corrections == 0)
    #expect(zone.personalNumber == "001090123456")
    #expect(zone.documentNumber == "090123456")
    #expect(zone.dateOfBirth == "1990-01-15")
    #expect(zone.sex == "male")
    #expect(zone.dateOfExpiry == "2030-01-15")
    #expect(zone.name == "NGUYEN VAN DUC")
  }

  @Test(arguments: [
    ("IDVNMO9O1234562OO1O90123456<<3", "9001158M3001156VNM<<<<<<<<<<<0"),  // O for 0
    ("IDVNM0901234562001090I23456<<3", "900115BM3001156VNM<<<<<<<<<<<0"),  // I for 1, B for 8
    ("IDVNM0901234562001090123456<<3", "9001158M3001156VNM<<<<<<K<<<<0"),  // K for a filler
    ("IDVNM0901234562001090123456<<3", "9001158M3001156VNM<<<<<<<<<<0"),  // a filler too few
    ("I1DVNM0901234562001090123456<<3", "9001158M3001156VNM<<<<<<<<<<<0"),  // a speck before it
    ("IDVNM0901234562001090123456<<3", "9007158M3001156VNM<<<<<<<<<<<0"),  // 7 for 1, by checks
    ("IDVNM0901284562001090123456<<3", "9001158M3001156VNM<<<<<<<<<<<0"),  // 8 for 3, by its twin
  ])
  func correctsWhatCheckDigitsSettle(first: String, second: String) throws {
    let zone = try #require(MachineReadableZone([first, second, Self.lines[2]]))
    #expect(zone.isProven)
    #expect(zone.lines[0] == Self.lines[0])
    #expect(zone.lines[1] == Self.lines[1])
  }

  @Test func leavesAWrongCheckDigitFailed() throws {
    let zone = try #require(
      MachineReadableZone([Self.lines[0], "9102258M3001156VNM<<<<<<<<<<<0", Self.lines[2]]))
    #expect(!zone.isProven)
    #expect(zone.failed.contains(.birth))
  }

  @Test func knowsCardsWithoutExpiry() throws {
    for digits in ["991231", "<<<<<<"] {
      let check = try #require(CheckDigit.digit(over: Array(digits.utf8)))
      let second = "9001158M" + digits + String(UnicodeScalar(check)) + "VNM<<<<<<<<<<<0"
      let zone = try #require(MachineReadableZone([Self.lines[0], second, Self.lines[2]]))
      #expect(zone.dateOfExpiry == "none")
    }
  }

  @Test(arguments: [[], ["", "", ""], ["IDVNM", "9001158M", "NGUYEN"], ["🙂", "<", "ĐỨC"]])
  func refusesWhatIsNoZone(lines: [String]) {
    #expect(MachineReadableZone(lines) == nil)
  }

  @Test(arguments: UInt64(0)..<200)
  func readsWhatIsWrittenAndSurvivesAnything(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let number = (0..<12).map { _ in String(random.below(10)) }.joined()
    func checked(_ text: String) throws -> String {
      let digit = try #require(CheckDigit.digit(over: Array(text.utf8)))
      return text + String(UnicodeScalar(digit))
    }
    let document = try checked(String(number.suffix(9)))
    let optional = try checked(number + "<<")
    let birth = try checked("850" + String(1 + random.below(9)) + "17")
    let expiry = try checked("250" + String(1 + random.below(9)) + "17")
    let composite = try #require(
      CheckDigit.digit(
        over: Array((document + optional + birth + expiry + "<<<<<<<<<<<").utf8)))
    let lines = [
      "IDVNM" + document + optional,
      birth + "F" + expiry + "VNM<<<<<<<<<<<" + String(UnicodeScalar(composite)),
      "LE<<THI<HOA<<<<<<<<<<<<<<<<<<<",
    ]
    let zone = try #require(MachineReadableZone(lines))
    #expect(zone.isProven)
    #expect(zone.personalNumber == number)
    // Any characters at all are read or refused, without a trap.
    let noise = (0..<3).map { _ in random.text(length: 20 + random.below(20)) }
    _ = MachineReadableZone(noise)
    _ = IdentityQR(random.text(length: random.below(80)))
  }
}
