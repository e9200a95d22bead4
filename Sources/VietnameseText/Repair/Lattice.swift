/// The options of a stretch of text: at each step, what the token there can be.
struct Lattice: Sendable {
  /// All options; those of one step stand together, by ascending number of word.
  private(set) var options: [LatticeOption] = []
  private var starts: [Int] = [0]

  /// How many steps there are.
  var count: Int { starts.count - 1 }

  /// The options of a step.
  func options(at step: Int) -> Range<Int> { starts[step]..<starts[step + 1] }

  /// Adds a step of options by ascending number of word; there must be one of span 1.
  mutating func append(sorted step: [LatticeOption]) {
    options.append(contentsOf: step)
    starts.append(options.count)
  }

  /// Adds a step with a single option.
  mutating func append(only option: LatticeOption) {
    options.append(option)
    starts.append(options.count)
  }

  /// Multiplies the weight of an option.
  mutating func weigh(_ option: Int, by factor: Float) { options[option].weight *= factor }
}
