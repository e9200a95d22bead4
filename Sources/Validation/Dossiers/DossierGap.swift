package import Documents

/// What a file lacks that other files of its dossier may bring.
package enum DossierGap {
  /// Doubts of a dossier that another file may settle.
  private static let curable: Set<ReasonCode> = [
    .dossierSideMissing, .dossierEvidenceMissing, .dossierFormMissing,
  ]

  /// Whether nothing stands against `result` but what other files may bring, and something does lack:
  /// the other side of a card, a form's evidence, the form of an annex or of evidence, the annex of a
  /// form that may have one.
  package static func isOpen(in result: SourceResult) -> Bool {
    let documents = result.documents
    guard !documents.isEmpty, result.reasons.allSatisfy({ $0.severity == .note }),
      documents.allSatisfy({ $0.verdict == .accepted || $0.isAnnexAlone })
    else { return false }
    let doubts = result.dossier.reasons.filter { $0.severity > .note }
    guard doubts.allSatisfy({ curable.contains($0.code) }) else { return false }
    return !doubts.isEmpty
      || result.dossier.reasons.contains { $0.code == .dossierFormAlone }
      || documents.contains { $0.isAnnexAlone || $0.mayHaveAnnex }
      || documents.allSatisfy(\.kind.isCard)
  }

  /// An open `result` without the doubts that the other files of its dossier have settled.
  package static func closed(_ result: SourceResult) -> SourceResult {
    var closed = result
    closed.dossier.verdict = .accepted
    closed.dossier.reasons.removeAll { curable.contains($0.code) || $0.code == .dossierFormAlone }
    for index in closed.documents.indices where closed.documents[index].isAnnexAlone {
      closed.documents[index].verdict = .accepted
      closed.documents[index].reasons.removeAll { $0.code == .formPageMissing }
    }
    return closed
  }

  /// Whether a file holds the annex of a form that is not there.
  package static func isAnnex(_ result: SourceResult) -> Bool {
    result.documents.contains(where: \.isAnnexAlone)
  }

  /// Whether a file holds a form to which an annex may still come.
  package static func mayHaveAnnex(_ result: SourceResult) -> Bool {
    result.documents.contains(where: \.mayHaveAnnex)
  }

  /// Whether a file holds a form, and more of it than its annex.
  package static func hasForm(_ result: SourceResult) -> Bool {
    result.documents.contains {
      ($0.kind == .form01 || $0.kind == .form602b) && !$0.isAnnex
    }
  }

  /// Whether `results` hold no two papers of one kind and side: else which belongs to which is open.
  package static func isUnambiguous(_ results: [SourceResult]) -> Bool {
    var seen: Set<String> = []
    return results.flatMap(\.documents).allSatisfy { document in
      let side = document.isAnnex ? "annex" : document.side?.rawValue ?? ""
      return seen.insert("\(document.kind.rawValue) \(side)").inserted
    }
  }
}

extension Document {
  /// Whether it is the annex of a form that is not there.
  var isAnnex: Bool { reasons.contains { $0.code == .formPageMissing } }

  /// Whether it is the annex of a form that is not there, and nothing else is wrong with it.
  var isAnnexAlone: Bool {
    isAnnex && reasons.allSatisfy { $0.severity == .note || $0.code == .formPageMissing }
  }

  /// Whether it is a form to which an annex may still come.
  var mayHaveAnnex: Bool { kind == .form602b && !isAnnex && rows.isEmpty }

  /// The rows of its tables.
  var rows: [[String: String?]] {
    fields.values.flatMap { field in
      if case .rows(let rows) = field.value { rows } else { [[String: String?]]() }
    }
  }

  /// `documents` with an annex that came without its form as part of the one form that lacks it.
  static func whole(_ documents: [Document]) -> [Document] {
    let annexes = documents.indices.filter { documents[$0].isAnnex }
    let forms = documents.indices.filter { documents[$0].mayHaveAnnex }
    guard let place = annexes.first, annexes.count == 1, let form = forms.first, forms.count == 1
    else { return documents }
    var whole = documents
    let annex = whole[place]
    for (key, field) in annex.fields where whole[form].fields[key]?.value == nil {
      whole[form].fields[key] = field
    }
    whole[form].reasons += annex.reasons.filter { $0.code != .formPageMissing }
    if !annex.isAnnexAlone { whole[form].verdict = max(whole[form].verdict, annex.verdict) }
    whole.remove(at: place)
    return whole
  }
}
