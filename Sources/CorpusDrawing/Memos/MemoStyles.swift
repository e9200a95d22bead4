/// The wordings and habits that memos are drawn from.
struct MemoStyles: Sendable {
  /// What becomes of the marks.
  enum Marks: Sendable {
    case kept, stripped
    /// Kept in the name, which was copied, and gone around it.
    case strippedAround
    /// A question mark for each letter with a mark.
    case asked
    /// Letters with marks are left out.
    case dropped
  }

  var purposes: [(String, Double)]
  var owners: [(String, Double)]
  var separators: [(String, Double)]
  var orders: [([MemoDraft.Kind], Double)]
  var numberLabels: [String]
  var phoneLabels: [String]
  /// The first three digits of mobile numbers, all of which are in use.
  var phonePrefixes: [String]
  var extras: [String]
  var marks: [(Marks, Double)]
  var cuts: [(Int, Double)]
  /// What banks make of a memo; `{n}` is so many digits.
  var banks: [String]
  /// Further syllables of names.
  var givenNames: [String]

  static let dev = MemoStyles(
    purposes: [
      ("Đóng BHXH tự nguyện", 10), ("Đóng BHXH TN", 3), ("BHXH tự nguyện", 2), ("BHXH TN", 2),
      ("Nộp BHXH tự nguyện", 2), ("đóng tiền BHXH tự nguyện", 1), ("Nộp tiền BHXH TN", 1),
      ("Đóng bảo hiểm xã hội tự nguyện", 2), ("BHXHTN", 1), ("Đóng BHXH", 1),
    ],
    owners: [
      ("của", 10), ("cho", 3), ("của ông", 0.5), ("của bà", 0.5), ("cho con", 0.5), ("", 1.5),
      ("cho mẹ", 0.3), ("của anh", 0.3),
    ],
    separators: [
      (", ", 6), (" ", 6), (",", 1), ("-", 1), (" - ", 1), (".", 1), ("; ", 0.5), ("_", 0.5),
    ],
    orders: [
      ([.purpose, .name, .number, .phone], 8), ([.purpose, .name, .phone, .number], 1),
      ([.purpose, .number, .name, .phone], 0.7), ([.name, .number, .phone, .purpose], 0.7),
      ([.number, .name, .phone, .purpose], 0.4), ([.name, .purpose, .number, .phone], 0.4),
      ([.purpose, .number, .phone, .name], 0.5), ([.phone, .name, .number, .purpose], 0.3),
    ],
    numberLabels: ["mã số BHXH", "MS BHXH", "mã số", "số BHXH", "MS"],
    phoneLabels: ["SĐT", "ĐT", "số điện thoại", "điện thoại"],
    phonePrefixes: [
      "032", "033", "035", "037", "038", "039", "070", "077", "079", "081", "083", "085", "086",
      "090", "091", "093", "094", "096", "098",
    ],
    extras: [
      "3 tháng", "tháng 10/2025", "kỳ 6 tháng", "từ 10/2025 đến 12/2025", "số tiền 990.000 đ",
      "năm 2025", "phương thức 12 tháng", "T10.2025",
    ],
    marks: [(.kept, 4), (.stripped, 10), (.strippedAround, 1), (.asked, 0.15)],
    cuts: [(70, 8), (50, 0.5), (140, 1), (210, 1)],
    banks: [
      "MBVCB.{10}.{memo}.CT tu {13} {sender} toi {12} BHXH QUAN 1",
      "MBVCB.{9}.{memo}", "IBFT {memo}", "{memo} FT{14}", "{memo} GD {6}-{6} {time}",
      "CT DEN:{12} {memo}", "REF{12} {memo}", "{memo}-{compactDate}-{time} {6}", "ND: {memo}",
      "{sender} chuyen tien {memo}", "{date} {memo}", "{memo} - {date} {time}",
      "TK {14} ND {memo} ST {amount}VND", "VCB.CTDK.{date}.{memo}", "Trace {6} {memo}",
    ],
    givenNames: [])

