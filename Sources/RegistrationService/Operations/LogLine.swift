internal import Foundation

/// A line of the service's log: what was asked and how it ended, without anything of a person.
struct LogLine: Encodable {
  var time: String
  var level: String
  var event: String
  var request: String?
  var caller: String?
  var method: String?
  /// The template of the route, not the path.
  var route: String?
  var status: Int?
  var milliseconds: Double?
  var message: String?

  /// A line about `event` at this moment.
  init(_ event: String, level: String = "info") {
    time = Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    self.level = level
    self.event = event
  }

  /// The line in JSON.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
