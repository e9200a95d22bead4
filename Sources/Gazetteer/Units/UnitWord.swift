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

  /// The word without marks, whose words are looked for.
  private var stripped: String { rawValue.strippingMarks() }

  private var abbreviations: [String] {
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

  /// The unit word that `words` begin with and how many of them it takes; misread marks do not
  /// matter, and abbreviations count when a dot or a number follows.
  static func read(_ words: [Substring]) -> (word: UnitWord, count: Int)? {
    guard let first = words.first else { return nil }
    return table[first.strippedKey]?.first { _, rest in
      rest.isEmpty || words.count > 1 && words[1].strippedKey == rest
    }.map { ($0.word, $0.rest.isEmpty ? 1 : 2) }
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
