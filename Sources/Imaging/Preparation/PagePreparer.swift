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
    let found = OutlineFinder(
      page: reduced, dpi: statedDpi / Double(reduced.factor)
    ).outlines()
    let outlines = found.map { statedDpi > 0 ? $0 : judgedByPrint($0, on: page, reduced) }
    let cards = outlines.filter { $0.shape == .card }
    if !cards.isEmpty {
      return try CardPreparer().prepare(
        page, outlines: cards.map { scaled($0, by: Double(reduced.factor)) })
    }
    let cropped = CardSizedPicture(page: reduced, dpi: statedDpi / Double(reduced.factor))
    if outlines.isEmpty, let outline = cropped.outline() {
      return try CardPreparer().prepare(
        page, outlines: [scaled(outline, by: Double(reduced.factor))])
    }
    let sheet = outlines.first.map { scaled($0, by: Double(reduced.factor)) }
    return try SheetPreparer().prepare(page, outline: sheet)
  }

  /// The outline with its shape judged by the size of its print where perspective leaves open
  /// whether it is a card's or a sheet's.
  private func judgedByPrint(_ outline: Outline, on page: PageImage, _ reduced: ReducedPage)
    -> Outline
  {
    let aspect = outline.quadrilateral.aspect
    guard aspect > 1.3, aspect < 1.62 else { return outline }
    let scale = Double(reduced.factor)
    let corners = outline.quadrilateral.scaled(by: scale)
    let longest = max(corners.meanWidth, corners.meanHeight)
    let shrink = min(1, 1200 / longest)
    let (width, height) = (corners.meanWidth * shrink, corners.meanHeight * shrink)
    let target = Quadrilateral(width: width.rounded(), height: height.rounded()).corners
    guard let mapping = Homography(from: target, to: corners.corners) else { return outline }
    let print = PageInk(
      page.plane(.allInk).warped(
        by: mapping, width: Int(width.rounded()), height: Int(height.rounded())))
    guard print.letterHeight > 0 else { return outline }
    // Letters are near 1.7 mm high, 2 % of a card's length, and near 2 mm, 0.7 % of a sheet's.
    var result = outline
    let share = print.letterHeight / max(width, height)
    let leaning = (aspect - 1.5) / 12
    result.shape = share + leaning > 0.0125 ? .card : .sheet
    return result
  }

  private func scaled(_ outline: Outline, by factor: Double) -> Outline {
    var result = outline
    result.quadrilateral = outline.quadrilateral.scaled(by: factor)
    return result
  }
}
