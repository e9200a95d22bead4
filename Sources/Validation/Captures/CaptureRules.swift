package import Documents

/// Finds what a new capture would cure: from the measures of a region and its fields' places.
package struct CaptureRules: Sendable {
  private let limits: CaptureLimits

  /// Creates the rules with their limits.
  package init(limits: CaptureLimits) { self.limits = limits }

  /// What is wrong with the capture of `region`, which holds a document of `kind` with `fields`, of
  /// which it needs those `required`.
  package func findings(
    _ region: RegionReading, kind: DocumentKind, fields: [FieldKey: Field] = [:],
    required: Set<FieldKey> = []
  ) -> [Finding] {
    let quality = region.quality
    var findings = whole(quality)
    if quality.isCutOff || (kind.isCard && isCutByFrame(region)) {
      findings.append(Finding(.captureCutOff))
    }
    if region.shape == .card {
      findings += copies(quality)
      findings += covered(region, fields)
      // A sheet is as white as glare wherever nothing is printed.
      findings += glare(region, fields, required)
    }
    return findings
  }

  /// Whether a region captured like this was photographed from a screen.
  package func isOfScreen(_ quality: CaptureQuality) -> Bool {
    quality.screenPattern >= limits.leastScreenPattern
  }

  /// What concerns the whole region.
  private func whole(_ quality: CaptureQuality) -> [Finding] {
    var findings: [Finding] = []
    if quality.brightness < limits.leastBrightness || quality.contrast < limits.leastContrast {
      findings.append(Finding(.captureTooDark))
    }
    if quality.textHeight > 0, quality.textHeight < limits.leastTextHeight {
      findings.append(Finding(.captureTooSmall))
    } else if quality.edgeWidth > limits.mostEdgeShare * quality.textHeight {
      findings.append(Finding(.captureBlurred))
    }
    return findings
  }

  /// Whether a card that has no outline of its own fills its picture or runs out of it: what is
  /// cut through has too few sides to be found by.
  private func isCutByFrame(_ region: RegionReading) -> Bool {
    guard region.shape == .sheet else { return false }
    let heights = region.lines.filter { $0.text.count >= 4 }.map(\.box.height).sorted()
    guard let height = heights.isEmpty ? nil : heights[heights.count / 2] else { return false }
    // A line of print with its marks is 3 mm high and more, an eighteenth of a card's width.
    if height * 30 > min(region.width, region.height) { return true }
    let margin = max(2, height / 4)
    return region.lines.contains { line in
      let box = line.box
      return line.text.count >= 4
        && (box.x < margin || box.y < margin || box.maxX > region.width - margin
          || box.maxY > region.height - margin)
    }
  }

  /// Whether a card is a copy of a card.
  private func copies(_ quality: CaptureQuality) -> [Finding] {
    if quality.colour <= limits.mostCopyColour {
      // A scan without colours keeps its tones, the card's gray ground, and has no dots of a print.
      let isCopy =
        quality.midtones <= limits.mostCopyMidtones
        || quality.brightness >= limits.leastCopyBrightness
        || isOfScreen(quality)
      return isCopy ? [Finding(.capturePhotocopy)] : []
    }
    return isOfScreen(quality) ? [Finding(.captureScreen)] : []
  }

  /// Something lies over the card; the fields under it are named where their places are known.
  private func covered(_ region: RegionReading, _ fields: [FieldKey: Field]) -> [Finding] {
    guard !region.quality.hiddenAreas.isEmpty else { return [] }
    let touched = touched(fields, by: region.quality.hiddenAreas, in: region)
    return touched.isEmpty
      ? [Finding(.captureCovered)] : touched.map { Finding(.captureCovered, field: $0) }
  }

  /// Glare counts only where it lies over a value that print alone gives, or where one is lost; it took
  /// nothing of a value that was read well and that would be none without a part of it.
  private func glare(
    _ region: RegionReading, _ fields: [FieldKey: Field], _ required: Set<FieldKey>
  ) -> [Finding] {
    let areas = region.quality.burntAreas
    let lost = required.filter { fields[$0]?.value == nil }.sorted()
    let touched = touched(fields, by: areas, in: region).filter { key in
      !(fields[key].map { Self.isSurelyWhole($0.evidence, key) } ?? false)
    }
    return (touched + (areas.isEmpty ? [] : lost)).map { Finding(.captureGlare, field: $0) }
  }

  /// The least confidence of the engine in print of which nothing was lost.
  private static let legible = 0.8
  /// Addresses of nothing but units, from the commune to the province.
  private static let units: Set<FieldKey> = [.placeOfOrigin, FieldKey(rawValue: "placeOfBirth")]

  /// Whether a value was read well and has a form that shows a loss: a date, a number, an entry of a
  /// list, an address of units that are all known.
  private static func isSurelyWhole(_ evidence: Evidence, _ key: FieldKey) -> Bool {
    let measures = evidence.measures
    guard evidence.isWellFormed, evidence.dissenters.isEmpty,
      evidence.engineConfidence ?? 0 >= legible
    else { return false }
    let isReadTwice = measures[.agreement] ?? 0 >= 2
    // Of values of a closed form no letters are free.
    guard let free = measures[.freeLetters] else {
      return isReadTwice || evidence.lexicon == .exact
    }
    return units.contains(key) && isReadTwice && evidence.lexicon == .exact && free == 0
      && measures[.lacks] ?? 0 == 0
  }

  /// The fields of which `areas` of the region take away a part, but for those that a code proves.
  private func touched(
    _ fields: [FieldKey: Field], by areas: [PixelBox], in region: RegionReading
  ) -> [FieldKey] {
    let areas = areas.map(region.toPage.map)
    return fields.filter { _, field in
      guard let box = field.box, box.area > 0, !field.evidence.isProven,
        Set(field.sources).isDisjoint(with: [.qr, .mrz])
      else { return false }
      let hidden = areas.reduce(0) { $0 + $1.intersection(box).area }
      return Double(hidden) > limits.mostHiddenShare * Double(box.area)
    }.keys.sorted()
  }
}
