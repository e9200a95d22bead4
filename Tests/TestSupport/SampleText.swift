/// Sentences that drawn pages of tests are filled with; nobody wrote them.
package enum SampleText {
  /// Paragraphs of official letters.
  package static let vietnamese = [
    "Người lao động nộp hồ sơ tại cơ quan bảo hiểm xã hội nơi cư trú, kèm theo bản sao giấy khai "
      + "sinh và sổ bảo hiểm xã hội đã chốt; hồ sơ chưa đủ thì được hướng dẫn bổ sung một lần.",
    "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, đơn vị có trách nhiệm trả lời bằng "
      + "văn bản và nêu rõ lý do nếu từ chối tiếp nhận.",
    "Đề nghị các đơn vị rà soát danh sách, đối chiếu số liệu đóng đến hết quý trước và gửi báo cáo "
      + "về phòng chế độ trước ngày 20 hằng tháng.",
    "Mức đóng được tính trên tiền lương tháng ghi trong hợp đồng, kể cả phụ cấp lương và các khoản "
      + "bổ sung khác theo thỏa thuận giữa hai bên.",
  ]

  /// Sentences in English.
  package static let english = [
    "The committee shall meet once a year, and whenever the chair calls for it in writing.",
    "Each member receives a copy of the minutes within ten days after the meeting has ended.",
  ]
}
