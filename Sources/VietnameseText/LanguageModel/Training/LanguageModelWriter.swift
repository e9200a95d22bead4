import Foundation

/// Writes a language model as a file that can be mapped into memory.
struct LanguageModelWriter {
  let vocabulary: Vocabulary
  let model: KneserNeyModel
  let sources: [ModelSource]

  /// The bytes of the file.
  func file() -> [UInt8] {
    let description = ModelSourceList.text(of: sources)
    var layout = ModelLayout()
    layout.sourceBytes = description.count
    layout.words = vocabulary.words.count
    layout.wordBytes = vocabulary.words.reduce(0) { $0 + $1.count }
    layout.groups = vocabulary.bases.count
    layout.baseBytes = vocabulary.bases.reduce(0) { $0 + $1.count }
    layout.slots = 1
    while layout.slots < 2 * vocabulary.bases.count { layout.slots *= 2 }
    layout.bigrams = model.keys[1].count
    layout.trigrams = model.keys[2].count
    layout.quadgrams = model.keys[3].count

    var file = ByteWriter()
    file.bytes.reserveCapacity(layout.fileSize)
    file.append(ModelLayout.magic)
    for number in layout.header { file.append(number) }
    file.append(description)
    file.pad()
    appendStrings(vocabulary.words, to: &file)
    for start in vocabulary.groupStarts { file.append(UInt16(start)) }
    file.pad()
    appendStrings(vocabulary.bases, to: &file)
    for slot in slots(layout.slots) { file.append(slot) }
    file.pad()
    for value in model.probabilities[0] { file.append(value) }
    for value in model.backoffs[0] { file.append(value) }
    for place in children(of: 1) { file.append(UInt32(place)) }
    let tables = [
      Quantizer(model.probabilities[1]), Quantizer(model.backoffs[1]),
      Quantizer(model.probabilities[2]), Quantizer(model.backoffs[2]),
      Quantizer(model.probabilities[3]),
    ]
    appendLevel(2, probability: tables[0], backoff: tables[1], to: &file)
    appendLevel(3, probability: tables[2], backoff: tables[3], to: &file)
    for key in model.keys[3] { file.append(UInt16(truncatingIfNeeded: key)) }
    file.pad()
    for value in model.probabilities[3] { file.append(tables[4].code(of: value)) }
    file.pad()
    for table in tables {
      for value in table.values { file.append(value) }
    }
    return file.bytes
  }

  private func appendStrings(_ strings: [[UInt8]], to file: inout ByteWriter) {
    var end: UInt32 = 0
    file.append(end)
    for string in strings {
      end += UInt32(string.count)
      file.append(end)
    }
    for string in strings { file.append(string) }
    file.pad()
  }

  private func slots(_ count: Int) -> [UInt16] {
    var slots = [UInt16](repeating: 0, count: count)
    for (group, base) in vocabulary.bases.enumerated() {
      var slot = ByteInterner.hash(base, 0..<base.count) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = UInt16(group + 1)
    }
    return slots
  }

  /// The place of the first child of each n-gram of `order`, and at the end the number of children.
  private func children(of order: Int) -> [Int] {
    let keys = model.keys[order]
    var place = 0
    var result: [Int] = []
    for key in model.keys[order - 1] {
      while place < keys.count, keys[place] >> 16 < key { place += 1 }
      result.append(place)
    }
    return result + [keys.count]
  }

  private func appendLevel(
    _ order: Int, probability: Quantizer, backoff: Quantizer, to file: inout ByteWriter
  ) {
    for key in model.keys[order - 1] { file.append(UInt16(truncatingIfNeeded: key)) }
    file.pad()
    for value in model.probabilities[order - 1] { file.append(probability.code(of: value)) }
    file.pad()
    for value in model.backoffs[order - 1] { file.append(backoff.code(of: value)) }
    file.pad()
    let children = children(of: order)
    for (place, child) in children.enumerated() {
      let base = children[place / ModelLayout.blockSize * ModelLayout.blockSize]
      file.append(UInt16(child - base))
    }
    file.pad()
    let blocks = model.keys[order - 1].count / ModelLayout.blockSize + 1
    for block in 0..<blocks { file.append(UInt32(children[block * ModelLayout.blockSize])) }
  }
}
