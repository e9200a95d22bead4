import Documents

/// Writes single values in the manner of one office or clerk.
struct FormWriter {
  /// How telephone numbers are parted.
  enum PhoneShape { case plain, spaces, stops }
  /// How birthdays are written.
  enum DateShape { case slashes, unpadded, dashes }

  let values: FormValues
  let unitStyle: Address.Style
  let phoneShape: PhoneShape
  let dateShape: DateShape
  var random: SplitMix64

  init(values: FormValues, random: SplitMix64) {
    var random = random
    self.values = values
    unitStyle = random.pick(
      weighted: [(.full, 0.4), (.lower, 0.25), (.names, 0.2), (.abbreviated, 0.15)])
    phoneShape = random.pick(weighted: [(.plain, 0.7), (.spaces, 0.15), (.stops, 0.15)])
    dateShape = random.pick(weighted: [(.slashes, 0.75), (.unpadded, 0.1), (.dashes, 0.15)])
    self.random = random
  }

  /// A unit's name as this clerk writes it.
  func unit(_ name: String) -> String { Address.written(name, unitStyle) }

  /// A telephone number as printed.
  func phone(_ digits: String) -> String {
    let parts = [digits.prefix(4), digits.dropFirst(4).prefix(3), digits.dropFirst(7)]
    switch phoneShape {
    case .plain: return digits
    case .spaces: return parts.joined(separator: " ")
    case .stops: return parts.joined(separator: ".")
    }
  }

  /// A birthday as printed and as it is meant; sometimes only its month or year is known.
  mutating func birthday(of person: Person) -> (printed: String, value: String) {
    let day = person.birth
    if person.isBirthYearOnly { return (String(day.year), String(day.year)) }
    if random.chance(0.02), let month = CalendarDate(year: day.year, month: day.month) {
      return (month.printed(), String(describing: month))
    }
    let full = String(describing: day)
    switch dateShape {
    case .slashes: return (day.printed(), full)
    case .unpadded: return ("\(day.day ?? 1)/\(day.month ?? 1)/\(day.year)", full)
    case .dashes: return (day.printed(separator: "-"), full)
    }
  }

  /// An amount of money as printed, and its digits.
  mutating func amount(hasUnit: Bool) -> (printed: String, digits: String) {
    let digits = String(random.pick(values.amounts))
    var shape = random.pick(values.amountShapes)
    if hasUnit { shape = shape.contains("commas") ? "{commas}" : "{dots}" }
    func grouped(by mark: String) -> String {
      var result = ""
      for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index).isMultiple(of: 3) { result += mark }
        result.append(digit)
      }
      return result
    }
    let printed = shape.replacing("{dots}", with: grouped(by: "."))
      .replacing("{commas}", with: grouped(by: ",")).replacing("{plain}", with: digits)
    return (printed, digits)
  }

  /// A wish for a change, with months near `day`.
  mutating func requestedChange(on day: CalendarDate) -> String {
    random.pick(values.requestedChanges)
      .replacing("{month}", with: CalendarDate.twoDigits(day.month ?? 1))
      .replacing("{year}", with: String(day.year))
      .replacing("{lastYear}", with: String(day.year - 1))
  }

  /// The office to which a form is addressed.
  ///
  /// Since October 2025 offices of the base have taken the place of those of the districts.
  mutating func office(of person: Person, on day: CalendarDate) -> String {
    let long = random.chance(0.65) ? "Bảo hiểm xã hội" : "BHXH"
    let province = Address.written(person.residence(on: day).province, .lower)
    let seat = person.formerResidence.district ?? person.formerResidence.ward
    if day >= PersonMaker.day(2025, 10, 1), random.chance(0.7) {
      let (kind, name) = Address.parts(of: seat)
      let bare = name.first?.isNumber == true ? "\(kind) \(name)" : name
      return "\(long) cơ sở \(bare)" + (random.chance(0.4) ? ", \(province)" : "")
    }
    if day >= PersonMaker.day(2025, 3, 1) || random.chance(0.12) { return "\(long) \(province)" }
    let district = Address.written(seat, .lower)
    switch random.whole(0...5) {
    case 0: return "\(long) \(district), \(province)"
    case 1: return "\(long) \(district) - \(province)"
    default: return "\(long) \(district)"
    }
  }

  /// Who issued the identity paper.
  mutating func issuePlace(of person: Person, idNumber: String, issued: CalendarDate) -> String {
    let kind =
      idNumber.count == 9 ? "nine" : issued < PersonMaker.day(2018, 10, 10) ? "early" : "card"
    guard let places = values.idIssuePlaces[kind], !places.isEmpty else { return "" }
    let province = Address.parts(of: person.formerResidence.province).name
    return random.pick(places).replacing("{province}", with: province)
  }
}
