import Documents
import Foundation
import Testing

@Suite struct SourceResultTests {
  private static let field = Field(
    value: "NGUYỄN VĂN ĐỨC", raw: "NGUYỄN VĂN ĐÚC", confidence: Confidence(rawValue: 0.5),
    sources: [.qr, .ocr], page: 1, box: PixelBox(x: 312, y: 280, width: 420, height: 36),
    repairs: [Repair(from: "ĐÚC", to: "ĐỨC", why: "qr", probability: 0.75)],
    candidates: [
      Candidate(value: "NGUYỄN VĂN ĐÚC", confidence: Confidence(rawValue: 0.25), source: .ocr)
    ])

  /// The shape of `hoso.preview/1`, key by key.
  @Test func encodesTheContractShape() throws {
    let result = SourceResult(
      source: SourceIdentity(name: "scan.pdf", sha256: "ab", pages: 2),
      documents: [
        Document(
          kind: .cccdChip, side: .front, page: 1, kindConfidence: Confidence(rawValue: 0.5),
          verdict: .review,
          reasons: [
            Reason(
              code: .numberSexMismatch, field: .personalNumber, vi: "v", en: "e", severity: .doubt)
          ],
          fields: [.fullName: Self.field, .placeOfOrigin: Field()],
          image: ImageSize(width: 1011, height: 638, dpi: 300))
      ],
      dossier: Dossier(verdict: .review))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(result), as: UTF8.self)
    let expected = #"""
      {"documents":[{"fields":{"fullName":{"box":[312,280,420,36],"candidates":[{"confidence":0.25,"source":"ocr","value":"NGUYỄN VĂN ĐÚC"}],"confidence":0.5,"page":1,"raw":"NGUYỄN VĂN ĐÚC","repairs":[{"from":"ĐÚC","probability":0.75,"to":"ĐỨC","why":"qr"}],"sources":["qr","ocr"],"value":"NGUYỄN VĂN ĐỨC"},"placeOfOrigin":{"candidates":[],"confidence":0,"repairs":[],"sources":[],"value":null}},"image":{"dpi":300,"height":638,"width":1011},"kind":"cccd-chip","kindConfidence":0.5,"page":1,"reasons":[{"code":"number.sex-mismatch","en":"e","field":"personalNumber","vi":"v"}],"side":"front","verdict":"review"}],"dossier":{"fields":{},"reasons":[],"verdict":"review"},"schema":"hoso.preview/1","source":{"name":"scan.pdf","pages":2,"sha256":"ab"},"timing":{"decodeMs":0,"prepareMs":0,"readMs":0,"repairMs":0,"totalMs":0}}
      """#
    #expect(Array(json.utf8) == Array(expected.utf8))
    #expect(try JSONDecoder().decode(SourceResult.self, from: Data(json.utf8)) == result)
  }

  @Test func refusesAnotherSchema() {
    let json = Data(#"{"schema":"hoso.preview/2"}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(SourceResult.self, from: json)
    }
  }
}
