import Foundation

/// Wordings of values, read from `dictionaries/drawing/form-values.json`.
package struct FormValues: Codable, Sendable {
  /// Where the values come from.
  package var source: String
  /// Bases of contribution in đồng.
  package var amounts: [Int]
  /// How amounts are written; `{dots}`, `{commas}` and `{plain}` stand for the digits.
  package var amountShapes: [String]
  /// What stands in the box for the way of payment.
  package var paymentMethods: [String]
  /// What declarants ask for.
  package var requestedChanges: [String]
  /// What papers are said to be enclosed.
  package var attachments: [String]
  /// Where identity papers say that they were issued, by the kind of paper.
  package var idIssuePlaces: [String: [String]]
  /// The lines of stamps that offices put on forms.
  package var stamps: [[String]]

  /// Reads the values in the file at `path`.
  package init(path: String) throws {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw FormError.unreadableTemplate(path: path)
    }
    do { self = try JSONDecoder().decode(FormValues.self, from: data) } catch {
      throw FormError.damagedTemplate(path: path, detail: String(describing: error))
    }
  }
}
