import Documents
import Foundation
import Pipeline
import Validation

extension Settings {
  /// What the line needs, from these settings and today's date.
  func pipeline() throws -> PipelineConfiguration {
    PipelineConfiguration(
      dictionaries: try dictionaries(), tessdata: tessdata, today: try Self.today())
  }

  /// Loads the rules that join the files of one dossier.
  func joiner() throws(ConfigurationError) -> @Sendable () throws -> DossierJoiner {
    let folder = try dictionaries()
    return { try DossierJoiner(dictionaries: folder) }
  }

  /// Today in Vietnam, whatever the machine's time zone.
  private static func today() throws -> CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    // Vietnam has kept UTC+7 without daylight saving since 1975.
    calendar.timeZone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    guard
      let year = parts.year,
      let date = CalendarDate(year: year, month: parts.month, day: parts.day)
    else { throw ClockError() }
    return date
  }

  /// A system clock that shows no possible date.
  struct ClockError: Error, CustomStringConvertible {
    var description: String { "the system clock shows no possible date; set it and try again" }
  }
}
