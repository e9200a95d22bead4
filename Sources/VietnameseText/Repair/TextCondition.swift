/// What became of a paragraph, as found out from the paragraph itself.
public enum TextCondition: String, Sendable {
  /// Every mark was lost.
  case stripped
  /// An engine for English read it: marks of Vietnamese are lost or became others.
  case readAsEnglish
  /// An engine for Vietnamese read it.
  case readAsVietnamese
  /// Nothing or little is wrong with it.
  case clean
  /// It is in another language, or no prose, and stays as it is.
  case foreign
}
