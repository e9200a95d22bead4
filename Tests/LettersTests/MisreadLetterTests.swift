import Documents
import Gazetteer
import Testing

@testable import Letters

/// What readings of a letter lose, and how the rest of it vouches for that.
@Suite struct MisreadLetterTests {
  private let reader: LetterReader

  init() throws {
    reader = LetterReader(lexicon: try SampleLetter.lexicon())
  }

  private static let date = SampleLetter.line("Hà Nội, ngày 14 tháng 03 năm 2019", x: 1250, y: 380)
  private static let number = SampleLetter.line("Số: 72/SNV-TH", x: 400, y: 380)
  private static let office = SampleLetter.line("SỞ NỘI VỤ", x: 400, y: 200)
  private static let opening = SampleLetter.line(
    "Thực hiện Công văn số 107/UBND-VX ngày 12 tháng 1 năm 2019", x: 380, y: 900)

  private func letter(_ lines: [TextLine]) -> Letter {
    let page = SampleLetter.page(lines)
    return reader.letter(on: [page], untouched: [page])
  }

  private func day(_ confidence: Double, others: [Double] = []) -> TextLine {
    var line = Self.date
    let readings = others.map { confidence in
      var words = line.words
      words[3].confidence = confidence
      return words
    }
    line.words[3].confidence = confidence
    line.alternatives = readings
    return line
  }

  /// A day that no reading is sure of was written by hand; better none than that one.
  @Test func aWrittenDayIsNotGuessed() {
    func issuedOn(_ line: TextLine) -> String? {
      letter([Self.office, Self.number, line]).text(.issuedOn)
    }
    #expect(issuedOn(day(0.27)) == nil)
    #expect(issuedOn(day(0.7, others: [0.46, 0.71])) == nil)
    #expect(issuedOn(day(0.79, others: [0.82, 0.81])) == "2019-03-14")
    #expect(issuedOn(day(0.96)) == "2019-03-14")
  }

  /// Dates and numbers of the body are those of other letters.
  @Test func theBodyDatesNoLetter() {
    let undated = SampleLetter.line("Số: /SNV-TH", x: 400, y: 380)
    let letter = letter([Self.office, undated, Self.opening])
    #expect(letter.text(.issuedOn) == nil)
    #expect(letter.text(.letterNumber) == nil)
    let unnumbered = self.letter([
      Self.office, Self.date, SampleLetter.line("Kính gửi: Sở Y tế.", x: 900, y: 700),
      SampleLetter.line("3908/QĐ-UBND về quản lý ngân sách nhà nước", x: 380, y: 900),
    ])
    #expect(unnumbered.text(.letterNumber) == nil)
  }

  /// A hand that wrote the digits leaves the symbol, and the subject below it.
  @Test func aSubjectStandsBelowAWrittenNumber() {
    let letter = letter([
      Self.office, SampleLetter.line("Số z3 /SNV-TH", x: 400, y: 380), Self.date,
      SampleLetter.line("V/v chấn chỉnh công tác", x: 380, y: 440),
    ])
    #expect(letter.text(.subject) == "chấn chỉnh công tác")
    #expect(letter.text(.letterNumber) == nil)
  }

  /// A stamp of receipt beside the addressees, on the row of their label, is none of the subject.
  @Test func aStampBesideTheAddresseesEndsTheSubject() {
    let letter = letter([
      Self.office, Self.number, Self.date,
      SampleLetter.line("V/v bổ sung hồ sơ cải cách", x: 380, y: 440),
      SampleLetter.line("CÔNG VĂN ĐỀN", x: 120, y: 500),
      SampleLetter.line("Kính gửi: Sở Y tế.", x: 700, y: 500),
    ])
    #expect(letter.text(.subject) == "bổ sung hồ sơ cải cách")
  }

  /// An office that is misread throughout is known as a whole.
  @Test func anOfficeIsKnownByItsWholeName() {
    let letter = letter([
      SampleLetter.line("ỦY BAN NHÂN DÂN", x: 380, y: 150),
      SampleLetter.line("TỈNH VĨNH LONG", x: 400, y: 200),
      SampleLetter.line("SƠ YTE", x: 440, y: 260), Self.number, Self.date,
    ])
    #expect(letter.text(.parentIssuer) == "ỦY BAN NHÂN DÂN TỈNH VĨNH LONG")
    #expect(letter.text(.issuer) == "SỞ Y TẾ")
  }

