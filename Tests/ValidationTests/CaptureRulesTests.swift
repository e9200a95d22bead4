import Documents
import Testing
import Validation

/// What a new capture would cure is said, and only that.
@Suite struct CaptureRulesTests {
  private static let flawless = CaptureQuality(
    textHeight: 16, sharpness: 1, edgeWidth: 1.8, contrast: 0.9, brightness: 0.9, colour: 0.4,
    midtones: 0.15)

  private func codes(
    _ quality: CaptureQuality, shape: RegionReading.Shape = .card, lines: [TextLine] = [],
    fields: [FieldKey: Field] = [:], required: Set<FieldKey> = [],
    kind: DocumentKind = .cccdChip
  ) throws -> [Finding] {
    let limits = try CaptureLimits(directory: Dictionaries.directory)
    let region = RegionReading(
      shape: shape, width: 1280, height: 807, lines: lines, quality: quality)
    return CaptureRules(limits: limits).findings(
      region, kind: kind, fields: fields, required: required)
  }

  private func changed(_ change: (inout CaptureQuality) -> Void) -> CaptureQuality {
    var quality = Self.flawless
    change(&quality)
    return quality
  }

  @Test func isSilentAboutGoodCaptures() throws {
    #expect(try codes(Self.flawless).isEmpty)
    #expect(try codes(CaptureQuality(textHeight: 12)).isEmpty)
    // A scan without colours is no copy.
    #expect(try codes(changed { $0.colour = 0 }).isEmpty)
  }

  @Test func namesWhatIsWrongWithTheWhole() throws {
    #expect(try codes(changed { $0.edgeWidth = 8 }).map(\.code) == [.captureBlurred])
    #expect(try codes(changed { $0.textHeight = 3 }).map(\.code) == [.captureTooSmall])
    #expect(try codes(changed { $0.brightness = 0.1 }).map(\.code) == [.captureTooDark])
    #expect(try codes(changed { $0.isCutOff = true }).map(\.code) == [.captureCutOff])
    #expect(try codes(changed { $0.screenPattern = 4 }).map(\.code) == [.captureScreen])
    let copy = changed {
      $0.colour = 0
      $0.midtones = 0.02
    }
    #expect(try codes(copy).map(\.code) == [.capturePhotocopy])
    // Paper is whiter than a card's ground, and a print's dots make a pattern.
    for change in [
      { $0.brightness = 0.97 }, { $0.screenPattern = 3 },
    ] as [(inout CaptureQuality) -> Void] {
      var copy = changed { $0.colour = 0 }
      change(&copy)
      #expect(try codes(copy).map(\.code) == [.capturePhotocopy])
    }
  }

  private static func field(_ sources: [FieldSource], x: Int, y: Int) -> Field {
    Field(value: "A", sources: sources, box: PixelBox(x: x, y: y, width: 300, height: 40))
  }

  @Test func namesTheFieldsUnderGlare() throws {
    let quality = changed { $0.burntAreas = [PixelBox(x: 400, y: 300, width: 200, height: 100)] }
    let under = Self.field([.ocr], x: 420, y: 320)
    let beside = Self.field([.ocr], x: 420, y: 620)
    let coded = Self.field([.qr, .ocr], x: 420, y: 360)
    #expect(
      try codes(quality, fields: [.fullName: under, .sex: beside, .personalNumber: coded])
        == [Finding(.captureGlare, field: .fullName)])
    #expect(try codes(quality, fields: [.sex: beside]).isEmpty)
    #expect(
      try codes(quality, fields: [.sex: beside], required: [.sex, .fullName])
        == [Finding(.captureGlare, field: .fullName)])
    // White paper is no glare.
    let sheet = try codes(quality, shape: .sheet, required: [.fullName], kind: .form01)
    #expect(sheet.isEmpty)
  }

  /// What was read well and would be none without a part of it lost nothing to glare.
  @Test func glareTookNothingOfWhatIsSurelyWhole() throws {
    let quality = changed { $0.burntAreas = [PixelBox(x: 400, y: 300, width: 200, height: 100)] }
    func field(
      _ engine: Double, _ lexicon: Evidence.Lexicon, _ measures: [Evidence.Measure: Double]
    ) -> Field {
      var field = Self.field([.ocr], x: 420, y: 320)
      field.evidence = Evidence(
        engineConfidence: engine, witnesses: [.ocr], lexicon: lexicon, isWellFormed: true)
      field.evidence.measures = measures
      return field
    }
    let date = field(0.93, .none, [.agreement: 2])
    let place = field(0.93, .exact, [.agreement: 3, .freeLetters: 0, .lacks: 0])
    #expect(try codes(quality, fields: [.dateOfBirth: date]).isEmpty)
    #expect(try codes(quality, fields: [.placeOfOrigin: place]).isEmpty)
    // A name or the house before the commune may lack a word; so may what was read once or faintly.
    #expect(try codes(quality, fields: [.fullName: place]).map(\.code) == [.captureGlare])
    #expect(try codes(quality, fields: [.placeOfResidence: place]).map(\.code) == [.captureGlare])
    let lacking = field(0.93, .exact, [.agreement: 3, .freeLetters: 0, .lacks: 1])
    #expect(try codes(quality, fields: [.placeOfOrigin: lacking]).map(\.code) == [.captureGlare])
    for other in [field(0.93, .none, [.agreement: 1]), field(0.6, .none, [.agreement: 3])] {
      #expect(try codes(quality, fields: [.dateOfBirth: other]).map(\.code) == [.captureGlare])
    }
  }

  @Test func namesWhatIsCovered() throws {
    let quality = changed { $0.hiddenAreas = [PixelBox(x: 900, y: 500, width: 380, height: 307)] }
    #expect(try codes(quality) == [Finding(.captureCovered)])
    let under = Self.field([.ocr], x: 860, y: 600)
    #expect(
      try codes(quality, fields: [.fullName: under])
        == [Finding(.captureCovered, field: .fullName)])
  }

  @Test func seesThatACardRunsOutOfItsPicture() throws {
    func line(_ x: Int, height: Int) -> TextLine {
      let box = PixelBox(x: x, y: 300, width: 300, height: height)
      return TextLine(box: box, words: [TextWord(text: "Quốc", box: box, confidence: 1)])
    }
    let cut = try codes(Self.flawless, shape: .sheet, lines: [line(0, height: 20)])
    #expect(cut.map(\.code) == [.captureCutOff])
    let large = try codes(Self.flawless, shape: .sheet, lines: [line(300, height: 40)])
    #expect(large.map(\.code) == [.captureCutOff])
    #expect(try codes(Self.flawless, shape: .sheet, lines: [line(300, height: 20)]).isEmpty)
    let form = try codes(
      Self.flawless, shape: .sheet, lines: [line(0, height: 20)], kind: .form01)
    #expect(form.isEmpty)
  }
}
