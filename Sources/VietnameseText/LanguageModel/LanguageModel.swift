public import MappedFiles

/// A syllable n-gram model of Vietnamese, mapped from a file.
///
/// The model is a trie of up to four words with back-off (ARPA's scheme, as interpolated modified
/// Kneser-Ney estimates it). Words whose letters beneath the marks are the same have neighbouring
/// numbers, so that all readings of a stripped word are found by one search.
public struct LanguageModel: Sendable {
  /// The texts that the model was learned from.
  public let sources: [ModelSource]

  let file: MappedFile
  let layout: ModelLayout
  let bigrams: ModelLevel
  let trigrams: ModelLevel
  let quadgrams: ModelLevel
  private let unigramProbabilities: Int
  private let unigramBackoffs: Int
  private let unigramChildren: Int

  /// Opens the model in `file`; `path` is for messages.
  ///
  /// Only sizes are checked, so that opening takes microseconds: reads of a damaged file may yield
  /// wrong words, but none lies outside of it.
  public init(_ file: MappedFile, path: String) throws(ModelFileError) {
    guard file.count >= ModelLayout.headerSize,
      file.bytes(in: 0..<ModelLayout.magic.count) == ModelLayout.magic
    else { throw .foreign(path: path) }
    let header = (0..<12).map { file.uint32(at: 8 + 4 * $0) }
    guard header[0] == ModelLayout.version else { throw .version(header[0], path: path) }
    let layout = ModelLayout(header: header)
    guard header[1] == UInt32(clamping: file.count), layout.fileSize == file.count,
      layout.words + Int(WordID.firstWord) <= 1 << 16, layout.groups < 1 << 16,
      layout.slots.nonzeroBitCount == 1, layout.groups < layout.slots
    else { throw .damaged(path: path) }
    self.file = file
    self.layout = layout
    sources = ModelSourceList.sources(
      in: file.bytes(in: layout.sourceOffset..<layout.sourceOffset + layout.sourceBytes))
    unigramProbabilities = layout.unigramProbabilitiesOffset
    unigramBackoffs = layout.unigramBackoffsOffset
    unigramChildren = layout.unigramChildrenOffset
    let tables = layout.tablesOffset
    bigrams = ModelLevel(
      file, offset: layout.bigramOffset, count: layout.bigrams, tables: tables,
      children: layout.trigrams)
    trigrams = ModelLevel(
      file, offset: layout.trigramOffset, count: layout.trigrams, tables: tables + 2 * 1024,
      children: layout.quadgrams)
    quadgrams = ModelLevel(
      file, offset: layout.quadgramOffset, count: layout.quadgrams, tables: tables + 4 * 1024,
      children: nil)
  }

  // MARK: Words

  /// The number of words.
  var wordCount: Int { layout.words }

  /// The UTF-8 of word `id`, which must not be one of the numbers that stand for no word.
  func bytes(of id: UInt16) -> [UInt8] {
    let place = layout.wordEndsOffset + 4 * (Int(id) - Int(WordID.firstWord))
    let start = min(Int(file.uint32(at: place)), layout.wordBytes)
    let end = min(max(start, Int(file.uint32(at: place + 4))), layout.wordBytes)
    return file.bytes(in: layout.wordBytesOffset + start..<layout.wordBytesOffset + end)
  }

  /// The numbers of the words whose letters beneath the marks, made small, are `base`.
  func group(of base: [UInt8]) -> Range<UInt16>? {
    var slot = ByteInterner.hash(base, 0..<base.count) & (layout.slots - 1)
    for _ in 0..<layout.slots {
      let entry = Int(file.uint16(at: layout.slotsOffset + 2 * slot))
      if entry == 0 { return nil }
      if entry <= layout.groups, isBase(entry - 1, base) { return group(entry - 1) }
      slot = (slot + 1) & (layout.slots - 1)
    }
    return nil
  }

  private func group(_ index: Int) -> Range<UInt16> {
    let place = layout.groupStartsOffset + 2 * index
    let start = min(Int(file.uint16(at: place)), layout.words)
    let end = min(max(start, Int(file.uint16(at: place + 2))), layout.words)
    return UInt16(start) + WordID.firstWord..<UInt16(end) + WordID.firstWord
  }

  private func isBase(_ index: Int, _ base: [UInt8]) -> Bool {
    let place = layout.baseEndsOffset + 4 * index
    let start = Int(file.uint32(at: place))
    guard Int(file.uint32(at: place + 4)) == start + base.count,
      start + base.count <= layout.baseBytes
    else { return false }
    for offset in base.indices
    where file.byte(at: layout.baseBytesOffset + start + offset) != base[offset] {
      return false
    }
    return true
  }

  /// The number of the word of UTF-8 `word`, in the form of `WordForm`; nil when the model lacks it.
  func id(of word: [UInt8]) -> UInt16? {
    guard let group = group(of: WordForm.base(of: word)) else { return nil }
    return group.first { bytes(of: $0) == word }
  }

  /// How likely `word` is wherever nothing is known of the words around it, 0 … 1; nil when the
  /// vocabulary lacks it.
  ///
  /// Capitals and the place of the tone are taken as the model takes them: BẢO as bảo, hoà as hòa.
  public func probability(ofWord word: String) -> Float? {
    id(of: WordForm.of(word.normalized().utf8)).map { probability(of: $0) }
  }

  // MARK: Unigrams

  func probability(of id: UInt16) -> Float {
    file.float(at: unigramProbabilities + 4 * Int(id))
  }

  func backoff(of id: UInt16) -> Float {
    file.float(at: unigramBackoffs + 4 * Int(id))
  }

  /// The bigrams that begin with `id`.
  func followers(of id: UInt16) -> Range<Int> {
    let place = unigramChildren + 4 * Int(id)
    let start = min(Int(file.uint32(at: place)), bigrams.count)
    return start..<min(max(start, Int(file.uint32(at: place + 4))), bigrams.count)
  }
}
