import Documents

/// What the print of one page says, read by one layout.
struct LayoutReading {
  /// The readings of every entry of each field, in the order of the layout.
  var readings: [FieldKey: [FieldReading]] = [:]
  /// Names below the signature, as each field whose name they may be would have them.
  var repetitions: [FieldKey: [FieldReading]] = [:]
  /// What was noticed.
  var findings: [Finding] = []
}
