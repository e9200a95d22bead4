internal import Documents
package import Gazetteer
internal import Validation
internal import VietnameseText

/// Reads transfer memos: "Đóng BHXH tự nguyện của <họ tên>, <mã số BHXH>, <số điện thoại>" and what
/// banks and people make of it.
///
/// All readings of a memo are weighed against each other, so a value's confidence is the share of
/// the readings that give it. The name is kept as it was written; where its marks are missing, the
/// names that it may be stand beside it.
package struct MemoReader: Sendable {
  private let decoder: MemoDecoder
  private let weights: MemoWeights
  private let names: NameModel
  private let phones: PhonePlan
  private let judge: MemoJudge
  private let damage: MemoDamage

  private static let longest = 1000
  private static let mostCandidates = 3
  private static let leastShare = 0.001
  private static let digitsWithoutZero = 9

  /// Loads what is known about memos from the folder of `gazetteer`.
  package init(gazetteer: Gazetteer) throws {
    let directory = gazetteer.directory
    weights = try MemoWeights(dictionaries: directory)
    names = try NameModel(dictionaries: directory)
    phones = try PhonePlan(path: directory + "/lists/phone-prefixes.tsv")
    let lexicon = try MemoLexicon(dictionaries: directory, names: names)
    decoder = MemoDecoder(
      words: MemoWords(lexicon: lexicon, weights: weights),
      numbers: MemoNumbers(gazetteer: gazetteer, phones: phones, weights: weights),
      weights: weights)
    judge = MemoJudge(catalogue: try ReasonCatalogue(directory: directory))
    damage = try MemoDamage(dictionaries: directory, names: names)
  }

  /// What `memo` says.
  package func memo(_ memo: String) -> Memo {
    let text = MemoText(String(MemoCleaning.cleaned(memo).prefix(Self.longest)))
    let readings = decoder.readings(of: text)
    guard let best = readings.first?.state else { return judge.judged(memo, [:], []) }
    var findings: [Finding] = []
    var fields: [FieldKey: Field] = [:]
    fields[.fullName] = nameField(text, readings, best, &findings)
    fields[.socialInsuranceNumber] = numberField(text, readings, best)
    fields[.phone] = phoneField(text, readings, best, &findings)
    findings += cuts(text, best)
    let share = { (holds: (MemoState) -> Bool) in
      readings.reduce(0) { holds($1.state) ? $0 + $1.weight : $0 }
    }
    if share(\.hasOtherPurpose) > 1 - weights.ceiling {
      findings.append(Finding(.memoOtherPurpose))
    }
    if share(\.hasPurpose) < weights.ceiling {
      let isUnrelated = best.number == nil && !best.hasPurpose
      findings.append(Finding(isUnrelated ? .memoUnrelated : .memoPurposeMissing))
    }
    return judge.judged(memo, fields, findings)
  }

  /// The values that the readings give, each with its share, the best first; nil is a blank.
  private func values<Value: Hashable>(
    _ readings: [MemoDecoder.Reading], _ value: (MemoState) -> Value?
  ) -> [(value: Value?, share: Double)] {
    var shares: [Value?: Double] = [:]
    var order: [Value?] = []
    for reading in readings {
      let value = value(reading.state)
      if shares[value] == nil { order.append(value) }
      shares[value, default: 0] += reading.weight
    }
    return order.map { ($0, min(shares[$0] ?? 0, weights.ceiling)) }
      .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element)
  }

  private func field(_ values: [(value: String?, share: Double)], raw: String?) -> Field {
    guard let best = values.first else { return Field() }
    let likely = values.dropFirst().prefix(Self.mostCandidates).filter {
      $0.share >= Self.leastShare
    }
    let others = likely.compactMap { other in
      other.value.map {
        Documents.Candidate(
          value: .text($0), confidence: Confidence(rawValue: other.share), source: .textLayer)
      }
    }
    return Field(
      value: best.value.map(FieldValue.text), raw: best.value == nil ? nil : raw,
      confidence: Confidence(rawValue: best.value == nil ? 0 : best.share), sources: [.textLayer],
      candidates: others)
  }

  private func numberField(
    _ text: MemoText, _ readings: [MemoDecoder.Reading], _ best: MemoState
  ) -> Field {
    field(
      values(readings) { $0.number.map(text.digits) }, raw: best.number.map(text.written))
  }

  private func phoneField(
    _ text: MemoText, _ readings: [MemoDecoder.Reading], _ best: MemoState,
    _ findings: inout [Finding]
  ) -> Field {
    var field = field(
      values(readings) { $0.phone == nil ? nil : $0.phoneDigits },
      raw: best.phone.map(text.written))
    guard let number = field.value?.text else { return field }
    if field.raw?.filter(\.isNumber).count == Self.digitsWithoutZero {
      // The zero may be lost, or any other digit.
      findings.append(Finding(.fieldInvalid, field: .phone))
    }
    switch phones.judge(number) {
    case .mobile, .fixed: break
    case .invalid: findings.append(Finding(.phoneInvalid, field: .phone))
    case .former(let prefix, let successor):
      findings.append(
        Finding(.phoneInvalid, field: .phone, details: ["former": prefix, "successor": successor]))
      let today = successor + number.dropFirst(prefix.utf8.count)
      field.candidates.insert(
        Documents.Candidate(value: .text(today), confidence: field.confidence, source: .textLayer),
        at: 0)
    }
    return field
  }

  private func nameField(
    _ text: MemoText, _ readings: [MemoDecoder.Reading], _ best: MemoState,
    _ findings: inout [Finding]
  ) -> Field {
    let shares = values(readings) { state in state.name.map { name(text, $0) } }
    guard let first = shares.first, let name = first.value,
      let place = readings.first(where: { $0.state.name.map { self.name(text, $0) } == name })?
        .state.name
    else { return field(shares, raw: nil) }
    let span = place.starts[0]..<place.end
    var field = field(shares, raw: text.written(span))
    if place.starts.dropFirst().contains(where: { text.gaps[$0] == .none }) {
      field.confidence = min(field.confidence, Confidence(rawValue: weights.gluedCeiling))
    }
    if text.signs[span].contains(MemoText.unreadable) {
      findings.append(Finding(.nameDamaged, field: .fullName))
      let restored = damage.restored(text, Self.words(place))
      field.value = restored.first.map { .text($0.text) }
      field.confidence = Confidence(
        rawValue: min(first.share, 1) * (restored.first?.probability ?? 0))
      field.candidates = candidates(restored.dropFirst(), share: first.share)
      return field
    }
    if damage.isDamaged(name) || damage.hasLostLetters(text) {
      findings.append(Finding(.nameDamaged, field: .fullName))
    }
    if name.strippingMarks() == name {
      findings.append(Finding(.nameUnmarked, field: .fullName))
      let marked = names.repaired(name).filter { $0.text != name }
      field.candidates =
        candidates(marked.prefix(Self.mostCandidates)[...], share: first.share) + field.candidates
    }
    return field
  }

  private func candidates(_ names: ArraySlice<NameCandidate>, share: Double) -> [Documents
    .Candidate]
  {
    names.prefix(Self.mostCandidates).filter { $0.probability >= Self.leastShare }.map {
      Documents.Candidate(
        value: .text($0.text), confidence: Confidence(rawValue: $0.probability * share),
        source: .textLayer)
    }
  }

  private func name(_ text: MemoText, _ name: MemoState.Name) -> String {
    Self.words(name).map { text.word($0).uppercased() }.joined(separator: " ")
  }

  private static func words(_ name: MemoState.Name) -> [Range<Int>] {
    name.starts.indices.map { index in
      let end = index + 1 < name.starts.count ? name.starts[index + 1] : name.end
      return name.starts[index]..<end
    }
  }

  /// Fields that end where banks cut, and may go on.
  private func cuts(_ text: MemoText, _ state: MemoState) -> [Finding] {
    let fields: [(FieldKey, Range<Int>)] = [
      state.name.map { (.fullName, $0.starts[0]..<$0.end) },
      state.number.map { (.socialInsuranceNumber, $0) },
      state.phone.map { (.phone, $0) },
    ].compactMap(\.self)
    guard let (key, last) = fields.max(by: { $0.1.upperBound < $1.1.upperBound }),
      let first = fields.map(\.1.lowerBound).min()
    else { return [] }
    switch key {
    // A mobile number has the digits that its prefix promises.
    case .phone: return []
    case .socialInsuranceNumber where last.count != 10: return []
    default: break
    }
    // What the sender wrote may begin at any word up to the first field.
    let isCut = (0...first).contains { start in
      guard start == 0 || text.gaps[start] != .none else { return false }
      let length = text.length(start..<last.upperBound)
      // A space or comma at the cut is taken away.
      return weights.cutLengths.contains { (length...length + 2).contains($0) }
    }
    return isCut ? [Finding(.memoCut, field: key)] : []
  }
}
