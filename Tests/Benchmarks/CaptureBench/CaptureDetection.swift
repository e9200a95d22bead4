import CorpusDrawing
import Documents
import Foundation
import Imaging
import Validation

/// Spoils ordinary pictures of cards and counts what the rules say of them, print unread.
struct CaptureDetection {
  let rules: CaptureRules

  init(dictionaries: String) throws {
    rules = CaptureRules(limits: try CaptureLimits(directory: dictionaries))
  }

  /// Prints, for each way to spoil a picture, how often each reason is given.
  func print(_ pictures: PictureMeasures, verbose: Bool) throws {
    var random = SplitMix64(seed: 4)
    var counts: [Spoiler: [ReasonCode?: Int]] = [:]
    var totals: [Spoiler: Int] = [:]
    var number = 0
    try pictures.forEachPage { file, _, page in
      let prepared = try PagePreparer().prepare(page)
      guard prepared.regions.count == 1, prepared.regions[0].shape == .card else { return }
      number += 1
      // The unspoilt picture always, and two of the spoilt ones in turn.
      let ways = Spoiler.allCases.dropFirst()
      for spoiler in [.none, ways[1 + number % 8], ways[1 + (number + 3) % 8]] {
        let spoilt = try spoiler.spoilt(prepared.page, card: prepared.regions[0], &random)
        let regions = try PagePreparer().prepare(spoilt).regions
        var codes: Set<ReasonCode?> = []
        for region in regions { codes.formUnion(found(region)) }
        if codes.isEmpty { codes = [nil] }
        totals[spoiler, default: 0] += 1
        for code in codes { counts[spoiler, default: [:]][code, default: 0] += 1 }
        if verbose, !codes.contains(spoiler.code) {
          Swift.print(
            "missed \(spoiler.rawValue) \(file) \(regions.map(\.shape))",
            regions.map(\.quality))
        }
      }
    }
    for spoiler in Spoiler.allCases {
      let all = totals[spoiler] ?? 0
      let found = (counts[spoiler] ?? [:]).sorted { $0.value > $1.value }.map { code, count in
        "\(code?.rawValue ?? "none") \(count)"
      }
      Swift.print("\(spoiler.rawValue)\tof \(all):\t\(found.joined(separator: ", "))")
    }
  }

  private func found(_ region: PreparedRegion) -> Set<ReasonCode> {
    let size = (region.image.width, region.image.height)
    let reading = RegionReading(
      shape: region.shape, width: size.0, height: size.1, quality: region.quality)
    // Print is not read here, so a field stands wherever glare may lie.
    let middle = PixelBox(x: 0, y: 0, width: size.0, height: size.1).expanded(by: -size.1 / 12)
    let field = Field(box: region.quality.burntAreas.first { $0.intersection(middle) == $0 })
    return Set(
      rules.findings(reading, kind: .cccdChip, fields: [.fullName: field]).map(\.code))
  }
}
