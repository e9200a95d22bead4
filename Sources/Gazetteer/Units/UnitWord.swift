internal import VietnameseText

/// The words that say what sort of unit a name is, and their abbreviations.
enum UnitWord: String, CaseIterable {
  case commune = "xã"
  case ward = "phường"
  case township = "thị trấn"
  case zone = "đặc khu"
  case urbanDistrict = "quận"
  case ruralDistrict = "huyện"
  case town = "thị xã"
  case city = "thành phố"
  case province = "tỉnh"
  case capital = "thủ đô"

  /// The levels that the word can name.
  var levels: [UnitLevel] {
    switch self {
    case .commune, .ward, .township, .zone: [.ward]
    case .urbanDistrict, .ruralDistrict, .town: [.district]
    case .city: [.district, .province]
    case .province, .capital: [.province]
    }
  }

  /// Whether a number may stand for the name, as in "Phường 5".
  var isNumbered: Bool { self == .ward || self == .urbanDistrict }

  /// The word without marks, whose words are looked for.
  private var stripped: String { rawValue.strippingMarks() }

  /// How it is shortened, the usual way first, without stops.
  var abbreviations: [String] {
    switch self {
    case .commune: ["x"]
    case .ward: ["p", "f"]
    case .township: ["tt"]
    case .zone: ["đk", "dk"]
    case .urbanDistrict: ["q"]
    case .ruralDistrict: ["h"]
    case .town: ["tx"]
    case .city: ["tp"]
    case .province: ["t"]
    case .capital: []
    }
  }

  /// The unit word at the start of a catalogue name, and the rest.
  static func split(_ name: String) -> (word: UnitWord?, bare: Substring) {
    let lower = name.lowercased()
    for word in allCases where lower.hasPrefix(word.rawValue + " ") {
      return (word, name.dropFirst(word.rawValue.count + 1))
    }
    return (nil, name[...])
  }

  /// A unit word at the start of some words.
  struct Found {
    var word: UnitWord
    /// How many words it takes.
    var count: Int
    /// Whether a letter of it was misread, marks aside.
    var isMisread = false
  }

  /// The unit word that `words` begin with; misread marks do not matter, and one misread letter is
  /// forgiven where `toleratingMisreadLetter`.
  static func read(_ words: [Substring], toleratingMisreadLetter: Bool = false) -> Found? {
    guard let first = words.first else { return nil }
    let second = words.count > 1 ? words[1].strippedKey : nil
    if let exact = table[first.strippedKey]?.first(where: { $0.rest.isEmpty || $0.rest == second })
    {
      return Found(word: exact.word, count: exact.rest.isEmpty ? 1 : 2)
    }
    guard toleratingMisreadLetter else { return nil }
    let key = Array(first.strippedKey.utf8)
    for word in allCases {
      let parts = word.stripped.split(separator: " ").map { Array($0.utf8) }
      if parts.count == 1, differInOneLetter(key, parts[0]) {
        return Found(word: word, count: 1, isMisread: true)
      }
      if parts.count == 2, let second {
        let rest = Array(second.utf8)
        if key == parts[0] && differInOneLetter(rest, parts[1])
          || rest == parts[1] && differInOneLetter(key, parts[0])
        {
          return Found(word: word, count: 2, isMisread: true)
        }
      }
    }
    return nil
  }

  /// Whether one letter behind the first was read as another.
  private static func differInOneLetter(_ read: [UInt8], _ word: [UInt8]) -> Bool {
    read.count == word.count && read.first == word.first && zip(read, word).count { $0 != $1 } == 1
  }

  /// The unit word that `abbreviation`, as in `P.` or `TP`, stands for.
  static func abbreviated(_ abbreviation: some StringProtocol) -> UnitWord? {
    abbreviationTable[abbreviation.lowercased()]
  }

  private static let table: [String: [(word: UnitWord, rest: String)]] = {
    var table: [String: [(word: UnitWord, rest: String)]] = [:]
    for word in allCases {
      let parts = word.stripped.split(separator: " ").map(String.init)
      table[parts[0], default: []].append((word, parts.count > 1 ? parts[1] : ""))
    }
    return table
  }()

  private static let abbreviationTable: [String: UnitWord] = {
    var table: [String: UnitWord] = [:]
    for word in allCases { for short in word.abbreviations { table[short] = word } }
    return table
  }()
}

extension Substring {
  fileprivate var strippedKey: String {
    String(self).strippingMarks().lowercased()
  }
}