  static let heldOut = MemoStyles(
    purposes: [
      ("Đóng BHXH tự nguyện", 6), ("Nộp BHXH TN", 2), ("tham gia BHXH tự nguyện", 1.5),
      ("BHXH tự nguyện đóng tiếp", 1), ("Đóng phí BHXH tự nguyện", 1),
      ("Nộp bảo hiểm xã hội tự nguyện", 1.5), ("Bảo hiểm xã hội tự nguyện", 1),
      ("BH XH tự nguyện", 0.5),
      ("Đóng tiền BHXHTN", 0.7), ("gia hạn BHXH tự nguyện", 0.6),
    ],
    owners: [
      ("của", 8), ("cho", 4), ("cho vợ", 0.4), ("cho chồng", 0.4), ("của chị", 0.4),
      ("cho bố", 0.4),
      ("của cháu", 0.3), ("giúp", 0.3), ("cho em", 0.3), ("", 1.5), ("của người tham gia", 0.3),
    ],
    separators: [
      (", ", 5), (" ", 6), (" , ", 0.7), ("/", 0.7), (" / ", 0.5), ("|", 0.5), ("+", 0.5),
      ("*", 0.3),
      (" -", 0.5), (": ", 0.5),
    ],
    orders: [
      ([.purpose, .name, .number, .phone], 7), ([.purpose, .name, .phone, .number], 1.2),
      ([.phone, .purpose, .name, .number], 0.6), ([.number, .purpose, .name, .phone], 0.6),
      ([.name, .phone, .number, .purpose], 0.6), ([.number, .phone, .name, .purpose], 0.4),
      ([.purpose, .phone, .name, .number], 0.5), ([.name, .number, .purpose, .phone], 0.4),
    ],
    numberLabels: ["mã BHXH", "số sổ BHXH", "mã số bảo hiểm xã hội", "số sổ", "MSBHXH"],
    phoneLabels: ["di động", "tel", "liên hệ", "số ĐT", "SDT liên hệ"],
    phonePrefixes: [
      "034", "036", "056", "058", "076", "078", "082", "084", "087", "088", "092", "095", "097",
    ],
    extras: [
      "6 tháng", "tháng 11 năm 2025", "12 tháng năm 2026", "quý 4/2025", "mức 1500000",
      "kỳ 3 tháng",
      "xin cảm ơn", "đóng bù", "01/2025-06/2025",
    ],
    marks: [(.kept, 4), (.stripped, 10), (.strippedAround, 1), (.asked, 0.1), (.dropped, 0.08)],
    cuts: [(70, 6), (99, 1), (35, 0.3), (160, 1), (150, 1), (100, 1)],
    banks: [
      "{12}-{memo}-CHUYEN TIEN-OQCH{6}", "{memo} Ma GD ACSP/ {2}{6}", "BIDV;{14};{memo}",
      "TCB {memo} tai NH TECHCOMBANK", "NAPAS {6} {memo}", "{memo}. TU: {sender}",
      "{sender} CK {memo}", "{sender} chuyen khoan {memo}", "NHAN TU {13} TRACE {6} ND {memo}",
      "{memo}; thoi gian {time} {date}", "{memo} so GD {12}",
      "+{amount} VND luc {time} {date} ND: {memo}",
      "QR - {memo}", "MOMO-{11}-{memo}", "{memo} Tu tai khoan {12} Den tai khoan {10}",
      "O@L_{6}_{9}_{6}_{memo}", "PARTNER.DIRECT_DEBITS_VCB.MSE.{11}.{memo}",
    ],
    givenNames: [
      "Khánh", "Diễm", "Thục", "Uyên", "Khuê", "Trúc", "Băng", "Tường", "Nghi", "Kiệt", "Khang",
      "Huệ", "Sương", "Nhàn", "Thảo", "Vân", "Yến", "Phượng", "Luân", "Hiệp", "Thắng", "Đông",
      "Quý", "Kỳ", "Năm", "Tiến", "Phi", "Hội", "Nguyện", "Thu",
    ])
}
