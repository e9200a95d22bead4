import Documents
import Gazetteer
import VietnameseText

/// Streets that are named after days: "51/4030 Tháng 4" is the house 51/40 in 30 Tháng 4.
struct StreetDays {
  /// The days of each month.
  private let days: [Int: [String]]

  /// The last day of a month.
  private static let lastDay = 31

  /// Loads the days from the folder `dictionaries`.
  init(dictionaries: String) throws {
    let table = try DictionaryTable(
      path: dictionaries + "/lists/street-days.tsv", columns: ["day", "month", "event"])
    var days: [Int: [String]] = [:]
    for row in 0..<table.count {
      guard let month = Int(table[row, 1]) else { continue }
      days[month, default: []].append(table[row, 0])
    }
    self.days = days
  }

  /// The address with the number of the house and the day of such a street parted, where no day is
  /// so large and one known day alone ends it.
  func repaired(_ text: String) -> (value: String, repairs: [Repair]) {
    var tokens = text.split(separator: " ").map(String.init)
    var repairs: [Repair] = []
    for index in tokens.indices.dropFirst().dropLast().reversed()
    where tokens[index].strippingMarks().lowercased() == "thang" {
      let glued = tokens[index - 1]
      let head = glued.trimmingEnd(\.isNumber)
      let digits = glued.dropFirst(head.count)
      let month = tokens[index + 1].prefix(while: \.isNumber)
      guard let number = Int(digits), number > Self.lastDay || !head.isEmpty,
        head.allSatisfy({ $0.isNumber || $0.isLetter || $0 == "/" }),
        let known = Int(month).flatMap({ days[$0] })
      else { continue }
      let fitting = known.filter { digits.hasSuffix($0) && digits.count > $0.count }
      guard fitting.count == 1, let day = fitting.first else { continue }
      let house = String(head + digits.dropLast(day.count))
      tokens.replaceSubrange((index - 1)...(index - 1), with: [house, day])
      repairs.append(
        Repair(from: glued, to: house + " " + day, why: "gazetteer", probability: 0.95))
    }
    return (repairs.isEmpty ? text : tokens.joined(separator: " "), repairs)
  }
}
