/// What became of a text that is to be repaired.
public enum RepairProfile: String, CaseIterable, Sendable {
  /// To be found out, paragraph by paragraph.
  case auto
  /// Every mark was lost.
  case stripped
  /// An engine read it from an image.
  case ocr
  /// A person typed it, with few slips.
  case clean
}
