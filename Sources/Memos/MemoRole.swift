/// What a phrase of a memo says about itself or about what stands next to it.
enum MemoRole: String, CaseIterable, Sendable {
  /// Voluntary social insurance.
  case purpose
  /// Paying, joining.
  case act
  /// Something else that is paid.
  case otherPurpose = "other-purpose"
  /// The insured person's name follows.
  case owner
  /// Mr, Mrs, a relative: a name follows.
  case title
  /// A name follows.
  case name
  /// The social-insurance number follows.
  case number
  /// The telephone number follows.
  case phone
  /// The number of an identity card or of taxes follows.
  case identity
  /// The number of an account follows.
  case account
  /// Money is sent; the sender's name stands before.
  case transfer
  /// The sender's name follows.
  case debit
  /// What a bank calls the transaction follows.
  case reference
  /// A bank or office.
  case bank
  /// What the sender wrote begins.
  case content
  /// Numbers of a calendar, or of money, follow.
  case month, year, quarter, period, date, amount
  /// What is counted: it stands behind a number.
  case unit
  /// Says nothing.
  case noise

  /// Whether a number that follows is none of the memo's fields.
  var announcesOther: Bool {
    switch self {
    case .identity, .account, .reference, .month, .year, .quarter, .period, .date, .amount: true
    default: false
    }
  }

  /// Whether the phrase stands between a name and what follows it without a comma.
  var mayFollowName: Bool {
    switch self {
    case .number, .phone, .identity, .account, .transfer, .reference, .content, .purpose, .debit,
      .date, .amount, .otherPurpose:
      true
    default: false
    }
  }

  /// Whether a name follows.
  var announcesName: Bool { self == .owner || self == .title || self == .name }

  /// Whether a number follows, or the word is none of the calendar.
  var isCalendar: Bool { self == .month || self == .year || self == .quarter }

  /// Whether what was announced before still holds behind the phrase.
  var isTransparent: Bool { self == .noise || self == .title }
}
