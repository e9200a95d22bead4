/// A named value of a document, with everything that led to it.
public struct Field: Hashable, Sendable {
  /// The best reading in contract form; nil when the paper leaves it blank or nothing was readable.
  public var value: FieldValue?
  /// The text as its first witness gave it, before any repair.
  public var raw: String?
  /// The calibrated probability that `value` is right.
  public var confidence: Confidence
  /// The witnesses that gave the value, strongest first.
  public var sources: [FieldSource]
  /// The 1-based page of the source file.
  public var page: Int?
  /// Where the value stands, in pixels of the upright page.
  public var box: PixelBox?
  /// The changes between `raw` and `value`.
  public var repairs: [Repair]
  /// Other readings, best first.
  public var candidates: [Candidate]
  /// What the confidence is computed from; not part of the preview JSON.
  public var evidence: Evidence

  /// Creates a field.
  public init(
    value: FieldValue? = nil, raw: String? = nil, confidence: Confidence = .zero,
    sources: [FieldSource] = [], page: Int? = nil, box: PixelBox? = nil, repairs: [Repair] = [],
    candidates: [Candidate] = [], evidence: Evidence = Evidence()
  ) {
    self.value = value
    self.raw = raw
    self.confidence = confidence
    self.sources = sources
    self.page = page
    self.box = box
    self.repairs = repairs
    self.candidates = candidates
    self.evidence = evidence
  }
}

/// The shape in the JSON of `hoso preview`: `value` is always there, null when blank; `evidence` stays inside.
extension Field: Codable {
  private enum CodingKeys: String, CodingKey {
    case value, raw, confidence, sources, page, box, repairs, candidates
  }

  /// Decodes the contract form.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      value: try values.decodeIfPresent(FieldValue.self, forKey: .value),
      raw: try values.decodeIfPresent(String.self, forKey: .raw),
      confidence: try values.decode(Confidence.self, forKey: .confidence),
      sources: try values.decode([FieldSource].self, forKey: .sources),
      page: try values.decodeIfPresent(Int.self, forKey: .page),
      box: try values.decodeIfPresent(PixelBox.self, forKey: .box),
      repairs: try values.decode([Repair].self, forKey: .repairs),
      candidates: try values.decode([Candidate].self, forKey: .candidates))
  }

  /// Encodes the contract form.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(value, forKey: .value)
    try values.encodeIfPresent(raw, forKey: .raw)
    try values.encode(confidence, forKey: .confidence)
    try values.encode(sources, forKey: .sources)
    try values.encodeIfPresent(page, forKey: .page)
    try values.encodeIfPresent(box, forKey: .box)
    try values.encode(repairs, forKey: .repairs)
    try values.encode(candidates, forKey: .candidates)
  }
}
