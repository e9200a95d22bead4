import Documents
import Gazetteer

/// A label while its value is being gathered.
struct GatheredValue {
  var value: LabelledValue
  var field: LayoutField
  var row: Int
  /// The last box that belongs to it, its own or its value's.
  var last: PixelBox
  var lastRow: Int
  var rows: Set<Int> = []
  /// Whether no other label stands to its right in its row.
  var isLastInRow = true
  /// Where its share of the row ends: at the next label, or at the right margin.
  var shareEnd = 0

  var isEmpty: Bool { value.pieces.isEmpty }

  /// Whether `run` is the rest of the number that its value begins with.
  func isCompleted(by run: LooseRun) -> Bool {
    let lengths: Set<Int>
    switch field.parser {
    case .phone: lengths = [10, 11]
    case .idNumber: lengths = [9, 12]
    case .insuranceNumber: lengths = [10, 12]
    default: return false
    }
    func digits(_ pieces: [ValuePiece]) -> Int {
      pieces.reduce(0) { $0 + $1.text.count(where: \.isNumber) }
    }
    let own = digits(value.pieces)
    return own > 0 && run.isNumber && lengths.contains(own + digits(run.pieces))
  }

  /// Whether its value ends with words that open the name of a unit, so that the name must follow.
  var opensUnit: Bool {
    guard field.parser == .address, let last = value.pieces.last?.text else { return false }
    return Self.openings.contains(FoldedText.fold(last))
      && !value.pieces.dropLast().contains { $0.text.hasSuffix(",") }
  }

  /// Words, and their abbreviations, behind which the name of a unit stands.
  private static let openings = Set(
    UnitOpenings.syllables.union(UnitOpenings.abbreviations).map { FoldedText.fold($0) })
}
