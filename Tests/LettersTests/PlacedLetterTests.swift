import Documents
import Testing

@testable import Letters

/// What lines with places say: the foot of a letter, in which a list, a title, a seal and a name
/// stand side by side.
@Suite struct PlacedLetterTests {
  private let reader: LetterReader

  init() throws {
    reader = LetterReader(lexicon: try SampleLetter.lexicon())
  }

  /// Office, number and place, which tests exchange; the motto stands beside them.
  private static let head = [
    SampleLetter.line("SỞ NỘI VỤ", x: 400, y: 200),
    SampleLetter.line("Số: 15/QĐ-SNV", x: 400, y: 380),
    SampleLetter.line("Quảng Ngãi, ngày 04 tháng 07 năm 2016", x: 1250, y: 380),
    SampleLetter.line("QUYẾT ĐỊNH", x: 1100, y: 560),
    SampleLetter.line("Về việc kiểm tra hồ sơ", x: 1020, y: 630),
  ]

  private func letter(_ foot: [TextLine]) -> Letter {
    let page = SampleLetter.page(Self.head + foot)
    return reader.letter(on: [page], untouched: [page])
  }

  private static let list = [
    SampleLetter.line("Nơi nhận:", x: 350, y: 1500),
    SampleLetter.line("- Như Kính gửi:", x: 350, y: 1560),
    SampleLetter.line("- Trung tâm Tin học và các đơn vị có liên", x: 350, y: 1620),
    SampleLetter.line("quan;", x: 350, y: 1680),
    SampleLetter.line("- Lưu: VT, TH.", x: 350, y: 1740),
  ]

