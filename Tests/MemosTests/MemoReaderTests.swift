import Documents
import Gazetteer
import Memos
import Testing

@Suite struct MemoReaderTests {
  private static let reader = Result { try MemoReader(gazetteer: try .ofRepository()) }

  struct Case: Sendable, CustomTestStringConvertible {
    var memo: String
    var name: String?
    var number: String?
    var phone: String?
    var testDescription: String { memo }

    init(_ memo: String, _ name: String?, _ number: String?, _ phone: String?) {
      (self.memo, self.name, self.number, self.phone) = (memo, name, number, phone)
    }
  }

  /// What the memo of the social insurance's guide says, and what becomes of it on the way.
  static let certain = [
    Case(
      "Đóng BHXH tự nguyện của Nguyễn Văn Đức, 0123456789, 0912345678", "NGUYỄN VĂN ĐỨC",
      "0123456789", "0912345678"),
    Case(
      "DONG BHXH TU NGUYEN CUA NGUYEN VAN DUC 0123456789 0912345678", "NGUYEN VAN DUC",
      "0123456789", "0912345678"),
    Case(
      "dong bhxh tn cua tran thi thu ha, 001190123456, 0987654321", "TRAN THI THU HA",
      "001190123456", "0987654321"),
    Case(
      "MBVCB.3278907687.DONG BHXH TU NGUYEN CUA LE VAN NAM, 7912345678, 0903456789.CT tu "
        + "0071001234567 PHAM THI LAN toi 1023456789012 BHXH QUAN 1",
      "LE VAN NAM", "7912345678", "0903456789"),
    Case(
      "Dong BHXH tu nguyen cua Nguyen Van Duc MS BHXH 0123 456 789 SDT 0912.345.678",
      "NGUYEN VAN DUC", "0123456789", "0912345678"),
    Case(
      "0912345678, Nguyen Van Duc, 7923456789, BHXH tu nguyen", "NGUYEN VAN DUC", "7923456789",
      "0912345678"),
    Case(
      "Đóng BHXH tự nguyện của Nguyễn Văn Đức, 0123456789, +84912345678", "NGUYỄN VĂN ĐỨC",
      "0123456789", "0912345678"),
    Case(
      "\u{110}o\u{301}ng BHXH tu\u{323}\u{31B} nguye\u{302}\u{323}n cu\u{309}a Le\u{302} Thi\u{323} "
        + "Hoa, 0123456789, 0912345678",
      "LÊ THỊ HOA", "0123456789", "0912345678"),
    Case(
      "&#272;&#243;ng BHXH t&#7921; nguy&#7879;n c&#7911;a L&#234; Th&#7883; Hoa, 0123456789, "
        + "0912345678", "LÊ THỊ HOA", "0123456789", "0912345678"),
  ]

  @Test(arguments: certain)
  func readsWhatBanksMake(of memo: Case) throws {
    let read = try Self.reader.get().memo(memo.memo)
    #expect(read.fields[.fullName]?.value?.text == memo.name)
    #expect(read.fields[.socialInsuranceNumber]?.value?.text == memo.number)
    #expect(read.fields[.phone]?.value?.text == memo.phone)
    #expect(read.verdict == .accepted)
  }

  /// Whatever the value, a person looks where something is missing, cut, damaged or twofold.
  @Test(arguments: [
    // Cut at 70 letters within the telephone number, and within the name.
    "Dong BHXH tu nguyen cua Nguyen Thi Phuong Thao, MS 0123456789, SDT 091",
    "DONG BHXH TU NGUYEN 7912345678 0912345678 CUA NGUYEN THI PHUONG THAO N",
    // Two numbers, each of which may be either.
    "BHXH tu nguyen Tran Van An 0812345678 0823456789",
    // Letters that were lost.
    "??ng BHXH t? nguy?n c?a Nguy?n V?n ??c, 0123456789, 0912345678",
    "ng BHXH t nguyn ca Nguyn Vn c, 0123456789, 0912345678",
    // No spaces: the words of the name are a guess.
    "DONGBHXHTUNGUYENCUALETHANHOA01234567890912345678",
    // Who sends money need not be who is insured.
    "Le Thi Hoa chuyen tien BHXH TN 0123456789 0912345678",
    // Another purpose, or none.
    "Dong BHYT ho gia dinh cua Nguyen Van Duc, 0123456789, 0912345678",
    "Nguyen Van Duc 0123456789 0912345678",
    // A prefix of before 2018.
    "Dong BHXH tu nguyen cua Nguyen Van Duc, 0123456789, 01684567890",
    // Two people.
    "BHXH TN cua Nguyen Van Duc 7912345678 0912345678 va Tran Thi Hoa 7998765432 0987654321",
  ])
  func sendsDoubtsToAPerson(_ memo: String) throws {
    #expect(try Self.reader.get().memo(memo).verdict == .review)
  }

  @Test func rejectsWhatIsNoContribution() throws {
    let read = try Self.reader.get().memo("NGUYEN VAN A chuyen tien hang thang 10")
    #expect(read.verdict == .rejected)
    #expect(read.reasons.map(\.code).contains(.memoUnrelated))
    #expect(try Self.reader.get().memo("").verdict == .rejected)
  }

  @Test func keepsNamesWithoutMarksAndOffersMarkedOnes() throws {
    let read = try Self.reader.get().memo(
      "DONG BHXH TU NGUYEN CUA NGUYEN THI HUONG, 0123456789, 0912345678")
    let name = try #require(read.fields[.fullName])
    #expect(name.value?.text == "NGUYEN THI HUONG")
    #expect(read.reasons.map(\.code) == [.nameUnmarked])
    let offered = name.candidates.map(\.value.text)
    #expect(offered.contains("NGUYỄN THỊ HƯƠNG"))
    // Hương, Hường and Hướng share what is probable.
    #expect(name.candidates.allSatisfy { $0.confidence.rawValue < 0.95 })
  }

  @Test func offersTodaysNumberForAFormerPhone() throws {
    let read = try Self.reader.get().memo(
      "Dong BHXH tu nguyen cua Nguyen Van Duc, 0123456789, 01684567890")
    #expect(read.fields[.phone]?.value?.text == "01684567890")
    #expect(read.fields[.phone]?.candidates.first?.value.text == "0384567890")
  }
}
