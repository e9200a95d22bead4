import Documents
import Testing

@testable import Letters

/// Letters as plain text, in columns, one line a line, or one part after the other.
@Suite struct TextLetterTests {
  private let columns = """
    BẢO HIỂM XÃ HỘI VIỆT NAM      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    BẢO HIỂM XÃ HỘI TỈNH             Độc lập - Tự do - Hạnh phúc
    SƠN LÂM
    Số: 418/BHXH-QLT              Sơn Lâm, ngày 09 tháng 02 năm 2022
    V/v rà soát dữ liệu người
    tham gia

    Kính gửi:
    - Bảo hiểm xã hội các huyện;
    - Các đơn vị sử dụng lao động.

    Căn cứ kế hoạch công tác năm, Bảo hiểm xã hội tỉnh đề nghị các đơn vị rà
    soát dữ liệu.
    Trân trọng./.

    Nơi nhận:                         KT. GIÁM ĐỐC
    - Như trên;                       PHÓ GIÁM ĐỐC
    - Lưu: VT, QLT.

                                      Trần Thị Minh Anh
    """

  @Test func readsTwoColumns() throws {
    let letter = try SampleLetter.letter(columns)
    #expect(letter.text(.parentIssuer) == "BẢO HIỂM XÃ HỘI VIỆT NAM")
    #expect(letter.text(.issuer) == "BẢO HIỂM XÃ HỘI TỈNH SƠN LÂM")
    #expect(letter.text(.letterNumber) == "418/BHXH-QLT")
    #expect(letter.text(.issuedAt) == "Sơn Lâm")
    #expect(letter.text(.issuedOn) == "2022-02-09")
    #expect(letter.text(.letterType) == "công văn")
    #expect(letter.text(.subject) == "rà soát dữ liệu người tham gia")
    #expect(
      letter.list(.recipients) == ["Bảo hiểm xã hội các huyện", "Các đơn vị sử dụng lao động"])
    #expect(letter.text(.signerTitle) == "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")
    #expect(letter.text(.signer) == "Trần Thị Minh Anh")
    #expect(letter.list(.distribution) == ["Như trên", "Lưu: VT, QLT"])
    #expect(letter.body.last == "Trân trọng./.")
    #expect(letter.body.first?.hasPrefix("Căn cứ kế hoạch") == true)
  }

  /// Tabs part the columns of what was copied from a table.
  @Test func readsColumnsPartedByTabs() throws {
    let letter = try SampleLetter.letter(
      """
      SỞ NỘI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      \tĐộc lập - Tự do - Hạnh phúc
      Số: 418/SNV-VP\tSơn Lâm, ngày 09 tháng 02 năm 2022
      V/v rà soát dữ liệu
      """)
    #expect(letter.text(.letterNumber) == "418/SNV-VP")
    #expect(letter.text(.issuedOn) == "2022-02-09")
    #expect(letter.text(.issuedAt) == "Sơn Lâm")
    #expect(letter.text(.issuer) == "SỞ NỘI VỤ")
  }

  @Test func leavesTheBlanksOfADraftBlank() throws {
    let letter = try SampleLetter.letter(
      """
      Số:...../BHXH-BPT
      V/v phối hợp triển khai

      Hồng Lĩnh, ngày.....tháng 3 năm 2021

      Kính gửi: Các cơ quan, đơn vị trên địa bàn

      Thực hiện kế hoạch năm 2021, đề nghị các đơn vị phối hợp./.

      Nơi nhận:
      - Như trên;
      - Lưu VT.

      KT.GIÁM ĐỐC
      PHÓ GIÁM ĐỐC

      Phạm Thanh Tú
      """)
    #expect(letter.fields[.letterNumber]?.value == nil)
    #expect(letter.fields[.issuedOn]?.value == nil)
    #expect(letter.blankFields == [.letterNumber, .issuedOn])
    #expect(letter.text(.subject) == "phối hợp triển khai")
    #expect(letter.list(.recipients) == ["Các cơ quan, đơn vị trên địa bàn"])
    #expect(letter.text(.signerTitle) == "KT.GIÁM ĐỐC / PHÓ GIÁM ĐỐC")
    #expect(letter.text(.signer) == "Phạm Thanh Tú")
  }

  @Test func readsTitledDocuments() throws {
    let letter = try SampleLetter.letter(
      """
      ỦY BAN NHÂN DÂN
      TỈNH SƠN LÂM
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Số: 7/QD-UBND
      Sơn Lâm, ngày 1 tháng 3 năm 2020

      QUYẾT ĐỊNH
      Về việc ban hành quy chế làm việc
      của hội đồng

      CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LÂM

      Căn cứ Luật Tổ chức chính quyền địa phương;
      QUYẾT ĐỊNH:
      Điều 1. Ban hành kèm theo Quyết định này quy chế làm việc./.

      Nơi nhận:
      - Như Điều 1;
      - Lưu: VT.

      TM. ỦY BAN NHÂN DÂN
      CHỦ TỊCH

      Lò Văn Sơn
      """)
    #expect(letter.text(.letterType) == "quyết định")
    #expect(letter.text(.letterNumber) == "7/QĐ-UBND")
    #expect(letter.text(.issuer) == "ỦY BAN NHÂN DÂN TỈNH SƠN LÂM")
    #expect(letter.fields[.parentIssuer]?.value == nil)
    #expect(letter.text(.subject) == "ban hành quy chế làm việc của hội đồng")
    #expect(letter.fields[.recipients]?.value == nil)
    #expect(letter.text(.signerTitle) == "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH")
    #expect(letter.text(.signer) == "Lò Văn Sơn")
  }

  /// What is no letter gives no fields but the empty ones, and nothing of it is lost.
  @Test func keepsTheTextOfWhatIsNoLetter() throws {
    let letter = try SampleLetter.letter("Một đoạn văn bất kỳ,\nkhông phải công văn.\n")
    #expect(!letter.hasHead)
    #expect(letter.fields.values.allSatisfy { $0.value == nil })
    #expect(letter.body.joined(separator: " ") == "Một đoạn văn bất kỳ, không phải công văn.")
  }

  @Test func emptyTextIsEmpty() throws {
    let letter = try SampleLetter.letter("")
    #expect(letter.body.isEmpty)
    #expect(letter.fields.isEmpty)
  }
}
