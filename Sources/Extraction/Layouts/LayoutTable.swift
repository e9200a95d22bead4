package import Documents

/// A table of like rows on a form, which becomes a list of objects.
package struct LayoutTable: Codable, Hashable, Sendable {
  /// The field that holds the rows.
  package var key: FieldKey
  /// The columns from left to right; those without a key are passed over.
  ///
  /// Of each only key, labels and parser count.
  package var columns: [LayoutField]
}
