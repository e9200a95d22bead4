/// The distance between two readings of the same print.
enum EditDistance {
  /// The weighted edit distance of folded bytes.
  static func weighted(_ read: [UInt8], _ meant: [UInt8]) -> Float {
    if read.isEmpty || meant.isEmpty {
      return (read + meant).reduce(0) { $0 + ConfusionCost.insertion(of: $1) }
    }
    var row: [Float] = [0]
    for byte in meant { row.append((row.last ?? 0) + ConfusionCost.insertion(of: byte)) }
    for letter in read {
      var diagonal = row[0]
      row[0] += ConfusionCost.insertion(of: letter)
      for column in 1...meant.count {
        let above = row[column]
        row[column] = min(
          diagonal + ConfusionCost.substitution(letter, for: meant[column - 1]),
          above + ConfusionCost.insertion(of: letter),
          row[column - 1] + ConfusionCost.insertion(of: meant[column - 1]))
        diagonal = above
      }
    }
    return row[meant.count]
  }
}
