import CorpusDrawing
import Documents
import Testing

@Suite("Machine-readable zones")
struct MachineReadableZoneTests {
  /// ICAO Doc 9303 part 5, the specimen of appendix B: number, birth and expiry of a TD1 card.
  @Test(
    "Check digits are those of the specimen",
    arguments: [("D23145890", "7"), ("740812", "2"), ("120415", "9"), ("<<<<<<<<<", "0")])
  func checkDigits(text: String, digit: String) {
    #expect(MachineReadableZone.checkDigit(text) == digit)
  }

  @Test("A card's zone has three lines of 30 signs that agree with each other")
  func lines() throws {
    let zone = MachineReadableZone(
      personalNumber: "001090123456", birth: try #require(CalendarDate(iso: "1990-01-15")),
      sex: .male, expiry: CalendarDate(iso: "2030-01-15"), name: "Nguyễn Văn Đức")
    #expect(
      zone.lines == [
        "IDVNM0901234562001090123456<<3", "9001158M3001156VNM<<<<<<<<<<<0",
        "NGUYEN<<VAN<DUC<<<<<<<<<<<<<<<",
      ])
  }

  @Test(
    "Names lose their marks and signs",
    arguments: [
      ("H'Hen Niê", "HHEN<<NIE"), ("Y Blŏ Niê", "Y<<BLO<NIE"), ("Đặng Thị Ổi", "DANG<<THI<OI"),
    ])
  func names(name: String, zone: String) throws {
    let lines = MachineReadableZone(
      personalNumber: "001090123456", birth: try #require(CalendarDate(iso: "1990-01-15")),
      sex: .female, expiry: nil, name: name
    ).lines
    #expect(lines[2].hasPrefix(zone + "<"))
    #expect(lines[1].dropFirst(8).hasPrefix("991231"))
    #expect(lines.allSatisfy { $0.utf8.count == 30 })
  }
}
