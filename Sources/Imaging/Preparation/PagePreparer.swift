internal import Documents
internal import Glibc

/// Makes of a decoded page an upright page with regions ready to be read.
package struct PagePreparer: Sendable {
  /// Creates a preparer.
  package init() {}

  /// How many letters and words any readable card bears at least.
  private static let leastPrint = 12

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
    let outlines = found.compactMap {
      statedDpi > 0 ? $0 : judgedByPrint($0, on: page, reduced)
    }
    // A part of a card has no proportions to be rectified to: it is read as a sheet is.
    let cards = outlines.filter { $0.shape == .card && !$0.isPart }
    if !cards.isEmpty {
      return try CardPreparer().prepare(
        page, reduced, outlines: cards.map { scaled($0, by: Double(reduced.factor)) })
    }
    let cropped = CardSizedPicture(page: reduced, dpi: statedDpi / Double(reduced.factor))
    if outlines.isEmpty, let outline = cropped.outline() {
      return try CardPreparer().prepare(
        page, reduced, outlines: [scaled(outline, by: Double(reduced.factor))])
    }
    if outlines.isEmpty, PortraitLikeness(reduced).isPortrait,
      PageInk(reduced.gray).text.count < Self.leastPrint
    {
      return try portrait(page)
    }
    let sheet = outlines.first.map { scaled($0, by: Double(reduced.factor)) }
    return try SheetPreparer().prepare(page, outline: sheet)
  }

  /// Levels `page` as one sheet of paper, whatever it looks like: for papers that are known to be no
  /// cards.
  ///
  /// A page that a scanner made fills its picture; only in photographs is an outline looked for. Print
  /// of ordinary size is legible from 150 dots per inch on, and is not enlarged.
  package func prepareSheet(_ page: PageImage) throws(ImageError) -> PreparedPage {
    let preparer = SheetPreparer(kept: 150...380)
    guard Resolution.stated(of: page) <= 0 else {
      return try preparer.prepare(page, outline: nil)
    }
    let longest = max(page.width, page.height)
    let reduced = page.reduced(by: max(1, (longest + 799) / 800))
    let outline = OutlineFinder(page: reduced, dpi: 0).outlines().first {
      $0.shape == .sheet && !$0.isPart
    }
    return try preparer.prepare(
      page, outline: outline.map { scaled($0, by: Double(reduced.factor)) })
  }

  /// A page that is one photograph, as it is.
  private func portrait(_ page: PageImage) throws(ImageError) -> PreparedPage {
    let region = PreparedRegion(
      shape: .portrait,
      image: try PageImage(
        grayBytes: page.grayBytes(), width: page.width, height: page.height, dpi: page.dpi),
      toPage: .identity, dpi: page.dpi)
    return PreparedPage(page: page, turned: 0, regions: [region])
  }

  /// The outline with its shape judged by the print inside where perspective leaves open whether
  /// it is a card's or a sheet's; nil where a card would bear no print.
  private func judgedByPrint(_ outline: Outline, on page: PageImage, _ reduced: ReducedPage)
    -> Outline?
  {
    let corners = outline.quadrilateral.scaled(by: Double(reduced.factor))
    let longest = max(corners.meanWidth, corners.meanHeight)
    let shrink = min(1, 1000 / longest)
    let (width, height) = (corners.meanWidth * shrink, corners.meanHeight * shrink)
    let target = Quadrilateral(width: width.rounded(), height: height.rounded()).corners
    guard let mapping = Homography(from: target, to: corners.corners) else { return outline }
    let print = PageInk(
      page.plane(.allInk).warped(
        by: mapping, width: Int(width.rounded()), height: Int(height.rounded())))
    var result = outline
    let aspect = outline.quadrilateral.aspect
    if aspect > 1.3, aspect < 1.62, print.letterHeight > 0 {
      // Letters are near 1.7 mm high, 2 % of a card's length, and near 2 mm, 0.7 % of a sheet's;
      // a card bears some 250 of them, a sheet a thousand.
      let share = print.letterHeight / max(width, height)
      let belief =
        4 * log(share / 0.0118) + 6 * (aspect - 1.5)
        - log(Double(max(1, print.text.count)) / 500)
      result.shape = belief > 0 ? .card : .sheet
    }
    return result.shape == .card && print.text.count < Self.leastPrint ? nil : result
  }

  private func scaled(_ outline: Outline, by factor: Double) -> Outline {
    var result = outline
    result.quadrilateral = outline.quadrilateral.scaled(by: factor)
    return result
  }
}
