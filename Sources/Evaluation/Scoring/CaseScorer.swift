public import Documents
internal import VietnameseText

/// Compares what was found in a case with its label.
public struct CaseScorer: Sendable {
  /// Creates a scorer.
  public init() {}

  /// Scores the results of a case's files, given in the label's order.
  ///
  /// What a document lacks because it stands in another file, as the annex of a form may, is taken
  /// from the dossier among `joined` that holds both.
  public func score(
    _ item: CorpusCase, results: [SourceResult], joined: [JoinedDossier] = []
  ) -> CaseScore {
    let labelled = item.label.documents ?? []
    var found: [(page: Int, document: Document, dossier: Dossier?)] = []
    var offset = 0
    for result in results {
      let dossier = joined.first { $0.sources.contains(result.source) }?.dossier
      found += result.documents.map {
        (page: $0.page + offset, document: $0, dossier: dossier)
      }
      offset += max(1, result.source.pages)
    }
    var unclaimed = Array(found.indices)
    var claims = [Int?](repeating: nil, count: labelled.count)
    // The right kind on the right page first; then whatever else the page holds.
    for isSame in [Self.isSameKind, Self.isOfAnyKind] {
      for (index, label) in labelled.enumerated() where claims[index] == nil {
        guard
          let position = unclaimed.firstIndex(where: {
            found[$0].page == label.page && isSame(found[$0].document, label)
          })
        else { continue }
        claims[index] = unclaimed.remove(at: position)
      }
    }
    var fields: [FieldScore] = []
    var rightKinds = 0
    var cards: [CardWitnesses] = []
    var handwritten: [HandwrittenField] = []
    var acceptsForeign = unclaimed.contains { found[$0].document.verdict == .accepted }
    for (index, label) in labelled.enumerated() {
      let document = claims[index].map { found[$0].document }
      if let document, Self.isSameKind(document, label) { rightKinds += 1 }
      if label.kind.isCard {
        cards.append(CardWitnesses(kind: label.kind, side: label.side, found: document))
      }
      if label.kind == .unknown {
        if document == nil { rightKinds += 1 }
        if document?.verdict == .accepted { acceptsForeign = true }
      }
      handwritten += (label.handwritten ?? []).map { key in
        HandwrittenField(key: key, isDoubted: Self.isDoubted(key, in: document))
      }
      for (key, expected) in label.fields.sorted(by: { $0.key < $1.key }) {
        var field = document?.fields[key]
        var verdict = document?.verdict
        if field == nil, expected != nil,
          let dossier = claims[index].flatMap({ found[$0].dossier }),
          let joined = dossier.fields[key]
        {
          (field, verdict) = (joined, dossier.verdict)
        }
        fields.append(
          Self.score(
            key, expected: expected, field, isAccepted: verdict == .accepted, label: label,
            position: index))
      }
    }
    let accepted =
      !found.isEmpty && found.allSatisfy { $0.document.verdict == .accepted }
    var score = CaseScore(
      name: item.name, set: item.label.set, tier: item.label.tier ?? "none", fields: fields,
      rightKinds: rightKinds, labelledDocuments: labelled.count,
      inventedDocuments: unclaimed.count, acceptsForeign: acceptsForeign,
      isZeroTouch: accepted, milliseconds: results.reduce(0) { $0 + $1.timing.totalMs },
      cards: cards, doubts: Self.doubts(of: found.map(\.document)))
    score.handwritten = handwritten
    score.reasons = Set(
      results.flatMap { result in
        (result.reasons + result.dossier.reasons + result.documents.flatMap(\.reasons))
          .map(\.code.rawValue)
      })
    score.captures = item.label.captures
    score.nearMiss = item.label.nearMiss
    return score
  }

  /// The codes of the doubts about `documents`, each with its field.
  private static func doubts(of documents: [Document]) -> [String] {
    let reasons = documents.flatMap(\.reasons).filter { $0.severity > .note }
    return Set(
      reasons.map { reason in
        ([reason.code.rawValue] + (reason.field.map { [$0.rawValue] } ?? []))
          .joined(separator: " ")
      }
    ).sorted()
  }

  /// Whether a person is asked to look at a field; who sees no document at all is asked, too.
  private static func isDoubted(_ key: FieldKey, in document: Document?) -> Bool {
    guard let document else { return true }
    return document.verdict != .accepted
      && document.reasons.contains { $0.field == key && $0.severity > .note }
  }

  private static func isSameKind(
    _ document: Document, _ label: CaseLabel.LabelledDocument
  ) -> Bool {
    document.kind == label.kind && document.side == label.side
  }

  private static func isOfAnyKind(
    _ document: Document, _ label: CaseLabel.LabelledDocument
  ) -> Bool { true }

  private static func score(
    _ key: FieldKey, expected: FieldValue?, _ field: Field?, isAccepted: Bool,
    label: CaseLabel.LabelledDocument, position: Int
  ) -> FieldScore {
    let found = field?.value
    let outcome: FieldOutcome
    switch (expected, found) {
    case (nil, nil): outcome = .blank
    case (nil, _?): outcome = isAccepted ? .silent : .invented
    case (_?, nil): outcome = isAccepted ? .silent : .missing
    case (let expected?, let found?):
      if Self.normal(expected) == Self.normal(found) {
        outcome = .exact
      } else {
        outcome = isAccepted ? .silent : .inReview
      }
    }
    var isRightFolded = outcome.isRight
    if let expected, let found { isRightFolded = folded(expected) == folded(found) }
    return FieldScore(
      key: key, kind: label.kind, document: position, outcome: outcome,
      isRightFolded: isRightFolded, confidence: field?.confidence, evidence: field?.evidence,
      expected: expected, found: found)
  }

  /// UTF-8 bytes after NFC and white-space folding, value by value.
  private static func normal(_ value: FieldValue) -> [[UInt8]] {
    texts(of: value).map { Array(folding($0).utf8) }
  }

  private static func folded(_ value: FieldValue) -> [[UInt8]] {
    texts(of: value).map { Array(folding($0).lowercased().foldingTonePlacement().utf8) }
  }

  private static func folding(_ text: String) -> String {
    text.normalized().foldingWhiteSpace()
  }

  private static func texts(of value: FieldValue) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let list): list
    case .rows(let rows):
      rows.map { row in
        row.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value ?? "")" }
          .joined(separator: "\u{1F}")
      }
    }
  }
}
