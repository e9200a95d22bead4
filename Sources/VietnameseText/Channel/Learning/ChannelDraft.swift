import Glibc

/// The parts of a channel, ready to be written; see `ChannelFile` for their order.
struct ChannelDraft {
  var rates: ChannelRates
  var letters: [UInt16]
  var rest: [Float]
  var shares: [Float]
  var met: [(truth: UInt8, seen: UInt8?, cost: Float)]
  var added: Float
  var segments: [SegmentTable.Entry]
  var words: [(letters: [UInt8], restCost: Float)]
  var readings: [(letters: [UInt8], pairs: [(word: Int, cost: Float)])]

  /// The bytes of the file.
  func bytes(provenance: String) -> [UInt8] {
    var bytes = ChannelFile.magic
    func add16(_ value: UInt16) { bytes += [UInt8(value & 255), UInt8(value >> 8)] }
    func add32(_ value: UInt32) {
      add16(UInt16(truncatingIfNeeded: value))
      add16(UInt16(value >> 16))
    }
    func add(_ cost: Float) { add16(ChannelFile.packed(cost)) }
    add32(ChannelFile.version)
    let note = Array(provenance.utf8)
    add32(UInt32(note.count))
    bytes += note
    let pairCount = readings.reduce(0) { $0 + $1.pairs.count }
    for count in [
      letters.count, met.count, segments.count, words.count, readings.count, pairCount,
    ] {
      add32(UInt32(count))
    }
    for rate in [rates.wordsRight, rates.lostSpaces, rates.addedSpaces, rates.noiseChunks] {
      add32(rate.bitPattern)
    }
    add(added)
    for share in shares { add32(share.bitPattern) }
    for (letter, rest) in zip(letters, rest.dropFirst()) {
      add16(letter)
      add(-logf(rest))
    }
    for entry in met {
      bytes += [entry.truth, entry.seen ?? ChannelFile.nothingSeen]
      add(entry.cost)
    }
    for entry in segments {
      add32(entry.truth)
      add32(entry.seen)
      add(entry.cost)
    }
    for word in words {
      add(word.restCost)
      bytes.append(UInt8(word.letters.count))
      bytes += word.letters
    }
    for reading in readings {
      bytes.append(UInt8(reading.letters.count))
      bytes += reading.letters
      bytes.append(UInt8(reading.pairs.count))
      for pair in reading.pairs {
        add16(UInt16(pair.word))
        add(pair.cost)
      }
    }
    return bytes
  }
}
