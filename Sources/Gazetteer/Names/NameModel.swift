internal import Foundation
internal import VietnameseText

/// What is known about full names: how probable one is, and which one a reading can be.
///
/// It holds frequencies of syllables by their place in a name, and no name of a person. Forms that
/// are different legal names (Hoàng and Huỳnh, Vũ and Võ, Lý and Lí) are never put one for the other.
package struct NameModel: Sendable {
  let frequencies: NameFrequencies
  /// The letters of each entry of the frequencies.
  private let letters: [[Letter]]
  private let variants: Set<[String]>

  /// More would only add what is rounding.
  private static let beam = 64
  private static let mostChoices = 24
  private static let mostWords = 12
  /// What is left for names that no candidate is.
  private static let doubt = 0.005

  /// Loads the model from the folder `dictionaries`.
  package init(dictionaries: String) throws {
    frequencies = try NameFrequencies(directory: dictionaries)
    letters = frequencies.entries.map { Self.letters(of: $0.syllable) ?? [] }
    let table = try DictionaryTable(
      path: dictionaries + "/names/name-variants.tsv", columns: ["first", "second"])
    var variants: Set<[String]> = []
    for row in 0..<table.count {
      let pair = [table[row, 0].lowercased(), table[row, 1].lowercased()]
      variants.insert(pair)
      variants.insert(pair.reversed())
    }
    self.variants = variants
  }

  /// The natural logarithm of the probability that somebody is called `name`.
  package func logProbability(of name: String) -> Double {
    let words = Self.words(of: name)
    guard !words.isEmpty else { return -.infinity }
    var sums = [0.0, 0.0]
    for sex in NameFrequencies.Sex.allCases {
      var previous: Int?
      var sum = log(0.5 * NameFrequencies.probability(ofLength: words.count))
      for (index, word) in words.enumerated() {
        let place = Self.place(index, of: words.count)
        let entry = frequencies.index(of: word)
        sum += log(probability(of: word, entry, in: place, behind: previous, sex))
        previous = entry
      }
      sums[sex.rawValue] = sum
    }
    let most = max(sums[0], sums[1])
    return most + log(exp(sums[0] - most) + exp(sums[1] - most))
  }

  /// Whether every word of `name` is known in its place.
  package func isKnown(_ name: String) -> Bool {
    let words = Self.words(of: name)
    return words.count > 1
      && words.enumerated().allSatisfy { index, word in
        frequencies.isKnown(word, in: Self.place(index, of: words.count))
      }
  }

  /// The names that a reading can be, the most probable first, in the letter case of the reading.
  ///
  /// The reading itself is always weighed. The probabilities add up to less than 1: what was
  /// printed may be none of them. Where several names fit, as Hà and Hạ for HA, each has its share.
  package func repaired(_ name: String, limit: Int = 8) -> [NameCandidate] {
    let reading = read(name, [[name]])
    return reading.hypotheses.filter { !$0.isOther }.prefix(limit).map { hypothesis in
      let words = hypothesis.words.indices.map { index in
        styled(hypothesis.words[index], like: reading.printed[index], in: name)
      }
      return NameCandidate(
        text: words.joined(separator: " "), probability: hypothesis.weight * (1 - Self.doubt))
    }
  }

  /// The words of a reading, spaces that were lost put back, each with what it can be.
  ///
  /// A word may be certain where the whole name is not: LE THI HA is Lê Thị Hà or Lê Thị Hạ.
  package func words(of name: String, limit: Int = 4) -> [(printed: String, meant: [NameCandidate])]
  {
    words(of: name, read: [[name]], limit: limit)
  }

  /// The words of a name, each with what it can be by all readings of the name, those of each place
  /// where it stands.
  ///
  /// The readings of one place count as one, each place for itself. Readings of more or fewer words
  /// than the name say nothing.
  package func words(
    of name: String, read places: [[String]], limit: Int = 4
  ) -> [(printed: String, meant: [NameCandidate])] {
    let reading = read(name, places)
    return reading.printed.indices.map { index in
      var sums: [String: Double] = [:]
      for hypothesis in reading.hypotheses where !hypothesis.others.contains(index) {
        sums[hypothesis.words[index], default: 0] += hypothesis.weight
      }
      let ranked = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
      let meant = ranked.map { word, weight in
        NameCandidate(
          text: styled(word, like: reading.printed[index], in: name),
          probability: weight * (1 - Self.doubt))
      }
      return (reading.printed[index], meant)
    }
  }

  /// The words of the name, and all that they can be, with weights that add up to 1.
  private func read(
    _ name: String, _ places: [[String]]
  ) -> (printed: [String], hypotheses: [Hypothesis]) {
    func parted(_ name: String) -> [String] {
      name.normalized().split(whereSeparator: \.isWhitespace).map(String.init)
        .enumerated().flatMap { parts(of: $0.element, isFirst: $0.offset == 0) }
    }
    let printed = parted(name)
    guard printed.count <= Self.mostWords else { return (printed, []) }
    let alike = places.map { readings in
      readings.map(parted).filter { $0.count == printed.count }
    }.filter { !$0.isEmpty }
    guard !alike.isEmpty else { return (printed, []) }
    let words = printed.indices.map { index in
      alike.map { readings in readings.map { $0[index].lowercased() } }
    }
    return (printed, decode(words))
  }

  private struct Hypothesis {
    var words: [String] = []
    var last: Int?
    /// The words that stand for unlisted ones.
    var others: [Int] = []
    /// The logarithm for each sex under each damage.
    var sums: [Double]
    /// All of them together, as a share of all hypotheses.
    var weight = 0.0
    var isOther: Bool { !others.isEmpty }
    var best: Double { sums.max() ?? -.infinity }
  }

  /// All that a name can be of whose words `words` holds the readings of each place.
  private func decode(_ words: [[[String]]]) -> [Hypothesis] {
    let start = NameFrequencies.Sex.allCases.flatMap { _ in
      NameChannel.Damage.allCases.map { log($0.share) }
    }
    var hypotheses = [Hypothesis(sums: start)]
    for (index, word) in words.enumerated() {
      let place = Self.place(index, of: words.count)
      let choices = choices(for: word, in: place)
      var next: [Hypothesis] = []
      next.reserveCapacity(hypotheses.count * choices.count)
      let sexes = NameFrequencies.Sex.allCases
      let damages = NameChannel.Damage.allCases
      // Hypotheses that end alike go on alike.
      var steps: [Int?: [[Double]]] = [:]
      for hypothesis in hypotheses {
        let step =
          steps[hypothesis.last]
          ?? choices.map { choice in
            sexes.flatMap { sex in
              let own = probability(
                of: choice.word, choice.entry, in: place, behind: hypothesis.last, sex)
              return damages.map { log(own * choice.likelihoods[$0.rawValue]) }
            }
          }
        steps[hypothesis.last] = step
        for (choice, gains) in zip(choices, step) {
          var longer = hypothesis
          for slot in gains.indices { longer.sums[slot] += gains[slot] }
          guard longer.best > -.infinity else { continue }
          longer.words.append(choice.word)
          longer.last = choice.entry
          if choice.isOther { longer.others.append(index) }
          next.append(longer)
        }
      }
      next.sort { ($1.best, $0.words.last ?? "") < ($0.best, $1.words.last ?? "") }
      hypotheses = Array(next.prefix(Self.beam))
    }
    let most = hypotheses.map(\.best).max() ?? 0
    for index in hypotheses.indices {
      hypotheses[index].weight = hypotheses[index].sums.reduce(0) { $0 + exp($1 - most) }
    }
    let total = hypotheses.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return [] }
    for index in hypotheses.indices { hypotheses[index].weight /= total }
    return hypotheses.sorted {
      $0.weight == $1.weight ? $0.words.lexicographicallyPrecedes($1.words) : $0.weight > $1.weight
    }
  }

  /// A syllable that may have been printed, and how probable the reading then is.
  private struct Choice {
    var word: String
    var entry: Int?
    var likelihoods: [Double]
    /// Whether it stands for all syllables with these letters that no list holds.
    var isOther = false
  }

  /// How many syllables without a place in the lists share their letters.
  private static let unlistedAlike = 8.0
  /// How likely one reading of such a syllable is what it is.
  private static let unlistedMisread = 0.02

  /// What a word can be that `places` hold the readings of.
  private func choices(for places: [[String]], in place: NameFrequencies.Place) -> [Choice] {
    let spelled = places.map { readings in
      readings.compactMap { word in Self.letters(of: word).map { (word, $0) } }
    }.filter { !$0.isEmpty }
    guard let first = spelled.first?.first else {
      // Signs of minorities' names and of names from abroad stay.
      let word = places.first?.first ?? ""
      return [Choice(word: word, entry: frequencies.index(of: word), likelihoods: [1, 1])]
    }
    let read = spelled.map { $0.map(\.1) }
    var choices: [(choice: Choice, weight: Double)] = []
    func append(_ candidate: String, _ entry: Int?, _ printed: [Letter], _ share: Double) {
      let likelihoods = NameChannel.Damage.allCases.map { damage in
        read.reduce(1) { $0 * NameChannel.probability(of: $1, for: printed, damage) }
      }
      let weight = share * (likelihoods.max() ?? 0)
      if weight > 1e-14 {
        choices.append((Choice(word: candidate, entry: entry, likelihoods: likelihoods), weight))
      }
    }
    var bases: [(word: String, letters: [UInt8], hasApostrophe: Bool)] = []
    for (word, letters) in spelled.joined() where !bases.contains(where: { $0.word == word }) {
      append(word, frequencies.index(of: word), letters, 1)
      bases.append((word, letters.map(\.base), word.contains(where: Self.isApostrophe)))
    }
    let others = NameChannel.Damage.allCases.map { damage in
      switch damage {
      case .stripped: Self.unlistedAlike
      case .misread: pow(Self.unlistedMisread, Double(read.count))
      }
    }
    choices.append(
      (Choice(word: first.0, entry: nil, likelihoods: others, isOther: true), .infinity))
    // A small sign is easily lost, but nothing is made of a word that exists without it.
    let mayLackSign = !bases.contains { $0.hasApostrophe || frequencies.index(of: $0.word) != nil }
    for (index, entry) in frequencies.entries.enumerated() {
      let share = max(entry.share(place, .male), entry.share(place, .female))
      guard share > 0, !bases.contains(where: { $0.word == entry.syllable }),
        bases.contains(where: {
          Self.differLittle($0.letters, entry.stripped)
            && ($0.hasApostrophe == entry.hasApostrophe || entry.hasApostrophe && mayLackSign)
        }),
        !bases.contains(where: { variants.contains([$0.word, entry.syllable]) })
      else { continue }
      append(entry.syllable, index, letters[index], share)
    }
    choices.sort { ($1.weight, $0.choice.word) < ($0.weight, $1.choice.word) }
    return choices.prefix(Self.mostChoices).map(\.choice)
  }

  /// Whether one letter at most is other, lost or added.
  private static func differLittle(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    guard abs(first.count - second.count) <= 1 else { return false }
    var start = 0
    while start < min(first.count, second.count), first[start] == second[start] { start += 1 }
    var end = 0
    while end < min(first.count, second.count) - start,
      first[first.count - 1 - end] == second[second.count - 1 - end]
    { end += 1 }
    return max(first.count, second.count) - start - end <= 1
  }

  private func probability(
    of word: String, _ entry: Int?, in place: NameFrequencies.Place, behind previous: Int?,
    _ sex: NameFrequencies.Sex
  ) -> Double {
    if let entry, frequencies.entries[entry].share(place, sex) > 0 {
      return frequencies.probability(of: entry, in: place, behind: previous, sex: sex)
    }
    return frequencies.probability(ofUnknown: word, in: place)
  }

  private static func words(of name: String) -> [String] {
    name.normalized().lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func place(_ index: Int, of count: Int) -> NameFrequencies.Place {
    index == 0 ? .surname : index == count - 1 ? .given : .middle
  }
}
