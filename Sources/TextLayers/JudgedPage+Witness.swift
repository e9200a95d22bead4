internal import Documents
internal import Recognition
internal import Rendering
internal import VietnameseText

/// What lines that are read from the image say of a page's text layer.
extension JudgedPage {
  /// The most lines read of one kind of text at first.
  private static let mostLines = 3
  /// The most lines read of one kind where the first ones leave a doubt.
  private static let mostLinesAgain = 9
  /// So many letters of a line are read at first.
  private static let pieceLetters = 24
  /// So few letters are no lie by themselves.
  private static let speck = 16
  /// The most blocks that are read one by one when lines of one kind are at odds.
  private static let mostBlocks = 8
  /// The most lines of a block that is no fluent text and stands beside lies.
  private static let mostBlockLines = 4
  /// The most lines of a longer block of fluent text beside lies.
  private static let mostFluentLines = 12

  /// Reads a few lines of each kind of text, first pieces of them, and of each block where they are
  /// at odds.
  mutating func ask(_ witness: LineWitness, on map: InkMap) throws(RecognitionError) {
    var kinds: [LayerKind: [Int]] = [:]
    for (index, block) in blocks.enumerated() { kinds[block.kind, default: []].append(index) }
    let ordered = kinds.sorted { $0.value[0] < $1.value[0] }
    var agreements: [(value: Double, letters: Int)] = []
    let first = try firstOpinions(of: ordered, witness, map)
    for (place, (kind, members)) in ordered.enumerated() {
      var opinions = first[place]
      var verdict =
        kind.isHopeless
        ? LayerVerdict(isTrusted: false, reason: kind.reasonAgainst)
        : LayerVerdict(kind: kind, opinions, limits)
      if !kind.isHopeless, !verdict.isTrusted {
        // Whole lines say more than pieces before anything is thrown away.
        opinions = try self.opinions(
          of: samples(of: members, count: Self.mostLines), witness, map)
        verdict = LayerVerdict(kind: kind, opinions, limits)
      }
      let isUnread = verdict.agreement == nil
      if !kind.isHopeless, isUnread || !verdict.isTrusted && isNear(verdict) {
        // A rule between cells is read as a stroke; of more lines fewer have one.
        let others = samples(of: members, count: Self.mostLinesAgain)
        if others.count > opinions.count {
          opinions = try self.opinions(of: others, witness, map)
          verdict = LayerVerdict(kind: kind, opinions, limits)
        }
      }
      if verdict.isTrusted, verdict.agreement == nil, !liesSurely {
        // What nobody can read where it lies is another page's text.
        verdict = LayerVerdict(isTrusted: false, reason: .otherText)
      }
      for member in members { verdicts[member] = verdict }
      if let agreement = verdict.agreement {
        agreements.append((agreement, opinions.reduce(0) { $0 + $1.letters }))
      }
    }
    let letters = agreements.reduce(0) { $0 + $1.letters }
    if letters > 0 {
      agreement = agreements.reduce(0) { $0 + $1.value * Double($1.letters) } / Double(letters)
    }
    overlookSpecks(ordered)
    try askEach(ordered, witness, on: map)
  }

  /// Whether lines that were read disagree no more than a poor reading does, or said nothing.
  private func isNear(_ verdict: LayerVerdict) -> Bool {
    verdict.agreement.map { $0 >= limits.leastAgreement } ?? true
  }

  /// Lets a few letters pass that were read otherwise where all the rest of the page is confirmed: a
  /// lie is of more than a word.
  private mutating func overlookSpecks(_ kinds: [(key: LayerKind, value: [Int])]) {
    let doubted = kinds.filter { !(verdicts[$0.value[0]]?.isTrusted ?? false) }
    let rest = kinds.filter { verdicts[$0.value[0]]?.isTrusted ?? false }
    let letters = size(of: doubted.flatMap(\.value))
    guard letters <= Self.speck, 30 * letters < size(of: rest.flatMap(\.value)),
      !doubted.contains(where: \.key.isHopeless),
      rest.allSatisfy({ verdicts[$0.value[0]]?.agreement ?? 0 >= limits.clearAgreement })
    else { return }
    for member in doubted.flatMap(\.value) {
      verdicts[member] = LayerVerdict(isTrusted: true, reason: .confirmed)
    }
  }

  /// Reads each block where lines of one kind are at odds, or where a few words would be trusted on
  /// a page that lies elsewhere.
  private mutating func askEach(
    _ kinds: [(key: LayerKind, value: [Int])], _ witness: LineWitness, on map: InkMap
  ) throws(RecognitionError) {
    let hasLies = verdicts.contains { $0.map { !$0.isTrusted } ?? false }
    let isMinor = hasLies && hasMostlyLies
    for (kind, members) in kinds {
      guard let verdict = verdicts[members[0]],
        verdict.isDivided
          || hasLies && verdict.isTrusted
            && (kind != .fluent || isMinor || (verdict.agreement ?? 0) < limits.clearAgreement)
      else { continue }
      for (count, member) in members.enumerated() {
        let isFluent = kind == .fluent
        let lines = blocks[member].lines.count
        // What is no fluent text, or little of a page of lies, is trusted when each of its lines was
        // read: a lie leaves capitals as they are, and not the small letters among them.
        guard count < Self.mostBlocks, isFluent || lines <= Self.mostBlockLines else {
          verdicts[member] = LayerVerdict(isTrusted: false, reason: .undecided)
          continue
        }
        let isLong = isFluent && isMinor && lines > Self.mostBlockLines
        let few = isLong ? Self.mostFluentLines : 2
        let opinions = try self.opinions(
          of: samples(of: [member], count: isLong || isFluent && !isMinor ? few : lines), witness,
          map)
        var verdict = LayerVerdict(kind: kind, opinions, limits)
        let isAgreed = isLong ? isClear(verdict, opinions) : verdict.isAgreed
        if hasLies || !isFluent, !isAgreed || opinions.isEmpty {
          verdict = LayerVerdict(isTrusted: false, reason: .undecided)
        }
        verdicts[member] = verdict
      }
    }
  }

