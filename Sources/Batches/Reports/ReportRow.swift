internal import Documents
internal import RecordStore

/// One file of a batch, as its reports show it.
struct ReportRow: Hashable, Sendable {
  let file: String
  let state: SourceState
  /// The file with the same bytes, for a copy.
  let original: String?
  /// The file with which it was handed out, where that stands for both.
  let whole: String?
  let kinds: [DocumentKind]
  let reasons: [Reason]
  /// Fields and their values, in the order of their names.
  let fields: [(key: String, value: String)]
  /// How long it took to read, in seconds; nil where nothing was read.
  let seconds: Double?

  init(_ source: StoredSource, result: SourceResult?) {
    file = source.path
    state = source.state
    original = source.originalPath
    whole = source.joinedPath
    kinds = source.kinds
    reasons = source.reasons
    let found = result?.dossier.fields ?? [:]
    fields = found.sorted { $0.key < $1.key }.compactMap { key, field in
      field.value.map { (key.rawValue, $0.line) }
    }
    seconds = result.flatMap { $0.timing.totalMs > 0 ? $0.timing.totalMs / 1000 : nil }
  }

  static func == (left: ReportRow, right: ReportRow) -> Bool {
    left.file == right.file && left.state == right.state && left.reasons == right.reasons
  }

  func hash(into hasher: inout Hasher) { hasher.combine(file) }

  /// The state in Vietnamese.
  var verdict: String { ReportWords.state(state) }

  /// The reasons that decided, in Vietnamese, one a line; notes come last.
  var reasonsText: String {
    if let original { return "Trùng với \(original)" }
    let lines = reasons.sorted { $0.severity > $1.severity }.map { reason in
      (reason.field.map { "\($0): " } ?? "") + reason.vi
    }
    return ((whole.map { ["Ghép với \($0)"] } ?? []) + lines).joined(separator: "\n")
  }

  /// The fields, one a line.
  var fieldsText: String { fields.map { "\($0.key): \($0.value)" }.joined(separator: "\n") }
}
