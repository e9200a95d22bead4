package import Documents

/// Results as a worker could give them, of documents that nobody owns.
package enum SampleResult {
  /// The result of a source with documents of `kinds`, whose dossier holds `fields`.
  package static func make(
    _ verdict: Verdict = .accepted, sha256: String = "aa", kinds: [DocumentKind] = [.form01],
    fields: [FieldKey: String] = [.socialInsuranceNumber: "0100000001"]
  ) -> SourceResult {
    let values = fields.mapValues { text in
      Field(
        value: .text(text), raw: text, confidence: Confidence(rawValue: 0.9999), sources: [.ocr],
        page: 1, box: PixelBox(x: 1, y: 2, width: 3, height: 4))
    }
    let reasons =
      verdict == .accepted
      ? []
      : [
        Reason(
          code: verdict == .review ? .fieldUncertain : .kindUnknown, field: .fullName, vi: "v",
          en: "e", severity: verdict == .review ? .doubt : .refusal)
      ]
    return SourceResult(
      source: SourceIdentity(
        name: "a.pdf", sha256: String(repeating: sha256, count: 64 / max(1, sha256.utf8.count)),
        pages: 1),
      documents: kinds.map {
        Document(
          kind: $0, side: nil, page: 1, kindConfidence: Confidence(rawValue: 0.999),
          verdict: verdict, reasons: reasons, fields: values,
          image: ImageSize(width: 10, height: 10, dpi: 300))
      },
      dossier: Dossier(verdict: verdict, reasons: [], fields: values))
  }

  /// A reason whose words are its code and its details.
  @Sendable package static func phrase(_ finding: Finding) -> Reason {
    let words = ([finding.code.rawValue] + finding.details.sorted { $0.key < $1.key }.map(\.value))
      .joined(separator: " ")
    return Reason(
      code: finding.code, field: finding.field, vi: words, en: words, severity: .refusal)
  }
}
