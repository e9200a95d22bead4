import Gazetteer
import TestSupport
import Testing
import VietnameseText

/// An address made of units of the lists, in one of the ways people write them, and what it says.
struct SyntheticAddress: Sendable, CustomTestStringConvertible {
  /// How an address is written.
  enum Style: Int, CaseIterable, Sendable {
    case words, abbreviated, tight, card, capitals, withoutCommas, dashes
  }

  /// What happened to it on the way.
  enum Damage: Int, CaseIterable, Sendable {
    case none, stripped, misreadMark, misreadLetter
  }

  /// A unit's code and name.
  struct Unit: Sendable {
    var code: String
    var name: String
  }

  var style: Style
  var damage: Damage
  var era: Era
  /// As it stands on the paper.
  var text: String
  /// As it should stand.
  var right: String
  var detail: String?
  /// Codes of ward, district (former era only) and province.
  var codes: [String]

  var testDescription: String { "\(style) \(damage): \(text)" }

  /// The address that `seed` gives.
  static func make(seed: UInt64, units: UnitTables) -> SyntheticAddress {
    var random = SplitMix64(seed: seed)
    let style = Style.allCases[Int(seed) % Style.allCases.count]
    let damage = Damage.allCases[Int(seed) / Style.allCases.count % Damage.allCases.count]
    let era: Era = style != .tight && Int.random(in: 0..<3, using: &random) == 0 ? .today : .former
    let (ward, district, province) = units.random(era, using: &random)
    let detail = Self.detail(style, using: &random)
    let parts = [ward, district, province].compactMap { $0 }.map { Self.written($0.name, style) }
    var text: String
    switch style {
    case .dashes: text = ([detail] + parts).compactMap { $0 }.joined(separator: " - ")
    case .withoutCommas: text = ([detail] + parts).compactMap { $0 }.joined(separator: " ")
    default: text = ([detail] + parts).compactMap { $0 }.joined(separator: ", ")
    }
    if style == .capitals { text = text.uppercased() }
    // What is misread are the units; the rest no list knows.
    let head = text.count - parts.joined(separator: style == .dashes ? " - " : ", ").count
    let shown = Self.damaged(text, damage, from: max(0, head), using: &random)
    return SyntheticAddress(
      style: style, damage: damage, era: era, text: shown, right: text,
      detail: style == .capitals ? detail?.uppercased() : detail,
      codes: [ward.code, district?.code ?? "", province.code])
  }

  private static func detail(_ style: Style, using random: inout SplitMix64) -> String? {
    let number = Int.random(in: 1...199, using: &random)
    let streets = ["Lê Lợi", "Trần Hưng Đạo", "Nguyễn Trãi", "Lý Thường Kiệt", "30/4"]
    let street = streets.randomElement(using: &random) ?? ""
    let details: [String?] =
      switch style {
      case .words, .capitals:
        ["Số \(number) đường \(street)", "Thôn \(number % 9 + 1)", "Tổ dân phố số 3", nil]
      case .abbreviated, .tight:
        ["\(number)/2A \(street)", "KP \(number % 5 + 1)", "Ấp Tân Hòa", nil]
      case .card: [nil, "Xóm Đình", "Tổ 4, Khu phố 2"]
      case .withoutCommas: ["Tổ \(number % 12 + 1)", "Đội 5", nil]
      case .dashes: ["\(number) \(street)", "Khóm 2", nil]
      }
    return details.randomElement(using: &random) ?? nil
  }

  private static let abbreviations = [
    ("Thành phố ", "TP"), ("Thị trấn ", "TT"), ("Thị xã ", "TX"), ("Tỉnh ", "T"), ("Quận ", "Q"),
    ("Huyện ", "H"), ("Phường ", "P"), ("Xã ", "X"),
  ]

  private static func written(_ name: String, _ style: Style) -> String {
    for (word, short) in abbreviations where name.hasPrefix(word) {
      let bare = name.dropFirst(word.count)
      switch style {
      case .abbreviated: return "\(short). \(bare)"
      case .tight: return "\(short).\(bare)"
      case .card:
        return bare.allSatisfy(\.isNumber) ? name : String(bare)
      case .words, .dashes: return word.lowercased() + bare
      case .capitals, .withoutCommas: return name
      }
    }
    return name
  }

  private static func damaged(
    _ text: String, _ damage: Damage, from head: Int, using random: inout SplitMix64
  ) -> String {
    if damage == .stripped { return text.strippingMarks() }
    var scalars = Array(text.unicodeScalars)
    let vowels = scalars.indices.dropFirst(head).filter { Letter(scalars[$0])?.isVowel == true }
    guard damage != .none, let place = vowels.randomElement(using: &random),
      let letter = Letter(scalars[place])
    else { return text }
    if damage == .misreadMark {
      let tone = Tone.allCases.filter { $0 != letter.tone }.randomElement(using: &random)
      scalars[place] = letter.with(tone: tone ?? .level).scalar
    } else {
      scalars[place] = letter.isUppercase ? "L" : "c"
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}
