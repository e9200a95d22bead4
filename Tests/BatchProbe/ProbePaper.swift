import Documents

/// Papers of a dossier made of the words of a file: what it is, then the number of its person, then maybe
/// the person's sex; an annex has the numbers of a household.
///
/// - `front`, `back`: a side of a card; `card`: both
/// - `form`: a Form 01; `declaration`: a 602b; `annex`: the annex of one
enum ProbePaper {
  static func make(name: String, sha256: String, words: [String]) -> SourceResult? {
    guard let kind = words.first, words.count > 1 else { return nil }
    let numbers = words.dropFirst().filter { $0.allSatisfy(\.isNumber) }
    let sex = words.last.flatMap { Sex(rawValue: $0)?.rawValue }
    var documents: [Document] = []
    var reasons: [Reason] = []
    switch kind {
    case "front", "back", "card":
      let sides = CardSide.allCases.filter { kind == "card" || kind == $0.rawValue }
      documents = sides.map { side in
        document(.cccdChip, side, fields(.personalNumber, numbers[0], sex))
      }
      if kind != "card" { reasons = [reason(.dossierSideMissing, .doubt)] }
    case "form":
      documents = [document(.form01, nil, fields(.idNumber, numbers[0], sex))]
      reasons = [reason(.dossierFormAlone, .note)]
    case "declaration":
      documents = [document(.form602b, nil, fields(.idNumber, numbers[0], sex))]
    case "annex":
      let rows = FieldValue.rows(numbers.map { ["fullName": "NGUYỄN VĂN ĐỨC", "idNumber": $0] })
      documents = [document(.form602b, nil, [FieldKey(rawValue: "householdMembers"): field(rows)])]
      documents[0].verdict = .review
      documents[0].reasons = [reason(.formPageMissing, .doubt)]
    default: return nil
    }
    let isAccepted =
      documents.allSatisfy { $0.verdict == .accepted }
      && reasons.allSatisfy { $0.severity == .note }
    return SourceResult(
      source: SourceIdentity(name: name, sha256: sha256, pages: 1), documents: documents,
      dossier: Dossier(
        verdict: isAccepted ? .accepted : .review, reasons: reasons, fields: documents[0].fields))
  }

  private enum Sex: String { case male, female }

  private static func fields(
    _ key: FieldKey, _ number: String, _ sex: String?
  ) -> [FieldKey: Field] {
    var fields = [FieldKey.fullName: field("NGUYỄN VĂN ĐỨC"), key: field(.text(number))]
    if let sex { fields[.sex] = field(.text(sex)) }
    return fields
  }

  private static func field(_ value: FieldValue) -> Field {
    Field(
      value: value, confidence: Confidence(rawValue: 0.99995), sources: [.ocr], page: 1,
      box: PixelBox(x: 1, y: 2, width: 3, height: 4))
  }

  private static func document(
    _ kind: DocumentKind, _ side: CardSide?, _ fields: [FieldKey: Field]
  ) -> Document {
    Document(
      kind: kind, side: side, page: 1, kindConfidence: Confidence(rawValue: 0.999),
      verdict: .accepted, reasons: [], fields: fields,
      image: ImageSize(width: 10, height: 10, dpi: 300))
  }

  private static func reason(_ code: ReasonCode, _ severity: Severity) -> Reason {
    Reason(code: code, field: nil, vi: code.rawValue, en: code.rawValue, severity: severity)
  }
}
