/// Cuts text into tokens.
///
/// White space parts chunks; a chunk is one thing when it is an address of the web or of mail or the
/// number of a document, else it falls apart at its signs. In text that an engine read, a sign that
/// is no punctuation of Vietnamese belongs to the word around it, since it stands for a letter:
/// "thé¢", "t@ng", "Cé)ng".
public struct Tokenizer: Sendable {
  /// Whether stray signs among letters belong to the word.
  public var joinsStraySigns: Bool

  /// Creates a tokenizer.
  public init(joinsStraySigns: Bool = false) {
    self.joinsStraySigns = joinsStraySigns
  }

  /// The tokens of the UTF-8 text `bytes`, in order.
  ///
  /// A line's end is white space like any other.
  public func tokens(in bytes: [UInt8]) -> [Token] { tokens(in: bytes, range: 0..<bytes.count) }

  /// The tokens of a part of the UTF-8 text `bytes`, with ranges in the whole.
  public func tokens(in bytes: [UInt8], range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 4)
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: position, end: range.upperBound)
      if CharacterClass(scalar) == .space {
        position += length
        continue
      }
      var end = position
      var chunk = Chunk()
      while end < range.upperBound {
        let (scalar, length) = UTF8Scalar.decode(bytes, at: end, end: range.upperBound)
        let kind = CharacterClass(scalar)
        if kind == .space { break }
        chunk.append(scalar, kind)
        end += length
      }
      cut(bytes, position..<end, chunk, into: &tokens)
      position = end
    }
    return tokens
  }

  /// What a first look over a chunk shows.
  private struct Chunk {
    var hasLetter = false
    var hasSlashOrHyphen = false
    var isPlain = true
    var opens = 0
    var closes = 0

    mutating func append(_ scalar: UInt32, _ kind: CharacterClass) {
      if kind == .letter { hasLetter = true }
      if scalar >= 0x80 { isPlain = false }
      switch scalar {
      case 0x2F, 0x2D: hasSlashOrHyphen = true
      case 0x28: opens += 1
      case 0x29: closes += 1
      default: break
      }
    }
  }

  private func cut(
    _ bytes: [UInt8], _ range: Range<Int>, _ chunk: Chunk, into tokens: inout [Token]
  ) {
    var isFirst = true
    func append(_ kind: Token.Kind, _ range: Range<Int>) {
      tokens.append(Token(kind: kind, range: range, followsSpace: isFirst))
      isFirst = false
    }
    if chunk.isPlain || chunk.hasSlashOrHyphen, chunk.hasLetter,
      let code = ProtectedText.range(in: bytes, range)
    {
      for place in range.lowerBound..<code.lowerBound {
        append(kind(ofSign: UInt32(bytes[place])), place..<place + 1)
      }
      append(.code, code)
      cutSigns(bytes, code.upperBound..<range.upperBound, into: &tokens)
      return
    }
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: position, end: range.upperBound)
      let kind = CharacterClass(scalar)
      guard
        kind == .letter || kind == .digit
          || kind == .stray && isGlued(chunk, bytes, position, range)
      else {
        append(self.kind(ofSign: scalar), position..<position + length)
        position += length
        continue
      }
      let (end, tokenKind) = run(bytes, position, range, chunk)
      append(tokenKind, position..<end)
      position = end
    }
  }

  private func cutSigns(_ bytes: [UInt8], _ range: Range<Int>, into tokens: inout [Token]) {
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: position, end: range.upperBound)
      tokens.append(
        Token(
          kind: kind(ofSign: scalar), range: position..<position + length, followsSpace: false))
      position += length
    }
  }

  /// The end and kind of the run of letters and digits that begins at `start`.
  private func run(
    _ bytes: [UInt8], _ start: Int, _ range: Range<Int>, _ chunk: Chunk
  ) -> (end: Int, kind: Token.Kind) {
    var end = start
    var letters = 0
    var digits = 0
    var strays = 0
    scan: while end < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: end, end: range.upperBound)
      switch CharacterClass(scalar) {
      case .letter: letters += 1
      case .digit: digits += 1
      case .apostrophe where letters > 0 && isLetter(bytes, end + length, range): break
      case .number where digits > 0 && letters == 0 && isDigit(bytes, end + length, range): break
      case .stray, .bracket:
        guard isGlued(chunk, bytes, end, range) else { break scan }
        strays += 1
      case .apostrophe, .punctuation:
        guard isTail(scalar, bytes, end + length, range), letters > 0 else { break scan }
        strays += 1
      default: break scan
      }
      end += length
    }
    if letters == 0 && strays == 0 { return (end, .number) }
    if digits + strays == 0, RomanNumeral.isCount(bytes, start..<end, in: range) {
      return (end, .number)
    }
    return (end, digits + strays > 0 ? .mixed : .word)
  }

  /// Whether the quotation or question mark before `place`, at the end of a chunk, is a tail of the
  /// letter before it: a sentence goes on behind it.
  private func isTail(_ scalar: UInt32, _ bytes: [UInt8], _ place: Int, _ range: Range<Int>) -> Bool
  {
    guard joinsStraySigns, place == range.upperBound,
      scalar == 0x3F || scalar == 0x27 || scalar == 0x2019 || scalar == 0x2018
    else { return false }
    var next = place
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    guard next > place, next < bytes.count else { return false }
    let (scalar, _) = UTF8Scalar.decode(bytes, at: next, end: bytes.count)
    return CharacterClass(scalar) == .letter && CaseTable.shared.isUpper(scalar) == false
  }

  /// Whether the sign at `place` stands for a letter.
  private func isGlued(
    _ chunk: Chunk, _ bytes: [UInt8], _ place: Int, _ range: Range<Int>
  ) -> Bool {
    guard joinsStraySigns, chunk.hasLetter else { return false }
    let (scalar, length) = UTF8Scalar.decode(bytes, at: place, end: range.upperBound)
    let after = isLetter(bytes, place + length, range)
    let before = place > range.lowerBound && isLetter(before: place, bytes, range)
    switch CharacterClass(scalar) {
    case .stray: return before || after
    case .bracket:
      return before && after
        && (scalar == 0x28 && chunk.closes == 0 || scalar == 0x29 && chunk.opens == 0)
    default: return false
    }
  }

  private func isLetter(_ bytes: [UInt8], _ place: Int, _ range: Range<Int>) -> Bool {
    guard place < range.upperBound else { return false }
    return CharacterClass(UTF8Scalar.decode(bytes, at: place, end: range.upperBound).scalar)
      == .letter
  }

  private func isLetter(before place: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var start = place - 1
    while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return isLetter(bytes, start, range)
  }

  private func isDigit(_ bytes: [UInt8], _ place: Int, _ range: Range<Int>) -> Bool {
    place < range.upperBound && (0x30...0x39).contains(bytes[place])
  }

  private func kind(ofSign scalar: UInt32) -> Token.Kind {
    switch scalar {
    case 0x2C: .comma
    case 0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x2026: .stop
    default: .sign
    }
  }
}
