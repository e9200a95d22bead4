/// The text of a progress bar: how much is done, how fast, and how long it will still take.
package struct ProgressBar: Sendable {
  private let total: Int

  /// Creates a bar over `total` items.
  package init(total: Int) { self.total = total }

  /// The line after `done` items in `elapsed` seconds, at most `width` columns wide.
  package func text(done: Int, elapsed: Double, width: Int) -> String {
    let share = total == 0 ? 1 : Double(done) / Double(total)
    let rate = elapsed > 0 ? Double(done) / elapsed : 0
    var tail = " \(done)/\(total)"
    if rate > 0 {
      tail += "  \((rate * 10).rounded() / 10)/s"
      if done < total { tail += "  \(Self.clock(Double(total - done) / rate)) left" }
    }
    let room = max(4, min(40, width - tail.count - 3))
    let filled = Int((share * Double(room)).rounded(.down))
    return "[" + String(repeating: "█", count: filled)
      + String(repeating: "·", count: room - filled) + "]" + tail
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
  }
}
