import Documents
import Foundation

/// What an invented letter says.
package struct LetterContent: Sendable {
  /// Whether number and day are left blank, as in drafts.
  package var isDraft = false
  /// Whether a hand filled in number and day.
  package var isFilledByHand = false
  var parent: [String] = []
  var issuer: [String] = []
  /// The symbol behind the number, `BHXH-QLT`.
  var symbol = ""
  /// The number; nil where it is blank.
  var number: String?
  var place = ""
  var day: CalendarDate
  /// The kind in small letters; nil for a công văn.
  var type: String?
  /// What stands before the subject under a title; empty for nothing.
  var titleLabel = ""
  var subject = ""
  var recipients: [String] = []
  /// The paragraphs of the body.
  package var body: [String] = []
  /// How many of the first paragraphs name what a decision rests on.
  var bases = 0
  /// The word that announces the decision, in capitals and with its colon.
  var decider: String?
  var titles: [String] = []
  var signer = ""
  var distribution: [String] = []
  /// The rows of a table behind the body's first paragraph; empty for none.
  var table: [[String]] = []
  var stamps: [String] = []
  /// What stands behind the last item of the distribution.
  var typist: String?
  /// The paragraphs of an annex; empty for none.
  var annex: [String] = []

  /// Everything that is printed between head and foot, in reading order: paragraphs, the word that
  /// announces a decision, and the rows of the table with tabs between their cells.
  package var printedBody: [String] {
    var lines: [String] = []
    for (index, paragraph) in body.enumerated() {
      lines.append(paragraph)
      if let decider, index == bases - 1 { lines.append(decider) }
      if index == 0 { lines += table.map { $0.joined(separator: "\t") } }
    }
    return lines
  }

  /// The fields as a label holds them.
  package var document: LabelledDocument {
    var document = LabelledDocument(kind: .officialLetter, fields: [:])
    document.set("number", number.map { "\($0)/\(symbol)" })
    document.set("issuedOn", isDraft ? nil : day.description)
    document.set("issuedAt", place)
    document.set("issuer", issuer.joined(separator: " "))
    document.set("parentIssuer", parent.isEmpty ? nil : parent.joined(separator: " "))
    document.set("letterType", type ?? "công văn")
    document.set("subject", subject)
    document.set("signerTitle", titles.joined(separator: " / "))
    document.set("signer", signer)
    document.fields[FieldKey(rawValue: "recipients")] =
      .some(recipients.isEmpty ? nil : .list(recipients))
    document.fields[FieldKey(rawValue: "distribution")] = .some(.list(distribution))
    if isFilledByHand { document.handwritten = ["number", "issuedOn"].map(FieldKey.init) }
    return document
  }
}
