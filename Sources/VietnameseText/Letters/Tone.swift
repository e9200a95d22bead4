/// A tone of Vietnamese, by its mark.
public enum Tone: UInt8, CaseIterable, Sendable {
  /// No mark (ngang).
  case level
  /// The grave accent (huyền).
  case huyen
  /// The hook above (hỏi).
  case hoi
  /// The tilde (ngã).
  case nga
  /// The acute accent (sắc).
  case sac
  /// The dot below (nặng).
  case nang
}