  /// The signs in names of the highlands are lost in many a reading.
  @Test func placesOfTheHighlandsKeepTheirSigns() throws {
    let vote = PlaceVote(units: try SampleLetter.lexicon().units)
    #expect(vote.best(of: SampleLetter.passage("M Đrắk,"), offices: []).text == "M'Đrắk,")
    let office = [SampleLetter.passage("BỆNH VIỆN ĐA KHOA HUYỆN EA H'LEO")]
    #expect(vote.best(of: SampleLetter.passage("Ea Heo,"), offices: [office]).text == "Ea H'leo,")
    // The office above may name the place as well.
    let offices = ["VÀ XÃ HỘI", "UBND HUYỆN CƯ M'GAR"].map { [SampleLetter.passage($0)] }
    for read in ["Cư Mar,", "Cư M sar,"] {
      #expect(vote.best(of: SampleLetter.passage(read), offices: offices).text == "Cư M'gar,")
    }
  }

  private static let list = [
    SampleLetter.line("Nơi nhận:", x: 350, y: 1500),
    SampleLetter.line("- Như trên;", x: 350, y: 1560),
  ]

  private func list(_ lines: [TextLine]) -> [String] {
    letter(
      [Self.office, Self.number, Self.date] + Self.list + lines + [
        SampleLetter.title,
        SampleLetter.signer,
      ]
    ).list(.distribution)
  }

  /// The list with further lines that say `texts`, one below the other.
  private func list(_ texts: String...) -> [String] {
    list(texts.enumerated().map { SampleLetter.line($1, x: 350, y: 1620 + 60 * $0) })
  }

