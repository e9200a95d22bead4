import Documents

/// A result made of the words of a file: verdict, then the last digits of a social insurance number.
enum ProbeResult {
  static func make(
    name: String, sha256: String, process: Int32, kind: DocumentKind = .form01, first: String,
    second: String?
  ) -> SourceResult {
    let verdict = Verdict(rawValue: first) ?? .accepted
    let digits = second.flatMap { $0.allSatisfy(\.isNumber) ? $0 : nil } ?? "0100000001"
    let number = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    func field(_ text: String) -> Field {
      Field(
        value: .text(text), raw: text, confidence: Confidence(rawValue: 0.99995), sources: [.ocr],
        page: 1, box: PixelBox(x: 1, y: 2, width: 3, height: 4))
    }
    let fields: [FieldKey: Field] = [
      .fullName: field("NGUYỄN VĂN ĐỨC"), .socialInsuranceNumber: field(number),
      FieldKey(rawValue: "process"): field("\(process)"),
    ]
    let reasons =
      verdict == .accepted
      ? []
      : [
        Reason(
          code: .fieldUncertain, field: .fullName, vi: "v", en: "e",
          severity: verdict == .review ? .doubt : .refusal)
      ]
    return SourceResult(
      source: SourceIdentity(name: name, sha256: sha256, pages: 1),
      documents: [
        Document(
          kind: kind, side: nil, page: 1, kindConfidence: Confidence(rawValue: 0.999),
          verdict: verdict, reasons: reasons, fields: fields,
          image: ImageSize(width: 10, height: 10, dpi: 300))
      ],
      dossier: Dossier(verdict: verdict, reasons: [], fields: fields))
  }
}
