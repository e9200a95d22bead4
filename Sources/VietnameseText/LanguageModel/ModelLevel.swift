import MappedFiles

/// The n-grams of one length in a language model's file.
struct ModelLevel: Sendable {
  let count: Int
  private let file: MappedFile
  private let words: Int
  private let probabilities: Int
  private let backoffs: Int
  private let children: Int
  private let blocks: Int
  private let childCount: Int
  private let probabilityTable: [Float]
  private let backoffTable: [Float]

  /// Finds the level at `offset`; `children` is the number of n-grams one word longer, nil for the
  /// longest ones.
  init(_ file: MappedFile, offset: Int, count: Int, tables: Int, children childCount: Int?) {
    func padded(_ size: Int) -> Int { (size + 3) & ~3 }
    self.file = file
    self.count = count
    self.childCount = childCount ?? 0
    words = offset
    probabilities = words + padded(2 * count)
    backoffs = probabilities + padded(count)
    children = backoffs + padded(count)
    blocks = children + padded(2 * (count + 1))
    probabilityTable = (0..<256).map { file.float(at: tables + 4 * $0) }
    backoffTable =
      childCount == nil ? [] : (0..<256).map { file.float(at: tables + 1024 + 4 * $0) }
  }

  /// The last word of n-gram `place`.
  @inline(__always)
  func word(_ place: Int) -> UInt16 { file.uint16(at: words + 2 * place) }

  /// P(last word | words before) of n-gram `place`.
  @inline(__always)
  func probability(_ place: Int) -> Float {
    probabilityTable[Int(file.byte(at: probabilities + place))]
  }

  /// What shorter contexts are multiplied with after n-gram `place`.
  @inline(__always)
  func backoff(_ place: Int) -> Float { backoffTable[Int(file.byte(at: backoffs + place))] }

  /// The n-grams one word longer that begin with n-gram `place`.
  @inline(__always)
  func followers(of place: Int) -> Range<Int> {
    let start = min(child(place), childCount)
    return start..<min(max(start, child(place + 1)), childCount)
  }

  @inline(__always)
  private func child(_ place: Int) -> Int {
    let block = place / ModelLayout.blockSize
    return Int(file.uint32(at: blocks + 4 * block)) + Int(file.uint16(at: children + 2 * place))
  }

  /// The first place in `range` whose word is not below `word`.
  @inline(__always)
  func lowerBound(_ word: UInt16, in range: Range<Int>) -> Int {
    var low = range.lowerBound
    var length = range.count
    while length > 0 {
      let half = length >> 1
      if file.uint16(at: words + 2 * (low + half)) < word {
        low += half + 1
        length -= half + 1
      } else {
        length = half
      }
    }
    return low
  }

  /// The place in `range` whose word is `word`.
  func find(_ word: UInt16, in range: Range<Int>) -> Int? {
    let place = lowerBound(word, in: range)
    return place < range.upperBound && self.word(place) == word ? place : nil
  }
}
