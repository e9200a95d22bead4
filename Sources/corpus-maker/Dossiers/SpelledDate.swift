import Documents

/// Dates in words, as birth certificates repeat them.
enum SpelledDate {
  private static let digits = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
  ]

  /// `Ngày hai tháng ba năm hai nghìn không trăm mười lăm`.
  static func text(_ date: CalendarDate) -> String {
    let year = date.year
    let hundreds = "\(digits[year / 1000]) nghìn \(digits[year / 100 % 10]) trăm"
    let rest = year % 100
    let tail = rest == 0 ? "" : rest < 10 ? " linh \(digits[rest])" : " \(below100(rest))"
    return
      "Ngày \(below100(date.day ?? 1)) tháng \(below100(date.month ?? 1)) năm \(hundreds)\(tail)"
  }

  private static func below100(_ number: Int) -> String {
    let tens = number / 10
    let ones = number % 10
    if tens == 0 { return digits[ones] }
    let start = tens == 1 ? "mười" : "\(digits[tens]) mươi"
    switch ones {
    case 0: return start
    case 1 where tens > 1: return start + " mốt"
    case 5: return start + " lăm"
    default: return start + " " + digits[ones]
    }
  }
}
