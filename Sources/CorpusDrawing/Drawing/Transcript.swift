import Synchronization

/// What was written on canvases: the truth about printed lines, for whoever teaches an engine.
package final class Transcript: Sendable {
  /// The transcript that canvases note their text in; nil to note nothing.
  @TaskLocal package static var current: Transcript?

  private struct Note {
    let canvas: ObjectIdentifier
    let x: Double
    let y: Double
    let text: String
  }

  private let notes = Mutex<[Note]>([])

  /// An empty transcript.
  package init() {}

  /// Notes `text`, written with its base line beginning at `x`, `y` millimetres.
  func note(_ text: String, on canvas: PageCanvas, x: Double, y: Double) {
    notes.withLock { $0.append(Note(canvas: ObjectIdentifier(canvas), x: x, y: y, text: text)) }
  }

  /// The texts of each base line from left to right, base lines from top to bottom, canvas by canvas.
  package var rows: [[String]] {
    let notes = notes.withLock { $0 }
    var canvases: [ObjectIdentifier] = []
    for note in notes where !canvases.contains(note.canvas) { canvases.append(note.canvas) }
    return canvases.flatMap { canvas in
      var rows: [[String]] = []
      var rest = notes.filter { $0.canvas == canvas }.sorted { $0.y < $1.y }[...]
      while let first = rest.first {
        let row = rest.prefix { $0.y - first.y <= Self.level }
        rest = rest.dropFirst(row.count)
        rows.append(row.sorted { $0.x < $1.x }.map(\.text))
      }
      return rows
    }
  }

  /// How far two texts of one printed line may stand off each other's base line, in millimetres.
  private static let level = 0.6
}
