import Foundation

/// Wordings of values, read from `dictionaries/drawing/form-values.json`.
package struct FormValues: Codable, Sendable {
  package var source: String
  package var amounts: [Int]
  package var amountShapes: [String]
  package var paymentMethods: [String]
  package var requestedChanges: [String]
  package var attachments: [String]
  package var idIssuePlaces: [String: [String]]
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
