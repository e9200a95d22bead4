import CorpusDrawing
import Documents
import Foundation
import Pipeline
import Testing

/// Letters drawn with text layers, and what is read of them.
enum DrawnLetters {
  static let dictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../dictionaries").standardizedFileURL.path

  /// Paragraphs of invented letters.
  static let paragraphs = [
    "Người lao động nộp hồ sơ tại cơ quan bảo hiểm xã hội nơi cư trú, kèm theo bản sao giấy khai "
      + "sinh và sổ bảo hiểm xã hội đã chốt; hồ sơ chưa đủ thì được hướng dẫn bổ sung một lần.",
    "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, đơn vị có trách nhiệm trả lời bằng "
      + "văn bản và nêu rõ lý do nếu từ chối tiếp nhận.",
    "Đề nghị các đơn vị rà soát danh sách, đối chiếu số liệu đóng đến hết quý trước và gửi báo cáo "
      + "về phòng chế độ trước ngày 20 hằng tháng.",
    "Mức đóng được tính trên tiền lương tháng ghi trong hợp đồng, kể cả phụ cấp lương và các khoản "
      + "bổ sung khác theo thỏa thuận giữa hai bên.",
  ]

  static let maker = LayerPageMaker(
    vietnamese: paragraphs,
    english: [
      "The committee shall meet once a year, and whenever the chair calls for it in writing.",
      "Each member receives a copy of the minutes within ten days after the meeting has ended.",
    ])

  /// A processor with a warm engine; it belongs to one thread.
  static func processor() throws -> LetterProcessor {
    let today = try #require(CalendarDate(iso: "2026-01-01"))
    return try LetterProcessor(PipelineConfiguration(dictionaries: dictionaries, today: today))
  }

  /// The words of `text`, each as often as it stands there.
  static func words(_ text: [String]) -> [String: Int] {
    text.joined(separator: " ").split { !$0.isLetter && !$0.isNumber }
      .reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }

  /// The share of the words printed on `page` that are in `sheet`, and of those in `sheet` that are
  /// printed, 0 … 1.
  static func agreement(of sheet: LetterText.Sheet, with page: LayerPdf) -> (
    found: Double, right: Double
  ) {
    let printed = words(page.lines.map(\.text))
    let read = words(sheet.lines.map { $0.map(\.text).joined(separator: " ") })
    let common = Double(printed.reduce(0) { $0 + min($1.value, read[$1.key] ?? 0) })
    return (
      common / Double(max(1, printed.values.reduce(0, +))),
      common / Double(max(1, read.values.reduce(0, +)))
    )
  }
}
