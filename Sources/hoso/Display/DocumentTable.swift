import Documents
import Terminal

/// Draws what was found in a source as terminal text.
struct DocumentTable {
  var width: Int
  var colour: Bool

  /// The source's documents with their fields, verdicts and reasons.
  func text(for result: SourceResult) -> String {
    var text = Style.bold.apply(to: result.source.name.printable, colour: colour)
    text += "  " + verdict(result.verdict) + "\n"
    for reason in result.reasons { text += line(for: reason) }
    for document in result.documents { text += self.text(for: document) }
    for reason in result.dossier.reasons { text += line(for: reason) }
    return text
  }

  /// What several files say together.
  func text(for joined: JoinedDossier) -> String {
    let names = joined.sources.map(\.name).joined(separator: " + ")
    var text = Style.bold.apply(to: names.printable, colour: colour)
    text += "  " + verdict(joined.dossier.verdict) + "\n"
    for reason in joined.dossier.reasons { text += line(for: reason) }
    return text
  }

  private func text(for document: Document) -> String {
    let side = document.side.map { " \($0.rawValue)" } ?? ""
    var text = "\n\(document.kind.rawValue)\(side), page \(document.page)"
    text += " (\(percent(document.kindConfidence)))  \(verdict(document.verdict))\n"
    if !document.fields.isEmpty {
      var table = TextTable(header: ["Field", "Value", "Confidence", "Source"])
      for (key, field) in document.fields.sorted(by: { $0.key < $1.key }) {
        table.append([
          TextTable.Cell(key.rawValue),
          TextTable.Cell(
            field.value.map(Self.text) ?? "–", style: field.value == nil ? .faint : .plain),
          TextTable.Cell(
            field.value == nil ? "" : percent(field.confidence),
            style: field.confidence.rawValue < 0.9 ? .warning : .plain),
          TextTable.Cell(field.sources.map(\.rawValue).joined(separator: " ")),
        ])
      }
      text += table.text(width: width, colour: colour)
    }
    for reason in document.reasons { text += line(for: reason) }
    return text
  }

  /// A verdict in its colour.
  func verdict(_ verdict: Verdict) -> String {
    Style(verdict).apply(to: verdict.rawValue, colour: colour)
  }

  private func line(for reason: Reason) -> String {
    let style: Style =
      switch reason.severity {
      case .note: .faint
      case .doubt: .warning
      case .refusal: .bad
      }
    let field = reason.field.map { " \($0)" } ?? ""
    return "  " + style.apply(to: reason.severity.rawValue, colour: colour)
      + " \(reason.code.rawValue)\(field): \(reason.vi) · \(reason.en)\n"
  }

  private static func text(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .list(let list): list.joined(separator: "; ")
    case .rows(let rows): "\(rows.count) rows"
    }
  }

  private func percent(_ confidence: Confidence) -> String {
    let hundredths = (confidence.rawValue * 10_000).rounded(.down) / 100
    return "\(hundredths) %"
  }
}
