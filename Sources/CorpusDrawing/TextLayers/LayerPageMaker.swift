/// Draws pages whose text layers are honest, or lie in a known way.
package struct LayerPageMaker: Sendable {
  private let vietnamese: [String]
  private let english: [String]

  /// Creates a maker with paragraphs to print; both must not be empty.
  package init(vietnamese: [String], english: [String]) {
    precondition(!vietnamese.isEmpty && !english.isEmpty, "paragraphs to print")
    self.vietnamese = vietnamese
    self.english = english
  }

  /// The page number `index` of `kind`.
  package func page(_ kind: LayerPageKind, seed: UInt64, index: Int) -> LayerPdf {
    var random = SplitMix64(seed: seed &+ UInt64(index), purpose: kind.rawValue)
    var setter = PageSetter(random: &random)
    let page = compose(kind, &setter, &random)
    return lying(kind, page, &random)
  }

  // MARK: What is printed

  private func compose(
    _ kind: LayerPageKind, _ setter: inout PageSetter, _ random: inout SplitMix64
  ) -> LayerPdf {
    switch kind {
    case .letter: letter(&setter, &random)
    case .form: form(&setter, &random)
    case .table, .digits: table(&setter, &random)
    case .english: fill(&setter, from: english, &random)
    case .bilingual:
      for round in 0..<6 {
        setter.paragraph(random.pick(round % 2 == 0 ? vietnamese : english), in: 0)
      }
    case .capitals:
      while setter.room > 500 { setter.paragraph(random.pick(vietnamese).uppercased(), in: 0) }
    case .short:
      setter.paragraph(words(of: random.pick(vietnamese), random.whole(3...9)), in: 0)
    case .columns:
      for column in 0..<2 {
        setter.begin(column: column, of: 2)
        fill(&setter, from: vietnamese, &random)
      }
    case .prose where random.chance(0.3): letter(&setter, &random)
    default:
      if random.chance(0.4) {
        letter(&setter, &random)
      } else {
        fill(&setter, from: vietnamese, &random)
      }
    }
    return setter.page
  }

  private func fill(
    _ setter: inout PageSetter, from texts: [String], _ random: inout SplitMix64
  ) {
    let least = random.between(60, 500)
    while setter.room > least { setter.paragraph(random.pick(texts), in: 18) }
  }

  private func words(of text: String, _ count: Int) -> String {
    text.split(separator: " ").prefix(count).joined(separator: " ")
  }

  private func letter(_ setter: inout PageSetter, _ random: inout SplitMix64) {
    let place = random.pick(["Hưng Yên", "Cần Thơ", "Lâm Đồng", "Quảng Ninh", "Gia Lai"])
    let number = "Số: \(random.whole(1...4999))/BHXH-\(random.pick(["QLT", "CĐ", "TTKT", "VP"]))"
    setter.head(
      left: ["BẢO HIỂM XÃ HỘI VIỆT NAM", "BẢO HIỂM XÃ HỘI TỈNH \(place.uppercased())", number],
      right: [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "\(place), ngày \(random.whole(1...28)) tháng \(random.whole(1...12)) năm 2021",
      ])
    setter.paragraph("Kính gửi: Các đơn vị sử dụng lao động trên địa bàn", in: 60)
    let least = random.between(120, 400)
    while setter.room > least { setter.paragraph(random.pick(vietnamese), in: 18) }
    setter.paragraph("Nơi nhận: - Như trên; - Lưu: VT.", in: 0)
    setter.paragraph("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", in: 260)
  }

  private func form(_ setter: inout PageSetter, _ random: inout SplitMix64) {
    let labels = [
      "Họ và tên", "Ngày, tháng, năm sinh", "Giới tính", "Quốc tịch", "Dân tộc", "Số CCCD",
      "Điện thoại", "Nơi đăng ký khai sinh", "Địa chỉ nhận kết quả", "Mã số BHXH",
      "Mức tiền đóng", "Phương thức đóng", "Nơi đăng ký khám chữa bệnh ban đầu",
    ]
    setter.paragraph("TỜ KHAI THAM GIA, ĐIỀU CHỈNH THÔNG TIN", in: 90)
    for (index, label) in labels.enumerated() {
      let value =
        random.chance(0.5)
        ? words(of: random.pick(vietnamese), random.whole(1...5))
        : random.digits(random.whole(4...12))
      setter.paragraph(
        "[\(String(index + 1))]. \(label): \(value) \(String(repeating: ".", count: random.whole(0...30)))",
        in: 0)
    }
  }

  private func table(_ setter: inout PageSetter, _ random: inout SplitMix64) {
    if random.chance(0.5) {
      setter.paragraph("BẢNG TỔNG HỢP SỐ LIỆU QUÝ \(random.whole(1...4))", in: 90)
    }
    let rows = random.whole(8...34)
    for row in 1...rows {
      let cells = (0..<5).map { column in
        column == 0 ? "\(row)" : Self.amount(&random)
      }
      setter.row(cells)
    }
  }

  private static func amount(_ random: inout SplitMix64) -> String {
    let groups = random.whole(1...3)
    return (0..<groups).map { group in
      group == 0 ? "\(random.whole(1...999))" : random.digits(3)
    }.joined(separator: ".")
  }

  // MARK: What is stated

  private func lying(
    _ kind: LayerPageKind, _ honest: LayerPdf, _ random: inout SplitMix64
  ) -> LayerPdf {
    var page = honest
    page.seed = random.next()
    func scanned(_ hidden: [StatedLine]) {
      page.hidden = hidden
      page.scan = random.pick([150, 200])
    }
    func mapped(_ map: [Unicode.Scalar: String], where isMapped: (Int) -> Bool = { _ in true }) {
      for index in page.lines.indices where isMapped(index) {
        page.lines[index].statement = .mapped(map)
      }
    }
    switch kind {
    case .prose, .letter, .form, .table, .english, .bilingual, .capitals, .short, .columns: break
    case .decomposed: mapped(LetterMaps.decomposed)
    case .scanned: scanned(honest.lines)
    case .misread: scanned(honest.lines.map { LetterMaps.misread($0, rate: 0.015, &random) })
    case .noise: mapped(LetterMaps.noise(share: random.between(0.45, 1), &random))
    case .scrambled: mapped(LetterMaps.scrambled(&random))
    case .digits: mapped(LetterMaps.otherDigits(&random))
    case .marksLost:
      if random.chance(0.5) {
        mapped(LetterMaps.bare)
      } else {
        scanned(honest.lines.map { LetterMaps.replaced($0, LetterMaps.bare) })
      }
    case .otherLanguage: scanned([])
    case .tcvn3: mapped(LetterMaps.tcvn3)
    case .vni: mapped(LetterMaps.vni)
    case .unmapped: mapped(LetterMaps.unmapped(&random))
    case .lossy:
      let signs = LetterMaps.lossySigns(share: random.between(0, 0.2), &random)
      scanned(honest.lines.map { LetterMaps.lossy($0, signs) })
    case .watermark:
      scanned([])
      var line = StatedLine(
        random.pick(["LuatVietnam.vn", "www.thuvienphapluat.vn", "BẢN SAO", "DỰ THẢO", "BẢN NHÁP"]),
        x: 120, y: 600, size: random.between(30, 60), family: "Arimo")
      line.turn = random.pick([-45, -40, 0])
      page.hidden = [line]
    case .signature:
      scanned(
        [
          "Người ký: Văn phòng Ủy ban nhân dân tỉnh", "Email: vanphong@tinh.gov.vn",
          "Cơ quan: Ủy ban nhân dân tỉnh", "Thời gian ký: 15.04.2024 10:18:12 +07:00",
        ].enumerated().map { index, text in
          StatedLine(text, x: 380, y: 30 + 9 * Double(index), size: 7, family: "Arimo")
        })
    case .shifted:
      let (right, down) = (random.between(-60, 60), random.pick([-1, 1]) * random.between(11, 70))
      scanned(
        honest.lines.map { line in
          var line = line
          line.x += right
          line.y += down
          return line
        })
    case .otherPage:
      var setter = PageSetter(random: &random)
      fill(&setter, from: vietnamese, &random)
      scanned(setter.page.lines)
    case .empty:
      if random.chance(0.5) {
        scanned([])
      } else {
        for index in page.lines.indices { page.lines[index].statement = .nothing }
      }
    case .halfScanned:
      page.scan = 200
      let middle = page.lines[page.lines.count * random.whole(35...65) / 100]
      page.scannedFrom = (middle.y - middle.size) / page.height
    case .halfNoise:
      let noise = LetterMaps.noise(share: 1, &random)
      let from = page.lines.count / 2
      mapped(noise) { $0 >= from }
    }
    return page
  }
}
