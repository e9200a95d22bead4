internal import RecordStore

/// The words of reports.
enum ReportWords {
  static let columns = ["Tệp", "Kết quả", "Giấy tờ", "Lý do", "Thông tin", "Giây"]

  static func state(_ state: SourceState) -> String {
    switch state {
    case .taken: "chưa đọc"
    case .accepted: "đã nhận, chờ gửi"
    case .delivered: "đã nhận và gửi"
    case .review: "cần người xem"
    case .rejected: "bị từ chối"
    case .duplicate: "bản trùng"
    }
  }
}
