import CorpusDrawing
import Documents

/// Wordings that several generations of cards share.
enum CardText {
  static let country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  static let motto = "Độc lập - Tự do - Hạnh phúc"
  static let englishCountry = "SOCIALIST REPUBLIC OF VIET NAM"
  static let englishMotto = "Independence - Freedom - Happiness"

  /// Invented signers.
  static let signers = [
    "Nguyễn Quốc Hùng", "Trần Hữu Khánh", "Lê Đình Vinh", "Phạm Công Thành", "Vũ Xuân Đạt",
    "Hoàng Minh Tuấn",
  ]

  /// A date as the field's value.
  static func date(_ date: CalendarDate) -> FieldValue? { .text(date.description) }

  /// Values by key; nil for blanks.
  static func fields(_ pairs: [(FieldKey, String?)]) -> [FieldKey: FieldValue?] {
    var fields: [FieldKey: FieldValue?] = [:]
    for (key, text) in pairs { fields[key] = .some(text.map { .text($0) }) }
    return fields
  }
}

/// Keys of cards that no rule refers to by name.
extension FieldKey {
  static let otherName = FieldKey(rawValue: "otherName")
  static let ethnicity = FieldKey(rawValue: "ethnicity")
  static let religion = FieldKey(rawValue: "religion")
  static let placeOfBirth = FieldKey(rawValue: "placeOfBirth")
  static let personalIdentification = FieldKey(rawValue: "personalIdentification")
  static let fatherName = FieldKey(rawValue: "fatherName")
  static let motherName = FieldKey(rawValue: "motherName")
}
