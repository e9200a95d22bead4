import Documents
import Testing

@Suite struct FieldValueTests {
  @Test(arguments: [
    (FieldValue.text("Hà Nội"), "Hà Nội"),
    (.list(["BHXH tỉnh", "Lưu: VT"]), "BHXH tỉnh; Lưu: VT"),
    (
      .rows([["sex": "male", "name": "LÊ VĂN A"], ["name": "LÊ THỊ B", "sex": nil]]),
      "name: LÊ VĂN A, sex: male; name: LÊ THỊ B"
    ),
    (.rows([]), ""),
  ])
  func aValueStandsOnOneLine(value: FieldValue, line: String) {
    #expect(value.line == line)
  }
}