  /// Whom something is reported to comes out as strokes, and nobody is addressed so.
  @Test func reportsAreTold() {
    #expect(
      list([SampleLetter.line("- Liên đoàn Lao động tỉnh Bình Phước (để l//);", x: 350, y: 1620)])
        == ["Như trên", "Liên đoàn Lao động tỉnh Bình Phước (để b/c)"])
    var addressees = SampleLetter.line("Kính gửi: Tu .", x: 700, y: 700)
    for index in 2...3 { addressees.words[index].confidence = 0 }
    var person = SampleLetter.line("- Ông (bà) Bùi Minh Vy;", x: 820, y: 760)
    person.words[2].confidence = 0.64
    let lines = [addressees, person, SampleLetter.line("- Sở Y tế.", x: 820, y: 820)]
    #expect(
      letter([Self.office, Self.number, Self.date] + lines).list(.recipients)
        == ["Ông (bà) Bùi Minh Vy", "Sở Y tế"])
  }

  /// What a line says of whom something is reported to, alone on its row or with a bracket lost.
  @Test func reportsStandInBrackets() {
    var broken = SampleLetter.line("b/€);", x: 350, y: 1680)
    broken.words[0].confidence = 0.55
    #expect(
      list([
        SampleLetter.line("- Sở Lao động - Thương binh và Xã hội (để", x: 350, y: 1620), broken,
      ])
        == ["Như trên", "Sở Lao động - Thương binh và Xã hội (để b/c)"])
    var read = SampleLetter.line("- UBND tỉnh (bức);", x: 350, y: 1620)
    read.words[3].confidence = 0.83
    #expect(list([read]) == ["Như trên", "UBND tỉnh (b/c)"])
    #expect(list("- UBND tỉnh (đế b/Cc);") == ["Như trên", "UBND tỉnh (để b/c)"])
    #expect(list("- Công an tỉnh (để b/c") == ["Như trên", "Công an tỉnh (để b/c)"])
  }

  /// A typist's mark behind the symbols of the archive is none of them.
  @Test func aTypistsMarkIsNoSymbol() {
    #expect(list("- Lưu: VT, QLT QIiT2b") == ["Như trên", "Lưu: VT, QLT"])
  }

  /// A subject goes on in small letters on its next line, where the engine takes a capital for granted.
  @Test func aTermGoesOnOnTheNextLine() {
    let letter = letter([
      Self.office, Self.number, Self.date,
      SampleLetter.line("V/v xử lý vướng mắc chuyển đổi", x: 380, y: 440),
      SampleLetter.line("Số giai đoạn 2011", x: 450, y: 500),
      SampleLetter.line("Kính gửi: Sở Y tế.", x: 900, y: 700),
    ])
    #expect(letter.text(.subject) == "xử lý vướng mắc chuyển đổi số giai đoạn 2011")
  }

  /// The capital of Ia, which begins many a name of the highlands, looks like a small letter.
  @Test func streamsOfTheHighlandsHaveACapital() {
    #expect(
      list("- Hội Nông dân huyện la Grai;", "- Thị trấn la Kha;")
        == ["Như trên", "Hội Nông dân huyện Ia Grai", "Thị trấn Ia Kha"])
  }

  /// Scraps of a signature behind the sign that ends an item are none of it.
  @Test func scrapsBehindTheSignOfAnItemAreDropped() {
    var line = SampleLetter.line("- UBND tỉnh (để b/C);", x: 350, y: 1620)
    line.words[4].confidence = 0.59
    line.alternatives = [SampleLetter.line("- UBND tỉnh (để b/c);Ỏ", x: 350, y: 1620).words]
    line.alternatives[0][4].confidence = 0.52
    #expect(
      list([line, SampleLetter.line("- Sở Y tế;Ỏ", x: 350, y: 1680)])
        == ["Như trên", "UBND tỉnh (để b/c)", "Sở Y tế"])
  }

  /// A name with a dash may be broken before it, and is one item all the same.
  @Test func aNameMayBeBrokenBeforeItsDash() {
    #expect(
      list(
        "- Báo và Đài Phát thanh", "- Truyền hình Bà Rịa", "- Vũng Tàu;", "- Lưu: VT, TH."
      ) == [
        "Như trên", "Báo và Đài Phát thanh - Truyền hình Bà Rịa - Vũng Tàu", "Lưu: VT, TH",
      ])
  }

  /// A stroke behind the sign that ends an item is none of it.
  @Test func aStrokeBehindTheSignOfAnItemIsDropped() {
    #expect(
      list("- Các Bộ, cơ quan thuộc CP; i", "UBND các tỉnh;", "- Lưu: VT, TH.") == [
        "Như trên", "Các Bộ, cơ quan thuộc CP", "UBND các tỉnh", "Lưu: VT, TH",
      ])
  }

  /// Print that was read twice, once with a stroke of the signature, is one item.
  @Test func whatIsReadTwiceIsOneItem() {
    var doubled = SampleLetter.line("trên", x: 400, y: 1530, height: 100)
    doubled.words[0].confidence = 0.62
    #expect(
      list([doubled, SampleLetter.line("- Lưu: VT, TH.", x: 350, y: 1640)]) == [
        "Như trên", "Lưu: VT, TH",
      ])
  }

  private func title(_ lines: [String]) -> String? {
    letter(
      [Self.office, Self.number, Self.date] + Self.list
        + lines.enumerated().map { SampleLetter.line($1, x: 1600, y: 1490 + 60 * $0) }
        + [SampleLetter.signer]
    ).text(.signerTitle)
  }

  /// Titles of which a full stop, the height of a letter or a mark was lost.
  @Test func titlesAreWhatTheySay() {
    #expect(title(["GIÁM Đốc"]) == "GIÁM ĐỐC")
    #expect(
      title(["TM.ỦY BAN NHÂN DÂN", "KT CHỦ TỊCH", "PHÓ CHỦ TỊCH"])
        == "TM.ỦY BAN NHÂN DÂN / KT.CHỦ TỊCH / PHÓ CHỦ TỊCH")
    #expect(
      title(["TL. TRƯỞNG PHÒNG", "TRUỒNG PHÒNG NGHIỆP VỤ"])
        == "TL. TRƯỞNG PHÒNG / TRƯỞNG PHÒNG NGHIỆP VỤ")
  }

  /// Below the line of whom a deputy signs for stands nobody else, whatever a seal left of it.
  @Test func whatASealLeftOfADeputyIsOne() {
    var deputy = SampleLetter.line("NG PHÒNG", x: 1880, y: 1550)
    func signed() -> String? {
      letter(
        [Self.office, Self.number, Self.date] + Self.list + [
          SampleLetter.line("KT. TRƯỞNG PHÒNG", x: 1600, y: 1490), deputy, SampleLetter.signer,
        ]
      ).text(.signerTitle)
    }
    #expect(signed() == "KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG")
    deputy.words[0].text = "ĐHÓTRƯỜNG"
    #expect(signed() == "KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG")
  }

  /// An authority whose full stop was lost with no room behind it.
  @Test func anAuthorityMayBeGluedToItsTitle() {
    #expect(
      title(["KTTRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]) == "KT.TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG")
    #expect(title(["QTRƯỞNG PHÒNG"]) == "Q.TRƯỞNG PHÒNG")
  }

  /// Above the title of who signs stands for whom: of its readings the one that says so counts.
  @Test func aLineAboveATitleIsOfAnAuthority() {
    var first = SampleLetter.line("GIÁM ĐỐC", x: 1700, y: 1490)
    first.alternatives = [SampleLetter.line("TUQ. GIÁM ĐỐC", x: 1600, y: 1490).words]
    let letter = letter(
      [Self.office, Self.number, Self.date] + Self.list + [
        first, SampleLetter.line("TRƯỞNG PHÒNG NGHIỆP VỤ", x: 1560, y: 1550),
        SampleLetter.signer,
      ])
    #expect(letter.text(.signerTitle) == "TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG NGHIỆP VỤ")
  }

  /// The words of a row stay in the order of their line: a box may take in strokes on its left.
  @Test func wordsStayInTheirOrder() {
    var line = SampleLetter.line("Đức Thị Hường", x: 1470, y: 700)
    line.words[2].box = PixelBox(x: 1560, y: 700, width: 300, height: 40)
    line.words[1].box = PixelBox(x: 1589, y: 700, width: 87, height: 40)
    let page = SampleLetter.page([line, SampleLetter.line("Sở Y tế", x: 300, y: 700)])
    #expect(
      PageRows(page).rows().contains { $0.text == "Sở Y tế Đức Thị Hường" })
  }

  /// A line above a title whose beginning a seal hides is no line that was not there.
  @Test func aHiddenLineAboveATitleIsDoubted() {
    let letter = letter(
      [Self.office, Self.number, Self.date] + Self.list + [
        SampleLetter.line("1B TRƯỞNG, CHỦ NHIỆM", x: 1500, y: 1490),
        SampleLetter.line("CHỦ NHIỆM", x: 1610, y: 1550),
        SampleLetter.signer,
      ])
    #expect(letter.fields[.signerTitle]?.evidence.lexicon == .absent)
  }

  /// Parts of a word that strokes of a pen cut.
  @Test func partedNamesAreJoined() {
    var line = SampleLetter.line("Hoàn g Hải Tâm", x: 1600, y: 1900)
    line.words[1].box.x = line.words[0].box.maxX + 4
    #expect(PartedWords.joined(line.words, isNames: true).map(\.text) == ["Hoàng", "Hải", "Tâm"])
    line.words[1].box.x = line.words[0].box.maxX + 30
    #expect(PartedWords.joined(line.words, isNames: true).count == 4)
  }

  /// The engine takes a six that stands alone for a letter.
  @Test func aLoneSixIsANumber() {
    func read(_ text: String) -> String {
      LoneSix.read(SampleLetter.line(text, x: 0, y: 0).words).map(\.text).joined(separator: " ")
    }
    #expect(read("ban đầu ó tháng đầu năm") == "ban đầu 6 tháng đầu năm")
    #expect(read("con ó bay") == "con ó bay")
  }

  /// An addressee whose semicolon was read as a comma ends where the next word would have fitted.
  @Test func anAddresseeEndsWhereALineIsBroken() {
    let letter = letter([
      Self.office, Self.number, Self.date,
      SampleLetter.line("Kính gửi: Sở Tài chính tỉnh Phú Yên,", x: 700, y: 700),
      SampleLetter.line("Ủy ban nhân dân các xã, phường, thị trấn.", x: 880, y: 760),
      SampleLetter.line(
        "Theo đề nghị của các phòng nghiệp vụ về đào tạo trình độ trung cấp và kế hoạch năm, Sở Nội vụ",
        x: 380, y: 900),
    ])
    #expect(
      letter.list(.recipients) == [
        "Sở Tài chính tỉnh Phú Yên", "Ủy ban nhân dân các xã, phường, thị trấn",
      ])
  }
}