  /// Whether lines of prose were read as they are stated, but for a letter now and then.
  private func isClear(_ verdict: LayerVerdict, _ opinions: [LineWitness.Opinion]) -> Bool {
    verdict.agreement ?? 0 >= limits.clearAgreement
      && opinions.allSatisfy { $0.agreement >= limits.sureAgreement }
  }

  /// Whether more of the page lies than is trusted.
  private var hasMostlyLies: Bool {
    var (good, all) = (0, 0)
    for (block, verdict) in zip(blocks, verdicts) {
      let size = block.survey.letters + block.survey.digits
      all += size
      good += verdict?.isTrusted == true ? size : 0
    }
    return 2 * good < all
  }

  private func opinions(
    of sample: [Int], _ witness: LineWitness, _ map: InkMap
  ) throws(RecognitionError) -> [LineWitness.Opinion] {
    var opinions: [LineWitness.Opinion] = []
    for line in sample {
      if let opinion = try witness.opinion(of: row(of: line), on: map) { opinions.append(opinion) }
    }
    return opinions
  }

  /// What pieces of a few lines of each kind say.
  ///
  /// One of each is enough where two kinds leave no doubt and of the others there is no more than a
  /// speck.
  private func firstOpinions(
    of kinds: [(key: LayerKind, value: [Int])], _ witness: LineWitness, _ map: InkMap
  ) throws(RecognitionError) -> [[LineWitness.Opinion]] {
    var opinions: [[LineWitness.Opinion]] = []
    for (kind, members) in kinds {
      opinions.append(
        kind.isHopeless ? [] : try pieces(of: members, from: 0, to: 1, [], witness, map))
    }
    let isSure = opinions.map { !$0.isEmpty && $0.allSatisfy(leavesNoDoubt) }
    let isDoubted = kinds.indices.contains { !isSure[$0] && size(of: kinds[$0].value) > Self.speck }
    if !isDoubted, isSure.count(where: { $0 }) >= 2 { return opinions }
    for (place, (kind, members)) in kinds.enumerated() where !kind.isHopeless {
      opinions[place] = try pieces(
        of: members, from: 1, to: Self.mostLines, opinions[place], witness, map)
    }
    return opinions
  }

  /// The letters and digits of some blocks.
  private func size(of members: [Int]) -> Int {
    members.reduce(0) { $0 + blocks[$1].survey.letters + blocks[$1].survey.digits }
  }

  /// `known`, and what more pieces of some blocks' lines say, but no more of them than it takes until
  /// they leave no doubt: two do, or as much as half of the text.
  private func pieces(
    of members: [Int], from start: Int, to end: Int, _ known: [LineWitness.Opinion],
    _ witness: LineWitness, _ map: InkMap
  ) throws(RecognitionError) -> [LineWitness.Opinion] {
    let sample = samples(of: members, count: Self.mostLines)
    var opinions = known
    // The outer ones first: what is wrong is seldom wrong in the middle alone.
    let order = sample.indices.sorted {
      abs(2 * $0 - sample.count + 1) > abs(2 * $1 - sample.count + 1)
    }
    for index in order.prefix(end).dropFirst(start) {
      let isMuch = 2 * opinions.reduce(0) { $0 + $1.letters } >= size(of: members)
      if opinions.count >= (isMuch ? 1 : 2), opinions.allSatisfy(leavesNoDoubt) { break }
      let piece = row(of: sample[index]).piece(of: Self.pieceLetters)
      if let opinion = try witness.opinion(of: piece, on: map) { opinions.append(opinion) }
    }
    return opinions
  }

  /// Whether a line says by itself that the layer is right.
  private func leavesNoDoubt(_ opinion: LineWitness.Opinion) -> Bool {
    opinion.letters >= 12 && opinion.agreement >= limits.clearAgreement
      && opinion.confidence >= limits.legibleConfidence
      && (opinion.digitAgreement ?? 1) >= limits.clearAgreement
  }

  /// A line with what stands beside it in its block: cells of a table are read row by row.
  private func row(of line: Int) -> LayerLine {
    var (first, last) = (line, line)
    while first > 0, isBeside(first - 1, first) { first -= 1 }
    while last + 1 < lines.count, isBeside(last, last + 1) { last += 1 }
    return LayerLine(words: lines[first...last].flatMap(\.words))
  }

  private func isBeside(_ line: Int, _ next: Int) -> Bool {
    let (box, other) = (lines[line].box, lines[next].box)
    return other.x >= box.maxX && abs(Int(box.midY - other.midY)) * 3 < box.height
      && other.x - box.maxX < 8 * box.height
  }

  /// Lines of some blocks that are worth reading, far from each other.
  func samples(of members: [Int], count: Int) -> [Int] {
    let all = members.flatMap { blocks[$0].lines }
    let letters = all.map { lines[$0].letters }
    let long = all.indices.filter { (12...110).contains(letters[$0]) }
    let fitting = long.count >= count ? long : all.indices.filter { letters[$0] >= 3 }
    guard fitting.count > count else { return fitting.map { all[$0] } }
    // The middle of each of equal parts.
    return (0..<count).map { part in all[fitting[(2 * part + 1) * fitting.count / (2 * count)]] }
  }
}
