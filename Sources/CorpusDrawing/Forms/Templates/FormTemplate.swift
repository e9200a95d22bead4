package import Documents
import Foundation

/// The printed words of a form and the ways in which offices arrange them, read from
/// `dictionaries/drawing/forms/`.
package struct FormTemplate: Codable, Sendable {
  /// Where the wording comes from.
  package var source: String
  /// What a copy of it is.
  package var kind: DocumentKind
  /// Number of the decision that a TK1-TS belongs to.
  package var version: String?
  /// First day on which such a form is signed, as `2020-05-01`.
  package var validFrom: String
  /// Last such day; nil while the form is in use.
  package var validUntil: String?
  /// Wordings to choose from, by the name that blocks and boxes refer to.
  package var wordings: [String: [String]]
  /// Its layouts by their names.
  package var layouts: [String: FormLayout]
}

extension FormTemplate {
  /// Reads the template in the file at `path`.
  package init(path: String) throws {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw FormError.unreadableTemplate(path: path)
    }
    do { self = try JSONDecoder().decode(FormTemplate.self, from: data) } catch {
      throw FormError.damagedTemplate(path: path, detail: String(describing: error))
    }
  }

  /// Names of the layouts that are, or are not, kept for the held-out part; sorted.
  package func layoutNames(heldOut: Bool) -> [String] {
    layouts.filter { $0.value.heldOut == heldOut }.keys.sorted()
  }
}
