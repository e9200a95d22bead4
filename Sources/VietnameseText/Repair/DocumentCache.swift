import Foundation

/// What a document says elsewhere: how much of each word it holds, by what was decided so far.
///
/// A document keeps to its words: where it says "quận" in a clear place, an unclear "quan" is likely
/// to be the same. The language model's probability of each option is multiplied by the ratio of its
/// share in the document to its share in the language, damped (unigram rescaling, Gildea and Hofmann
/// 1999).
struct DocumentCache {
  /// How many words of the language's own shares weigh against the document's.
  var inertia: Float = 4
  /// The exponent of the ratio.
  var damping: Float = 0.5

  /// How much more a word tells that stood beside the same neighbour.
  var neighbourly: Float = 2

  private var mass: [Float] = []
  /// Words beside their neighbours, by the low bits of a hash: what falls together by chance is a few
  /// in a hundred.
  private var pairs: [Float]

  /// Creates a cache for a document of so many bytes.
  init(textSize: Int) {
    var slots = 1 << 10
    while slots < 32 * textSize, slots < 1 << 19 { slots *= 2 }
    pairs = [Float](repeating: 0, count: slots)
  }

  /// Counts an option of probability `posterior` whose surface in small letters is `surface`.
  mutating func add(_ surface: Int32, _ posterior: Float) {
    while mass.count <= Int(surface) { mass.append(0) }
    mass[Int(surface)] += posterior
  }

  /// Lets what was said before count less.
  mutating func fade(by factor: Float) {
    for index in mass.indices { mass[index] *= factor }
    for index in pairs.indices { pairs[index] *= factor }
  }

  /// Forgets the document.
  mutating func removeAll() {
    mass.removeAll(keepingCapacity: true)
    pairs = [Float](repeating: 0, count: pairs.count)
  }

  /// Counts an option beside a neighbour, both as they were seen in `pair`.
  mutating func add(_ surface: Int32, _ posterior: Float, pair: UInt64) {
    pairs[slot(surface, pair)] += posterior
  }

  /// How much of a surface the document holds beside that neighbour.
  func mass(of surface: Int32, pair: UInt64) -> Float {
    neighbourly * pairs[slot(surface, pair)]
  }

  private func slot(_ surface: Int32, _ pair: UInt64) -> Int {
    let hash = (pair ^ UInt64(UInt32(bitPattern: surface))) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 32) & (pairs.count - 1)
  }

  /// How much of a surface in small letters the document holds.
  func mass(of surface: Int32) -> Float {
    Int(surface) < mass.count && surface >= 0 ? mass[Int(surface)] : 0
  }

  /// What the weight of an option is multiplied with: `own` of `total` in the document, the place in
  /// question left out, against a `share` in the language.
  func factor(own: Float, total: Float, share: Float) -> Float {
    guard share > 0 else { return 1 }
    return pow((own + inertia * share) / ((total + inertia) * share), damping)
  }
}
