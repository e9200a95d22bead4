import Documents
import Gazetteer
import VietnameseText

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

  /// What stands behind the rest of its label where `run`, in the line below, begins with that; nil
  /// where the label is whole or the run is none of it.
  func value(below run: LooseRun) -> [ValuePiece]? {
    // The number in front of the label is no part of its wording.
    let seen = Array(
      (value.labelPieces + value.pieces).flatMap { FoldedText.bytes(of: $0.text) }
        .drop { (0x30...0x39).contains($0) })
    guard !seen.isEmpty else { return nil }
    for wording in field.labels.map(FoldedText.bytes)
    where wording.starts(with: seen) && wording.count >= seen.count + Self.leastRest {
      let rest = Array(wording.dropFirst(seen.count))
      var read: [UInt8] = []
      for (index, piece) in run.pieces.enumerated() where read.count <= rest.count {
        read += FoldedText.bytes(of: piece.text)
        let isEnd = piece.text.contains(")") || piece.text.hasSuffix(":")
        guard isEnd, read.editDistance(to: rest) * 5 <= rest.count else { continue }
        return ValueEdges.withoutLabelRest(Array(run.pieces.dropFirst(index + 1)))
      }
    }
    return nil
  }

  /// Whether a comma ends what is there of its value, so that more must follow.
  var endsWithComma: Bool { value.pieces.last?.text.hasSuffix(",") == true }

  /// Whether its value ends with words that open the name of a unit, so that the name must follow.
  var opensUnit: Bool {
    guard [.address, .office, .facility].contains(field.parser), let last = value.pieces.last?.text
    else { return false }
    return Self.openings.contains(FoldedText.fold(last))
      && !value.pieces.dropLast().contains { $0.text.hasSuffix(",") }
  }

  /// Fewer letters than these are too few to tell the rest of a label from a value.
  private static let leastRest = 4

  /// Words, and their abbreviations, behind which the name of a unit stands.
  private static let openings = Set(
    UnitOpenings.syllables.union(UnitOpenings.abbreviations).map { FoldedText.fold($0) })
}
