/// What comes in a batch of cards and must never be accepted as one.
enum StrangerKind: String, CaseIterable {
  /// Cards of other countries.
  case foreignCard
  /// A card of another country with a zone of three lines.
  case foreignZone
  /// The page of a passport, with a zone of two lines.
  case passport
  case studentCard
  /// A voucher with a code that holds an address of the web.
  case addressCode
  /// A card whose code has five fields only.
  case fiveFields
  /// A card whose code has a number of fourteen digits.
  case fourteenDigits
  /// A card whose code writes dates with slashes.
  case slashedDates
  /// A card with its number covered.
  case coveredNumber
  /// Something else altogether.
  case picture
}
