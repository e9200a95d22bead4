internal import Documents

/// Makes of a decoded page an upright page with regions ready to be read.
package struct PagePreparer: Sendable {
  /// Creates a preparer.
  package init() {}

  /// Finds the cards or the sheet on `page`, levels and rectifies them, and evens the light out.
  ///
  /// Lines of print run across in each region; whether it stands on its head, reading shows: see
  /// `PreparedPage.righted(upsideDown:)`. A blank page has no regions.
  package func prepare(_ page: PageImage) throws(ImageError) -> PreparedPage {
    let longest = max(page.width, page.height)
    let reduced = page.reduced(by: max(1, (longest + 799) / 800))
    let statedDpi = Resolution.stated(of: page)
    let outlines = OutlineFinder(reduced, dpi: statedDpi / Double(reduced.factor)).outlines()
    let cards = outlines.filter { $0.shape == .card }
    if !cards.isEmpty {
      return try CardPreparer().prepare(
        page, outlines: cards.map { scaled($0, by: Double(reduced.factor)) })
    }
    if outlines.isEmpty, Resolution.isCardFrame(page) {
      let frame = Quadrilateral(width: Double(page.width), height: Double(page.height))
      let outline = Outline(shape: .card, quadrilateral: frame, score: 0.5, isCutOff: false)
      return try CardPreparer().prepare(page, outlines: [outline])
    }
    let sheet = outlines.first.map { scaled($0, by: Double(reduced.factor)) }
    return try SheetPreparer().prepare(page, outline: sheet)
  }

  private func scaled(_ outline: Outline, by factor: Double) -> Outline {
    var result = outline
    result.quadrilateral = outline.quadrilateral.scaled(by: factor)
    return result
  }
}