  @Test func aListMayReachUnderTheTitle() {
    let letter = letter(
      Self.list + [
        SampleLetter.line("KT. GIÁM ĐỐC", x: 1600, y: 1490),
        SampleLetter.line("PHÓ GIÁM ĐỐC", x: 1600, y: 1550),
        SampleLetter.line("VIỆT NAM", x: 1400, y: 1625, height: 30),
        SampleLetter.signer,
      ])
    #expect(
      letter.list(.distribution) == [
        "Như Kính gửi", "Trung tâm Tin học và các đơn vị có liên quan", "Lưu: VT, TH",
      ])
    #expect(letter.text(.signerTitle) == "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")
    #expect(letter.text(.signer) == "Trần Thị Huế")
    #expect(letter.text(.issuedOn) == "2016-07-04")
    // The addressees stand in the head, never in the list of copies.
    #expect(letter.list(.recipients).isEmpty)
  }

  /// A title that all but says one of the known ones is put right, no other.
  @Test func aMisreadTitleIsPutRight() {
    let letter = letter(
      Self.list + [
        SampleLetter.line("KT. GIÁM ĐỐC", x: 1600, y: 1490),
        SampleLetter.line("PHÓ GIÁN ĐỐC", x: 1600, y: 1550),
        SampleLetter.signer,
      ])
    #expect(letter.text(.signerTitle) == "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")
    #expect(letter.fields[.signerTitle]?.evidence.lexicon == .corrected)
  }

  /// A seal may hide the title; the name below is who signed all the same.
  @Test func aNameStandsWithoutATitle() {
    let letter = letter(Self.list + [SampleLetter.signer])
    #expect(letter.text(.signer) == "Trần Thị Huế")
    #expect(letter.text(.signerTitle) == nil)
  }

  /// Of several readings of a name the one that people are called by counts.
  @Test func theLikeliestReadingOfANameCounts() {
    var line = SampleLetter.line("Trãn Thj Huế", x: 1600, y: 1900)
    line.alternatives = [SampleLetter.signer.words]
    let letter = letter(
      Self.list + [SampleLetter.title, line])
    #expect(letter.text(.signer) == "Trần Thị Huế")
  }

  @Test func aLetterBeginsWhereAHeadIsFilledIn() {
    func begins(_ lines: [TextLine]) -> Bool {
      reader.hasHead(on: SampleLetter.page(lines, number: 2), isFilledIn: true)
    }
    #expect(begins(Self.head))
    #expect(!begins(Self.list))
    var blank = Self.head
    blank[1] = SampleLetter.line("Số: ....../BC-SNV", x: 400, y: 380)
    #expect(!begins(blank))
  }

  /// The letter whose head is `head`, with a line of a body below it.
  private func letter(head: [TextLine], body: [TextLine] = []) -> Letter {
    let page = SampleLetter.page(head + body)
    return reader.letter(on: [page], untouched: [page])
  }

  /// A province begins no office of its own, whatever its name resembles.
  @Test func anOfficesNameMayTakeTwoLines() {
    var head = Self.head
    head[0] = SampleLetter.line("ỦY BAN NHÂN DÂN", x: 380, y: 200)
    head.append(SampleLetter.line("TỈNH AN GIANG", x: 400, y: 260))
    let letter = letter(head: head)
    #expect(letter.text(.issuer) == "ỦY BAN NHÂN DÂN TỈNH AN GIANG")
    #expect(letter.text(.parentIssuer) == nil)
  }

  /// A body that is as wide as the page is centred as well: what parts it is the room above it.
  @Test func aSubjectEndsAboveTheBody() {
    let body = [
      SampleLetter.line(
        "Trong thời gian qua, công tác tiền lương đã đạt được nhiều kết quả tốt", x: 500, y: 760),
      SampleLetter.line(
        "nhiên, việc đề xuất giải pháp chi trả lương hưu còn chậm so với yêu cầu", x: 380, y: 830),
    ]
    #expect(letter(head: Self.head, body: body).text(.subject) == "kiểm tra hồ sơ")
  }

  /// Whose day a hand filled in, his number did it as well: neither is guessed at.
  @Test func aHandThatWroteTheDayWroteTheNumber() {
    var head = Self.head
    head[2] = SampleLetter.line("Quảng Ngãi, ngày lồ tháng 07 năm 2016", x: 1250, y: 380)
    let letter = letter(head: head)
    #expect(letter.text(.issuedOn) == nil)
    #expect(letter.text(.letterNumber) == nil)
    #expect(letter.blankFields.isEmpty)
  }

  /// A symbol that ends within the initials of the office is not all that stands there; another reading
  /// may have the rest.
  @Test func aSymbolThatBreaksOffIsNoNumber() {
    var head = Self.head
    head[1] = SampleLetter.line("Số: 6953/SN", x: 400, y: 380)
    #expect(letter(head: head).text(.letterNumber) == nil)
    #expect(letter(head: head).blankFields.isEmpty)
    let other = SampleLetter.line("Số: 6953/SNV-TH", x: 400, y: 380).words
    head[1].alternatives = [other]
    #expect(letter(head: head).text(.letterNumber) == "6953/SNV-TH")
  }

  /// A stamp above the head has a number, too.
  @Test func aStampsNumberIsNotTheLetters() {
    let stamp = SampleLetter.line("Số: 844", x: 210, y: 150)
    #expect(letter(head: Self.head + [stamp]).text(.letterNumber) == "15/QĐ-SNV")
  }

  /// A stamp beside the addressees is none of them.
  @Test func addresseesStandBesideAStamp() {
    let lines = [
      SampleLetter.line("Kính gửi: - Sở Nội vụ;", x: 700, y: 800),
      SampleLetter.line("Số: 116", x: 100, y: 830, height: 26),
      SampleLetter.line("Ngày: 20/6/2007", x: 100, y: 860),
      SampleLetter.line("- Sở Y tế.", x: 920, y: 860),
    ]
    #expect(letter(head: Self.head, body: lines).list(.recipients) == ["Sở Nội vụ", "Sở Y tế"])
  }

  /// A semicolon may come out as a colon, which no addressee's name has.
  @Test func addresseesEndAtAColon() {
    let lines = [
      SampleLetter.line("Kính gửi: Trường Cao đẳng nghề Tiền Giang:", x: 700, y: 800),
      SampleLetter.line("Sở Tài chính tỉnh Tiền Giang.", x: 920, y: 860),
    ]
    #expect(
      letter(head: Self.head, body: lines).list(.recipients) == [
        "Trường Cao đẳng nghề Tiền Giang", "Sở Tài chính tỉnh Tiền Giang",
      ])
  }

  /// The lettering of a seal stands among the lines of a title, and is none.
  @Test func aSealIsNoTitle() {
    let letter = letter(
      Self.list + [
        SampleLetter.line("KT. GIÁM ĐỐC", x: 1600, y: 1490),
        SampleLetter.line("X.H.C.N PHÓ GIÁM ĐỐC", x: 1440, y: 1550),
        SampleLetter.line("SỞ NỘI VỤ", x: 1620, y: 1610),
        SampleLetter.signer,
      ])
    #expect(letter.text(.signerTitle) == "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")
  }

  /// Who signs for another is a deputy: THỨ TRƯỞNG, though THỦ TRƯỞNG was read.
  @Test func aDeputySignsForAnother() {
    let letter = letter(
      Self.list + [
        SampleLetter.line("KT. BỘ TRƯỞNG", x: 1600, y: 1490),
        SampleLetter.line("THỦ TRƯỞNG", x: 1620, y: 1550),
        SampleLetter.signer,
      ])
    #expect(letter.text(.signerTitle) == "KT. BỘ TRƯỞNG / THỨ TRƯỞNG")
  }

  /// A stroke that takes a word in one reading leaves it in another.
  @Test func readingsOfANameCompleteEachOther() {
    var line = SampleLetter.line("Phù g Lan", x: 1600, y: 1900)
    line.words[1].box.x = 1840
    line.words[2].box.x = 1880
    line.alternatives = [SampleLetter.line("Phùng Phương Lan", x: 1600, y: 1900).words]
    let letter = letter(Self.list + [SampleLetter.title, line])
    #expect(letter.text(.signer) == "Phùng Phương Lan")
  }

  @Test func aListIsFreeOfWhatASealLeaves() {
    let letter = letter([
      SampleLetter.line("Nơi nhận:", x: 350, y: 1500),
      SampleLetter.line("- UBND tỉnh (b/);", x: 350, y: 1560),
      SampleLetter.line("SỞ Y", x: 1250, y: 1620),
      SampleLetter.line("- Lưu: VT. TTKT.", x: 350, y: 1680),
      SampleLetter.title,
      SampleLetter.signer,
    ])
    #expect(letter.list(.distribution) == ["UBND tỉnh (b/c)", "Lưu: VT, TTKT"])
  }

  /// Of the readings of an item counts the one that says most of what is known.
  @Test func aListsReadingsAreWeighed() {
    var filing = SampleLetter.line("- Lưu: VNYV.", x: 350, y: 1620)
    filing.words[2].confidence = 0.49
    filing.alternatives = [SampleLetter.line("- Lưu: VI SNV.", x: 350, y: 1620).words]
    for index in 2...3 { filing.alternatives[0][index].confidence = 0.2 }
    var report = SampleLetter.line("b/C);", x: 350, y: 1580)
    report.words[0].confidence = 0.34
    let letter = letter([
      SampleLetter.line("Nơi nhận:", x: 350, y: 1480),
      SampleLetter.line("- Sở Y tế (để", x: 350, y: 1530), report, filing,
      SampleLetter.title,
      SampleLetter.signer,
    ])
    #expect(letter.list(.distribution) == ["Sở Y tế (để b/c)", "Lưu: VT, SNV"])
  }

  /// A seal over a family's name leaves what is like it alone, and never nothing.
  @Test func aFamilyNameUnderASealIsTheNearest() {
    var line = SampleLetter.line("Để Hoàng Anh Tuấn", x: 1600, y: 1900)
    line.words[0].confidence = 0.53
    let letter = letter(Self.list + [SampleLetter.title, line])
    #expect(letter.text(.signer) == "Đỗ Hoàng Anh Tuấn")
  }

  /// What the list of copies lost: the dash of its last item, a comma, a typist's full stop.
  @Test func aListIsWholeWithoutItsSigns() {
    let letter = letter([
      SampleLetter.line("Nơi nhận:", x: 350, y: 1500),
      SampleLetter.line("- Bảo hiểm xã hội các huyện. thị xã,", x: 350, y: 1560),
      SampleLetter.line("Lưu: VT, NV NVBb", x: 350, y: 1620),
      SampleLetter.title,
      SampleLetter.signer,
    ])
    #expect(
      letter.list(.distribution) == ["Bảo hiểm xã hội các huyện, thị xã", "Lưu: VT, NV"])
  }

  /// Below `KT. GIÁM ĐỐC` signs a deputy, though a seal hides the word.
  @Test(arguments: ["I GIÁM ĐỐC", "GIÁM ĐỐC"])
  func aHiddenDeputyIsOne(read: String) {
    let letter = letter(
      Self.list + [
        SampleLetter.line("KT. GIÁM ĐỐC", x: 1600, y: 1490),
        SampleLetter.line(read, x: 1620, y: 1550),
        SampleLetter.signer,
      ])
    #expect(letter.text(.signerTitle) == "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")
    #expect(letter.fields[.signerTitle]?.evidence.lexicon == .corrected)
  }

  /// Of two offices of one person the deputy of the second signs, though a seal hides `KT.` and PHÓ.
  @Test(arguments: [("PHÓ CHỦ NHIỆM", 1600), ("CHỦ NHIỆM", 1740)])
  func aDeputyOfTwoOfficesIsOne(read: String, x: Int) {
    let letter = letter(
      Self.list + [
        SampleLetter.line("BỘ TRƯỞNG, CHỦ NHIỆM", x: 1500, y: 1490),
        SampleLetter.line(read, x: x, y: 1550),
        SampleLetter.signer,
      ])
    #expect(letter.text(.signerTitle) == "KT. BỘ TRƯỞNG, CHỦ NHIỆM / PHÓ CHỦ NHIỆM")
    #expect(letter.fields[.signerTitle]?.evidence.lexicon == .corrected)
  }

  /// What all readings are sure of is the name, rare as it may be.
  @Test(arguments: [
    ["Hạ Hầu Thị Tâm", "Hạ Hầu Thị Tâm", "Hạ Hầu Thị Tâm"],
    ["TS. Vừ Thị Hồng Diễm", "TS. Vừ Thị Hồng Diễm", "TS. Vừ Thị Hồng Diễm"],
  ])
  func aRareNameStays(readings: [String]) {
    var line = SampleLetter.line(readings[0], x: 1600, y: 1900)
    line.alternatives = readings.dropFirst().map { SampleLetter.line($0, x: 1600, y: 1900).words }
    let letter = letter(Self.list + [SampleLetter.title, line])
    #expect(letter.text(.signer) == readings[0])
  }

  /// Readings that differ in a mark are settled by what people are called: Đình, not Đỉnh.
  @Test func disputedMarksFollowNames() {
    func name(_ text: String, _ confidence: Double) -> TextLine {
      var line = SampleLetter.line(text, x: 1600, y: 1900)
      line.words[1].confidence = confidence
      return line
    }
    var line = name("Nguyễn Đinh Hưng", 0.74)
    line.alternatives = [
      name("Nguyễn Định Hưng", 0.8).words, name("Nguyễn Đỉnh Hưng", 0.67).words,
      name("Nguyễn Đình Hưng", 0.7).words,
    ]
    let letter = letter(Self.list + [SampleLetter.title, line])
    #expect(letter.text(.signer) == "Nguyễn Đình Hưng")
  }

  /// Where one reading says a family's name, it is one, however often the marks were read otherwise.
  @Test func aFamilysNameIsOneThatThereIs() {
    var line = SampleLetter.line("Ngõ Kim Sơn", x: 1600, y: 1900)
    line.alternatives = ["Ngõ Kim Sơn", "Ngô Kim Sơn", "Ngõ Kim Sơn"].map {
      SampleLetter.line($0, x: 1600, y: 1900).words
    }
    line.alternatives[1][0].confidence = 0.59
    let letter = letter(Self.list + [SampleLetter.title, line])
    #expect(letter.text(.signer) == "Ngô Kim Sơn")
  }

  /// A seal may spoil the surest reading of a title, or leave a scrap before it.
  @Test func aTitleStandsInAnyOfItsReadings() {
    var spoilt = SampleLetter.line("KT TRƯỞNG", x: 1600, y: 1490)
    spoilt.alternatives = [SampleLetter.line("KT. CỤC TRƯỞNG", x: 1600, y: 1490).words]
    let name = SampleLetter.signer
    let deputy = SampleLetter.line("PHÓ CỤC TRƯỞNG", x: 1590, y: 1550)
    #expect(
      letter(Self.list + [spoilt, deputy, name]).text(.signerTitle)
        == "KT. CỤC TRƯỞNG / PHÓ CỤC TRƯỞNG")
    var scrap = SampleLetter.line("ti CHỮ NHIỆM", x: 1600, y: 1490)
    scrap.words[0].confidence = 0.06
    #expect(letter(Self.list + [scrap, name]).text(.signerTitle) == "CHỦ NHIỆM")
  }

  /// Nobody signs as the head and as the head's deputy; the authority was lost.
  @Test func aDeputyBelowTheOfficeSignsForIt() {
    let lines = [
      SampleLetter.line("TRƯỞNG PHÒNG", x: 1600, y: 1490),
      SampleLetter.line("PHÓ TRƯỞNG PHÒNG", x: 1560, y: 1550), SampleLetter.signer,
    ]
    let title = letter(Self.list + lines).fields[.signerTitle]
    #expect(title?.value == .text("KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG"))
    #expect(title?.evidence.lexicon == .corrected)
  }

  /// Of two words in one place the surer one counts.
  @Test func aWordIsReadInItsPlaceOnce() {
    var line = SampleLetter.line("Điểu Thị Brơi Brơi", x: 1600, y: 1900)
    line.words[3].box.x = line.words[2].box.x + 5
    line.words[3].confidence = 0.77
    let letter = letter(Self.list + [SampleLetter.title, line])
    #expect(letter.text(.signer) == "Điểu Thị Brơi")
  }

  /// The second line of an office of which some capitals were taken for small letters.
  @Test func anOfficeStandsInCapitals() {
    var head = Self.head
    head[0] = SampleLetter.line("PHÒNG LAO ĐỘNG - THƯƠNG BINH", x: 300, y: 200)
    head.append(SampleLetter.line("VÀ XÃ HộI", x: 400, y: 250))
    #expect(
      letter(head: head).text(.issuer) == "PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI")
  }

  /// A degree before a misread family's name is no reason to leave both out.
  @Test func aMisreadFamilyNameIsPutRight() {
    var line = SampleLetter.line("n Văn Thắng", x: 1780, y: 1900)
    line.alternatives = [SampleLetter.line("BS. Ngiyễn Văn Thắng", x: 1600, y: 1900).words]
    line.alternatives[0][1].confidence = 0.18
    line.words[0].box.x = 1780
    line.words[1].box = line.alternatives[0][2].box
    line.words[2].box = line.alternatives[0][3].box
    let letter = letter(Self.list + [SampleLetter.title, line])
    #expect(letter.text(.signer) == "BS. Nguyễn Văn Thắng")
  }

  /// Numbers within sentences are not worth another look; those of letters and dates are.
  @Test func onlyHeadsAreTelling() {
    #expect(reader.isTelling("Số: 15/QĐ-SNV"))
    #expect(reader.isTelling("Số: 15/QĐ-SNV Quảng Ngãi, ngày 04 tháng 07 năm 2016"))
    #expect(!reader.isTelling("Số 1255/KH-BHXH tiếp tục có giá trị thi hành."))
  }
}
