import Documents

/// The rule that a blank box is blank only where its label was seen.
///
/// The numbered boxes of a form's version stand on every paper of it, and some other lines. Where neither
/// number nor wording of one was found, its value may stand unread beside them, and nothing says that
/// there is none.
enum UnseenLabels {
  /// The doubts about fields of `layout` without a value; `renditions` are the readings of each entry
  /// of the fields, once for each reading of the print.
  static func findings(
    _ fields: [FieldKey: Field], layout: Layout, renditions: [FieldKey: [[FieldReading]]]
  ) -> [Finding] {
    layout.keys.compactMap { key in
      let isPrinted = layout.fields.contains { $0.key == key && $0.isAlwaysPrinted }
      guard isPrinted, fields[key]?.value == nil, let readings = renditions[key],
        let entries = readings.first?.indices
      else { return nil }
      let isHidden = entries.contains { entry in
        readings.allSatisfy { !$0.indices.contains(entry) || $0[entry].raw == nil }
      }
      return isHidden ? Finding(.fieldLabelUnseen, field: key) : nil
    }
  }
}
