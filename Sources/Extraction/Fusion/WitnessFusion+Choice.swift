import Documents
import VietnameseText

/// The choice among readings of the same print.
extension WitnessFusion {
  /// A reading of the other place counts as one of the field where that was read so often.
  private static let usualReadings = 2.0
  /// What the readings' words say together counts so many readings.
  private static let jointShare = 1.1
  /// How likely a name is that the other place gives, where no model knows it.
  private static let unknownRepetition = 0.5

  /// The reading that the others support: well formed, known to the lexicon, read with confidence;
  /// `repetitions` are readings of the same name at another place.
  func best(
    of readings: [FieldReading], joint: FieldReading?, and repetitions: [FieldReading]
  ) -> FieldReading {
    guard let first = readings.first else { return FieldReading() }
    var sums: [String: Double] = [:]
    func weight(_ reading: FieldReading) -> Double {
      let lexicon: Double =
        switch reading.lexicon {
        case .exact: 0.5
        case .corrected: 0.3
        case .none: 0
        case .absent: -0.2
        }
      // Where two places differ, the more usual of two names is the likelier.
      let usual = repetitions.isEmpty ? 0 : reading.knowledge ?? 0
      return (reading.isWellFormed ? 1 : 0.2) * (0.3 + (reading.engineConfidence ?? 0.5)) + lexicon
        + usual
    }
    for (index, reading) in readings.enumerated() {
      guard let value = reading.value else { continue }
      sums[value, default: 0] += weight(reading) + (index == 0 ? 0.15 : 0)
    }
    if let joint, let value = joint.value {
      sums[value, default: 0] += Self.jointShare * weight(joint)
    }
    // However often the field was read, the other place keeps its say: half of the field's where it
    // was read once, as much where it was read more often.
    let voices = Double(readings.count) + (joint == nil ? 0 : Self.jointShare)
    let share = max(1, voices / max(Self.usualReadings, Double(repetitions.count)))
    for reading in repetitions {
      if let value = reading.value { sums[value, default: 0] += share * weight(reading) }
    }
    guard var best = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return readings.first { $0.raw != nil } ?? first
    }
    if parser.isClosed, first.isWellFormed, let value = first.value,
      Self.differs(best, from: value, by: "7", for: "1")
    {
      best = value
    }
    if parser.isClosed, region.shape == .card, let second = readings.dropFirst().first,
      second.isWellFormed, let value = second.value,
      Self.differs(best, from: value, by: "5", for: "3")
    {
      best = value
    }
    func takeWhole(_ isWhole: (_ text: String, _ read: String) -> Bool) {
      if let whole = sums.keys.filter({ isWhole($0, best) }).max() { best = whole }
    }
    // A first word that was hardly legible is lost more easily than made up.
    if parser == .name { takeWhole(Self.begins) }
    // The abbreviation before a unit's name is easily lost, and hardly read where there is none.
    takeWhole(Self.opens)
    // So is the underscore of a mail address.
    if parser == .email { takeWhole(Self.underscores) }
    let same = (readings + (joint.map { [$0] } ?? [])).filter { $0.value == best }
    if let chosen = same.max(by: { weight($0) < weight($1) }) { return chosen }
    guard let repeated = repetitions.first(where: { $0.value == best }),
      let own = readings.first(where: { NameRepetitions.areAlike($0.value, best) }),
      let read = own.value
    else { return first }
    var chosen = own
    chosen.value = best
    chosen.lexicon = repeated.lexicon
    chosen.knowledge = repeated.knowledge
    chosen.repairs.append(
      Repair(
        from: read, to: best, why: "repetition",
        probability: repeated.knowledge ?? Self.unknownRepetition))
    return chosen
  }

  /// Whether `text` has the digit `read` in places where `value` has `meant`, and is the same
  /// elsewhere.
  ///
  /// Models that were not taught typewritten print take the flag of its 1 for the bar of a 7; the
  /// first reading is by the model that was. Those of Vietnamese print take its 3, whose head is
  /// flat, for a 5; the second reading of numbers is by the model of Latin print, which does not.
  private static func differs(
    _ text: String, from value: String, by read: Character, for meant: Character
  ) -> Bool {
    text != value && text.count == value.count
      && zip(text, value).allSatisfy { $0 == $1 || $0 == read && $1 == meant }
  }

  /// Whether `text` is the name `rest`, of two words and more, behind one more syllable.
  private static func begins(_ text: String, _ rest: String) -> Bool {
    guard text.hasSuffix(" " + rest), rest.contains(" ") else { return false }
    let head = text.dropLast(rest.count + 1)
    return head.count > 1 && head.allSatisfy(\.isLetter) && Syllable(head) != nil
  }

  /// Whether `text` is the mail address `read` with an underscore that was lost, or read as a stop.
  private static func underscores(_ text: String, _ read: String) -> Bool {
    text != read && text.contains("_")
      && (text.filter { $0 != "_" } == read || text.replacing("_", with: ".") == read)
  }

  /// Whether `text` is `name` behind the abbreviation of a unit word.
  private static func opens(_ text: String, _ name: String) -> Bool {
    text.hasSuffix(" " + name) && AddressStyle.isAbbreviation(text.dropLast(name.count + 1))
  }
}
