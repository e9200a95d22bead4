internal import Documents

/// Where on a page tables stand, by their drawn lines.
struct TableAreas {
  private let areas: [PixelBox]

  init(_ page: LetterPage) {
    var areas: [PixelBox] = []
    let reach = max(4, page.height / 200)
    for rule in page.rules {
      var area = rule
      // Rules that touch belong to one table.
      while let index = areas.firstIndex(where: {
        !$0.expanded(by: reach).intersection(area).isEmpty
      }) {
        area = area.union(areas.remove(at: index))
      }
      areas.append(area)
    }
    self.areas = areas.filter { $0.height > page.height / 60 && $0.width > page.width / 6 }
  }

  /// Whether `row` stands in a table.
  func holds(_ row: Passage) -> Bool {
    areas.contains { 2 * $0.intersection(row.box).area > row.box.area }
  }
}
