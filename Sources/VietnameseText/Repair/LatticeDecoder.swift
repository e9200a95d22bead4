/// Finds the most likely path through a lattice by a beam search with a language model, and how likely
/// each option is, by the forward-backward algorithm over what the beam kept.
struct LatticeDecoder {
  /// What was decided.
  struct Result {
    /// The options of the best path, in order.
    var path: [Int] = []
    /// The probability of each option of the lattice, 0 … 1.
    var posteriors: [Float] = []
    /// What the language model knows at the end of the best path.
    var state = ModelState.start
  }

  private struct Node {
    var state: ModelState
    /// The option that leads here.
    var option: Int32
    /// The best node before: its step, and its place there.
    var previousStep: Int32
    var previous: Int32
    var best: Double
    var forward: Double
  }

  private struct Link {
    var fromStep: Int32
    var from: Int32
    var to: Int32
    var weight: Double
  }

  let model: LanguageModel
  /// The most nodes of a step that are followed.
  var beam = 12
  /// How much less likely than the best a node may be.
  var threshold = 1e-4

  private var nodes: [[Node]] = []
  private var links: [[Link]] = []
  /// The best node of each step so far.
  private var tops: [Double] = []
  private var scores = OptionScores()

  init(model: LanguageModel) {
    self.model = model
  }

  /// Decodes `lattice`, which the language model enters in `state`.
  mutating func decode(_ lattice: Lattice, from state: ModelState = .start) -> Result {
    let count = lattice.count
    prepare(count + 3)
    nodes[0].append(
      Node(state: state, option: -1, previousStep: -1, previous: -1, best: 1, forward: 1))
    for step in 0..<count {
      settle(step)
      expand(step, lattice)
    }
    settle(count)
    return result(lattice, count)
  }

  private mutating func prepare(_ count: Int) {
    while nodes.count < count {
      nodes.append([])
      links.append([])
      tops.append(0)
    }
    for step in 0..<count {
      nodes[step].removeAll(keepingCapacity: true)
      links[step].removeAll(keepingCapacity: true)
      tops[step] = 0
    }
  }

  // MARK: Forward

  /// Prunes the nodes of a step, now that all paths to it are known, and scales them to 1.
  private mutating func settle(_ step: Int) {
    var best = 0.0
    for node in nodes[step] { best = max(best, node.best) }
    guard best > 0 else { return }
    let kept = survivors(nodes[step], best: best)
    let scale = 1 / best
    if kept.count < nodes[step].count {
      var place = [Int32](repeating: -1, count: nodes[step].count)
      for (new, old) in kept.enumerated() { place[old] = Int32(new) }
      nodes[step] = kept.map { nodes[step][$0] }
      var last = 0
      for index in links[step].indices {
        var link = links[step][index]
        link.to = place[Int(link.to)]
        guard link.to >= 0 else { continue }
        links[step][last] = link
        last += 1
      }
      links[step].removeLast(links[step].count - last)
    }
    // Paths that skip this step are scaled like those that pass it.
    for later in step..<min(step + 2, nodes.count) {
      for index in nodes[later].indices {
        nodes[later][index].best *= scale
        nodes[later][index].forward *= scale
      }
      for index in links[later].indices { links[later][index].weight *= scale }
      tops[later] *= scale
    }
  }

  private func survivors(_ nodes: [Node], best: Double) -> [Int] {
    let least = best * threshold
    var kept: [Int] = []
    kept.reserveCapacity(nodes.count)
    for index in nodes.indices where nodes[index].best >= least { kept.append(index) }
    guard kept.count > beam else { return kept }
    kept.sort { (nodes[$1].best, $0) < (nodes[$0].best, $1) }
    kept.removeLast(kept.count - beam)
    return kept
  }

  private mutating func expand(_ step: Int, _ lattice: Lattice) {
    let range = lattice.options(at: step)
    let sources = nodes[step].count
    scores.reset(model, lattice.options, range, sources: sources)
    for source in 0..<sources {
      let node = nodes[step][source]
      scores.look(up: lattice.options, range, after: node.state, in: model)
      for index in range {
        let option = lattice.options[index]
        let offset = index - range.lowerBound
        var weight = Double(scores.probabilities[offset]) * Double(option.weight)
        var state = ModelState(
          word: option.id, bigram: scores.bigrams[offset], trigram: scores.trigrams[offset])
        if option.secondID != WordID.boundary {
          let (probability, second) = model.next(option.secondID, after: state)
          weight *= Double(probability)
          state = second
        }
        let target = step + Int(option.span)
        let best = node.best * weight
        guard best >= tops[target] * threshold else { continue }
        tops[target] = max(tops[target], best)
        add(
          Node(
            state: state, option: Int32(index), previousStep: Int32(step),
            previous: Int32(source), best: best, forward: node.forward * weight),
          weight: weight, at: target, offset: offset)
      }
    }
  }

  /// Puts a node among those of a step, or joins it with one of the same state and option.
  private mutating func add(_ node: Node, weight: Double, at step: Int, offset: Int) {
    let target = scores.find(node.state, offset: offset)
    if let target {
      let place = Int(target)
      nodes[step][place].forward += node.forward
      if node.best > nodes[step][place].best {
        nodes[step][place].best = node.best
        nodes[step][place].previousStep = node.previousStep
        nodes[step][place].previous = node.previous
      }
    } else {
      scores.insert(node.state, place: Int32(nodes[step].count), offset: offset)
      nodes[step].append(node)
    }
    links[step].append(
      Link(
        fromStep: node.previousStep, from: node.previous,
        to: target ?? Int32(nodes[step].count - 1), weight: weight))
  }

  // MARK: Backward

  private mutating func result(_ lattice: Lattice, _ count: Int) -> Result {
    var result = Result()
    result.posteriors = [Float](repeating: 0, count: lattice.options.count)
    var backward = (0...count).map { [Double](repeating: 0, count: nodes[$0].count) }
    // The end of a stretch is open: what comes after is not known here.
    for index in nodes[count].indices { backward[count][index] = 1 }
    let total = nodes[count].reduce(0) { $0 + $1.forward }
    guard total > 0 else { return result }
    for step in stride(from: count, through: 1, by: -1) {
      for link in links[step] {
        backward[Int(link.fromStep)][Int(link.from)] += link.weight * backward[step][Int(link.to)]
      }
    }
    for step in 1...max(1, count) where step <= count {
      for (index, node) in nodes[step].enumerated() where node.option >= 0 {
        result.posteriors[Int(node.option)] += Float(
          node.forward * backward[step][index] / total)
      }
    }
    var step = count
    guard
      var place = nodes[count].indices.max(by: { nodes[count][$0].best < nodes[count][$1].best })
    else { return result }
    result.state = nodes[count][place].state
    while step > 0 {
      let node = nodes[step][place]
      result.path.append(Int(node.option))
      step = Int(node.previousStep)
      place = Int(node.previous)
    }
    result.path.reverse()
    return result
  }
}
