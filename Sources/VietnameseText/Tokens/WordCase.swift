/// How the letters of a token are written, told and changed in UTF-8 without making strings.
enum WordCase: UInt8, Sendable {
  /// nhân dân
  case small
  /// Nhân
  case title
  /// NHÂN; two letters or more.
  case capitals
  /// VssID
  case mixed

  /// The case of a word of UTF-8; words without letters count as small.
  init(_ bytes: some Collection<UInt8>) {
    var upper = 0
    var lower = 0
    var isFirstUpper = false
    let bytes = Array(bytes)
    var place = 0
    while place < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: place, end: bytes.count)
      place += length
      switch CaseTable.shared.isUpper(scalar) {
      case true?:
        if upper + lower == 0 { isFirstUpper = true }
        upper += 1
      case false?: lower += 1
      case nil: break
      }
    }
    if upper == 0 {
      self = .small
    } else if lower == 0 {
      self = upper == 1 ? .title : .capitals
    } else {
      self = isFirstUpper && upper == 1 ? .title : .mixed
    }
  }

  /// The word of small letters `bytes` written in this case; `mixed` leaves it small.
  func applied(to bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    guard self == .title || self == .capitals else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 2)
    var place = 0
    var isFirst = true
    while place < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: place, end: bytes.count)
      place += length
      let isChanged = isFirst || self == .capitals
      UTF8Scalar.append(isChanged ? CaseTable.shared.upper(scalar) : scalar, to: &result)
      isFirst = false
    }
    return result
  }

  /// The word of UTF-8 `bytes` in small letters.
  static func small(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: place, end: bytes.count)
      place += length
      UTF8Scalar.append(CaseTable.shared.lower(scalar), to: &result)
    }
    return result
  }
}
