/// Finds what a token can be, by what became of the text.
enum TokenReadings {
  /// Every mark was lost.
  case stripped(StrippedReadings)
  /// A channel misread it.
  case channel(ChannelReadings)

  /// What the token `seen` can be; never empty.
  func readings(of seen: [UInt8]) -> [TokenReading] {
    switch self {
    case .stripped(let readings): readings.readings(of: seen)
    case .channel(let readings): readings.readings(of: seen)
    }
  }

  /// What the number `seen` can be; one reading or none where numbers are what they are.
  func readings(ofNumber seen: [UInt8]) -> [TokenReading] {
    switch self {
    case .stripped: []
    case .channel(let readings): readings.readings(ofNumber: seen)
    }
  }

  /// What two tokens can be that were one word.
  func readings(ofJoined first: [UInt8], _ second: [UInt8]) -> [TokenReading] {
    switch self {
    case .stripped: []
    case .channel(let readings): readings.readings(ofJoined: first, second)
    }
  }

  /// Whether a space may have been put into a word.
  var joinsTokens: Bool {
    switch self {
    case .stripped: false
    case .channel: true
    }
  }

  /// How much less likely than the best a path may be when a text is first decoded.
  ///
  /// The readings of a stripped word are all as likely to look like it, so that few paths suffice; a
  /// misread word may look most like what it is not, until the words behind it tell.
  var firstThreshold: Double {
    switch self {
    case .stripped: 1e-3
    case .channel: 1e-5
    }
  }
}
