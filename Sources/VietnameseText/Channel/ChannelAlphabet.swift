/// The letters and signs that a channel knows, numbered from 1; 0 stands for every other one.
struct ChannelAlphabet: Hashable, Sendable {
  /// The most letters that numbers of one byte leave room for.
  static let capacity = 255

  let letters: [UInt16]
  private let codes: [UInt8]

  /// Numbers `letters` in the order given; letters past the capacity and repeated ones are dropped.
  init(letters: [UInt16]) {
    var codes = [UInt8](repeating: 0, count: 0x10000)
    var kept: [UInt16] = []
    for letter in letters where codes[Int(letter)] == 0 && kept.count < Self.capacity {
      kept.append(letter)
      codes[Int(letter)] = UInt8(kept.count)
    }
    (self.letters, self.codes) = (kept, codes)
  }

  /// How many codes there are, the one for unknown letters included.
  var count: Int { letters.count + 1 }

  /// The number of `letter`.
  func code(of letter: UInt16) -> UInt8 { codes[Int(letter)] }

  /// The numbers of the letters of `text`, which should be in NFC.
  func codes(of text: String) -> [UInt8] {
    text.unicodeScalars.map { $0.value < 0x10000 ? codes[Int($0.value)] : 0 }
  }

  /// The letter with the number `code`; nil for the number of unknown letters.
  func letter(_ code: UInt8) -> UInt16? {
    code > 0 && code <= letters.count ? letters[Int(code) - 1] : nil
  }
}
