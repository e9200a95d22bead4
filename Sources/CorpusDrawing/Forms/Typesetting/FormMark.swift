/// Something that a form puts on its page; places are millimetres.
package enum FormMark: Hashable, Sendable {
  /// A run of text on a base line that begins at the point.
  case text(String, at: Point, style: TextStyle)
  /// A row of round dots.
  case dots(from: Double, to: Double, baseline: Double)
  case line(from: Point, to: Point, width: Double)
  case rectangle(x: Double, y: Double, width: Double, height: Double)
  /// A tick box of the given size with its upper left corner at the point.
  case tickBox(at: Point, size: Double, tick: FormStyle.Tick?)
  /// Room in which the declarant signs.
  case signature(x: Double, y: Double, width: Double, height: Double)
}
