internal import Documents
internal import Imaging

/// A region one way up, of which a few lines have been read to see whether it is the right way.
///
/// A card holds too little print for statistics of letter shapes; that words come out readable one
/// way and as noise the other needs no more than three or four lines.
final class RegionDraft {
  let gray: Picture
  /// How many pixels make a millimetre, where the region is a sheet.
  let density: Double
  let layout: InkLayout
  /// Where ink stands that `layout` lacks because it went with a stamp over the print.
  let lost: [PixelBox]
  /// The machine-readable zone; nil where no three lines look like one.
  let zone: MachineReadableZone?
  private let shape: RegionReading.Shape
  private let finder: TextLineFinder
  private let excluded: [PixelBox]
  /// How readable the sample is, 0 … 1; 0 before it was read.
  private(set) var legibility = 0.0
  private var read: [Int: [TextWord]] = [:]

  /// How many lines are sampled.
  private static let sample = 4
  /// A mean confidence over at least `enough` letters that settles the matter: print on its head
  /// comes out below 0.6.
  static let certain = 0.75
  /// The one that is enough where something else speaks for this way up.
  static let likely = 0.55
  private static let enough = 15

  /// Drafts `image`, whose codes stand in `boxes`; where `clearsStamps` is set, print is found and read
  /// without the stamps over it.
  init(
    _ image: PageImage, shape: RegionReading.Shape, finder: TextLineFinder,
    excluding boxes: [PixelBox], clearsStamps: Bool = false
  ) throws(RecognitionError) {
    self.shape = shape
    self.finder = finder
    excluded = boxes
    gray = try Picture(grayOf: image)
    density = image.dpi > 0 ? Double(image.dpi) / 25.4 : Double(image.width) / Self.usualWidth
    let stamps = try clearsStamps ? FadedStamps(in: gray, density: density) : nil
    if let stamps, !stamps.areas.isEmpty {
      let cleared = try stamps.cleared(from: gray)
      layout = try finder.layout(of: cleared, excluding: boxes)
      lost = try stamps.lost(of: gray, in: cleared)
    } else {
      layout = try finder.layout(of: gray, excluding: boxes)
      lost = []
    }
    zone = MachineReadableZone(among: layout.lines, width: image.width)
  }

  /// The width of a sheet whose resolution is unknown, in millimetres.
  private static let usualWidth = 210.0

  /// Whether the machine-readable zone lies in the lower half, as it does on every upright card; nil
  /// without one, and on a sheet, where three even lines are mostly a form's.
  var hasZoneAtFoot: Bool? {
    guard shape == .card else { return nil }
    return zone.flatMap { PixelBox.union(of: $0.rows.map(\.box)) }.map {
      2 * $0.midY > Double(gray.height)
    }
  }

  /// The layout with the stamps that `layout` lacks.
  func stampedLayout() throws(RecognitionError) -> InkLayout {
    try finder.layout(of: gray, excluding: excluded)
  }

  /// The words of the line with this index, read once.
  func words(ofLine index: Int, reading reader: LineReader) throws(RecognitionError) -> [TextWord] {
    if let words = read[index] { return words }
    let words = try reader.words(of: layout.lines[index], in: layout.cleaned)
    read[index] = words
    return words
  }

  /// Another reading of the line with this index, with an engine or a preparation of its own.
  func words(
    ofLine index: Int, reading reader: LineReader, preparation: LineReader.Preparation
  ) throws(RecognitionError) -> [TextWord] {
    try reader.words(of: layout.lines[index], in: layout.cleaned, preparation: preparation)
  }

  /// Whether a few lines read well enough, with a mean confidence of `least`, that the region stands
  /// upright.
  func isLegible(
    reading reader: LineReader, from least: Double
  ) throws(RecognitionError) -> Bool {
    // Long lines say most, but a very long one costs as much as three.
    let texty = layout.lines.indices.filter { layout.lines[$0].letters >= 5 }.sorted {
      let (a, b) = (layout.lines[$0], layout.lines[$1])
      return min(a.letters, 40) * a.letterHeight > min(b.letters, 40) * b.letterHeight
    }
    var (sum, letters) = (0.0, 0)
    for index in texty.prefix(Self.sample) {
      for word in try words(ofLine: index, reading: reader) {
        let count = word.text.unicodeScalars.count
        sum += word.confidence * Double(count)
        letters += count
      }
    }
    let mean = letters == 0 ? 0 : sum / Double(letters)
    legibility = mean * min(1, Double(letters) / Double(Self.enough))
    return letters >= Self.enough && mean >= least
  }
}
