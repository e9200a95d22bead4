import Documents

/// What a page with a table holds beside its fields, so that the pages can be joined.
package struct AnnexPart: Hashable, Sendable {
  /// The field that holds the rows.
  var key: FieldKey
  /// Which column of the layout each column of the table is.
  var columns: [Int?]
  /// Whether the labels of its columns head it.
  var hasHeading: Bool
  /// Whether its first row goes on with the last one of the page before.
  var continues: Bool
  /// The layout it was read by.
  var layout: String
}
