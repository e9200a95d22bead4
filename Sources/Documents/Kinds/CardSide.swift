/// The side of an identity card.
public enum CardSide: String, Codable, CaseIterable, Sendable {
  case front, back
}
