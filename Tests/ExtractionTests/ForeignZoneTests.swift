import Documents
import Testing

@testable import Extraction

/// Zones of passports and of other countries' cards are told from our own, misread or not.
@Suite struct ForeignZoneTests {
  private static let own = [
    "IDVNM0901234562001090123456<<3", "9001158M3001156VNM<<<<<<<<<<<0",
    "NGUYEN<<VAN<DUC<<<<<<<<<<<<<<<",
  ]

  @Test(arguments: [
    // ICAO 9303's own specimens, a passport and a card.
    [
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
      "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ],
    [
      "I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
      "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    ],
    [
      "P<VNMNGUYEN<<VAN<DUC<<<<<<<<<<<<<<<<<<<<<<<<",
      "B1234567<8VNM9001158M3001156090123456<<<<<04",
    ],
  ])
  func refusesOthers(lines: [String]) { #expect(ForeignZone.isForeign(lines)) }

  @Test func acceptsOurs() {
    #expect(!ForeignZone.isForeign(Self.own))
    #expect(!ForeignZone.isForeign([]))
    var misread = Self.own
    misread[0].replaceSubrange(
      misread[0].startIndex..<misread[0].index(misread[0].startIndex, offsetBy: 5), with: "1DVHH")
    #expect(!ForeignZone.isForeign(misread))
  }

  @Test func saysSoOfARegion() {
    let box = PixelBox(x: 0, y: 0, width: 900, height: 30)
    let lines = ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", Self.own[2]]
    let region = RegionReading(
      shape: .card, width: 1280, height: 807,
      machineReadableLines: lines.map { text in
        TextLine(box: box, words: [TextWord(text: text, box: box, confidence: 1)])
      },
      codes: [CodeReading(symbology: .qr, text: "https://example.org/", box: box)])
    let witnesses = CodeWitnesses(region)
    #expect(witnesses.zone == nil)
    #expect(witnesses.findings.map(\.code) == [.mrzForeign, .codeForeign])
  }

  @Test(arguments: [
    "https://example.org/a|b|c|d|e|f|g", "001203004567|Nguyễn Thị Ánh|01012003|Nữ|Hà Nội",
    "12345678901234", "001203004567|123456789|Nguyễn Thị Ánh|01/01/2003|Nữ|Hà Nội|10/05/2021",
  ])
  func takesNoValueFromOtherCodes(payload: String) { #expect(IdentityQR(payload) == nil) }
}
