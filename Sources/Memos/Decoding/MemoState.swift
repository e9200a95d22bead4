/// What is known of a memo up to some sign, under one reading of it.
struct MemoState: Hashable, Sendable {
  /// A name: where its words begin, and where the last one ends.
  struct Name: Hashable, Sendable {
    var starts: [Int]
    var end: Int
  }

  /// The kind of the last item.
  enum Last: Hashable, Sendable {
    case nothing, phrase, announcement, calendar, name, number, amount, field, unknown
  }

  /// The insured person's name, when it is over.
  var name: Name?
  /// Where the insured person's number stands.
  var number: Range<Int>?
  /// Where the telephone number stands, and its digits.
  var phone: Range<Int>?
  var phoneDigits = ""
  var isFormerPhone = false
  /// The name that is being read, and whether it is the insured person's.
  var open: Name?
  var isOpenInsured = true
  /// What the last word of the open name costs more in the middle, and at the end, of a name than
  /// has been counted for it.
  var middleSurcharge = 0.0
  var givenSurcharge = 0.0
  /// Whether words say that the name is the insured person's.
  var isNameOwned = false
  /// How many names of others there are.
  var others = 0
  /// What the last phrase announces.
  var label: MemoRole?
  var last = Last.nothing
  var isGlued = false
  var hasWeakNames = false
  var hasPurpose = false
  var hasOtherPurpose = false
  /// Where what the sender wrote begins, if words say so.
  var content: Int?
}
