package import Documents

/// The annex of a declaration: a ruled table of the household's members, over as many pages as it
/// takes.
package struct HouseholdAnnex: Sendable {
  /// A member as the table prints one, column by column, and as a reader must find it.
  private struct Member: Sendable {
    var printed: [String: String]
    var value: [String: String?]
  }

  private struct Column: Sendable {
    var key: String
    var label: String
    var share: Double
  }

  /// The rows of the contract's `householdMembers`.
  package let value: FieldValue
  private let members: [Member]
  private let columns: [Column]
  private let head: Person
  private let family: String
  private let points: Double
  private let repeatsHeading: Bool
  private let numbersColumns: Bool

  /// An annex of `count` people for the household of `head`.
  package init(
    head: Person, count: Int, people: PersonMaker, relationships: [String], family: String,
    on day: CalendarDate, with random: inout SplitMix64
  ) throws {
    self.head = head
    self.family = family
    points = random.pick([9, 9.5, 10])
    repeatsHeading = random.chance(0.6)
    numbersColumns = random.chance(0.3)
    columns = Self.columns(with: &random)
    let style = random.pick([Address.Style.full, .lower, .names])
    var members: [Member] = []
    for index in 0..<count {
      let person =
        index == 0
        ? head : try people.person(bornIn: (day.year - 80)...(day.year - 1), with: &random)
      let relation = index == 0 ? "Chủ hộ" : random.pick(relationships)
      var printed = [
        "fullName": random.chance(0.5) ? person.capitalName : person.name,
        "dateOfBirth": person.birth.printed(), "sex": person.sex.printed,
        "relationship": relation,
      ]
      var value: [String: String?] = [
        "fullName": person.capitalName, "dateOfBirth": String(describing: person.birth),
        "sex": person.sex.rawValue, "relationship": relation,
      ]
      func put(_ key: String, _ text: String, _ share: Double) {
        let isThere = random.chance(share)
        if isThere { printed[key] = text }
        value[key] = .some(isThere ? text : nil)
      }
      put("socialInsuranceNumber", person.socialInsuranceNumber, 0.75)
      put("birthPlace", person.birthRegistration.unitsLine(style), 0.85)
      put("idNumber", person.personalNumber, 0.7)
      put("note", "Đã tham gia", 0.1)
      let shown = Set(columns.map(\.key))
      value = value.filter { shown.contains($0.key) }
      members.append(Member(printed: printed, value: value))
    }
    self.members = members
    self.value = .rows(members.map(\.value))
  }

  private static func columns(with random: inout SplitMix64) -> [Column] {
    var columns = [
      Column(key: "", label: random.pick(["Stt", "STT", "TT"]), share: 0.05),
      Column(key: "fullName", label: "Họ và tên", share: 0.16),
      Column(key: "socialInsuranceNumber", label: "Mã số BHXH", share: 0.12),
      Column(key: "dateOfBirth", label: "Ngày, tháng, năm sinh", share: 0.12),
      Column(key: "sex", label: "Giới tính", share: 0.07),
      Column(
        key: "birthPlace",
        label: random.pick(["Nơi cấp giấy khai sinh", "Nơi đăng ký khai sinh"]), share: 0.18),
      Column(key: "relationship", label: "Mối quan hệ với chủ hộ", share: 0.1),
      Column(
        key: "idNumber",
        label: random.pick(["Số CMND/ Thẻ căn cước/ Hộ chiếu", "Số CCCD/ĐDCN/Hộ chiếu"]),
        share: 0.14),
    ]
    if random.chance(0.6) { columns.append(Column(key: "note", label: "Ghi chú", share: 0.09)) }
    let sum = columns.reduce(0) { $0 + $1.share }
    for index in columns.indices { columns[index].share /= sum }
    return columns
  }

  // MARK: Drawing

  private static let (left, width, bottom) = (14.0, 182.0, 280.0)

  private var text: TextStyle {
    TextStyle(family: family, points: points, ink: .toner, leading: 1.2)
  }

  /// The pages, to be drawn one by one.
  package func pages() throws -> [(PageCanvas) throws -> Void] {
    let canvas = try PageCanvas(width: 20, height: 20, dpi: 300)
    var pages: [[Int]] = [[]]
    var y = 62 + (try height(of: headings, on: canvas))
    for index in members.indices {
      let height = try height(of: cells(index), on: canvas)
      if y + height > Self.bottom {
        pages.append([])
        y = 20 + (repeatsHeading ? try self.height(of: headings, on: canvas) : 0)
      }
      pages[pages.count - 1].append(index)
      y += height
    }
    return pages.enumerated().map { number, rows in
      { canvas in try draw(rows, isFirst: number == 0, on: canvas) }
    }
  }

  private var headings: [String] { columns.map(\.label) }

  private func cells(_ index: Int) -> [String] {
    columns.map { $0.key.isEmpty ? String(index + 1) : members[index].printed[$0.key] ?? "" }
  }

  /// The lines of a cell's text.
  private func lines(
    _ text: String, width: Double, style: TextStyle, on canvas: PageCanvas
  ) throws -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = lines.last,
        try canvas.measure(last + " " + word, style: style).width <= width - 1.6
      {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  private func height(of cells: [String], on canvas: PageCanvas) throws -> Double {
    let most = try zip(cells, columns).map { cell, column in
      try lines(cell, width: column.share * Self.width, style: text, on: canvas).count
    }.max()
    return Double(max(most ?? 1, 1)) * text.size * text.leading + 2
  }

  private func draw(_ rows: [Int], isFirst: Bool, on canvas: PageCanvas) throws {
    var y = 20.0
    if isFirst {
      try canvas.text(
        "PHỤ LỤC THÀNH VIÊN HỘ GIA ĐÌNH", centredAt: 105, baseline: y,
        style: text.with {
          $0.isBold = true
          $0.size *= 1.35
        })
      let lines = [
        "Họ và tên chủ hộ: \(head.name)    Số điện thoại (nếu có): \(head.phone)",
        "Địa chỉ: Thôn (bản, tổ dân phố): \(head.formerResidence.detail)",
        "Xã (phường, thị trấn): \(head.formerResidence.ward)",
      ]
      for (index, line) in lines.enumerated() {
        try canvas.text(
          line, at: Point(Self.left, y + 12 + 7 * Double(index)),
          style: text.with { $0.size *= 1.15 })
      }
      y = 62
    }
    if isFirst || repeatsHeading {
      y = try draw(headings, at: y, isHeading: true, on: canvas)
      if isFirst, numbersColumns {
        y = try draw(
          columns.indices.map { "(\($0 + 1))" }, at: y, isHeading: true, on: canvas)
      }
    }
    for row in rows { y = try draw(cells(row), at: y, isHeading: false, on: canvas) }
  }

  /// Draws one row and says where the next one begins.
  private func draw(
    _ cells: [String], at y: Double, isHeading: Bool, on canvas: PageCanvas
  ) throws -> Double {
    let height = try height(of: cells, on: canvas)
    let style = text.with { $0.isBold = isHeading }
    var x = Self.left
    for (cell, column) in zip(cells, columns) {
      let width = column.share * Self.width
      canvas.rectangle(x: x, y: y, width: width, height: height, stroke: .toner, line: 0.2)
      for (index, line) in try lines(cell, width: width, style: text, on: canvas).enumerated() {
        let baseline = y + 1 + text.size * (0.9 + Double(index) * text.leading)
        let fitted = try canvas.fitted(line, style: style, limit: width - 1.2)
        let isCentred = isHeading || column.key.isEmpty || column.key == "sex"
        let extent = try canvas.measure(line, style: fitted).width
        try canvas.text(
          line, at: Point(isCentred ? x + (width - extent) / 2 : x + 0.8, baseline), style: fitted)
      }
      x += width
    }
    return y + height
  }
}
