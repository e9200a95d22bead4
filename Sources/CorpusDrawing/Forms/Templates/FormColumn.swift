/// One of several columns of blocks side by side.
package struct FormColumn: Codable, Sendable {
  /// Its share of the width, beside the shares of the other columns.
  package var share: Double
  /// What stands in it, from top to bottom.
  package var blocks: [FormBlock]
}
