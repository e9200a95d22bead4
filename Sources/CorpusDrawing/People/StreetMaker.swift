/// Invents houses, streets and hamlets.
enum StreetMaker {
  private static let streets = [
    "Trần Hưng Đạo", "Lê Lợi", "Nguyễn Trãi", "Quang Trung", "Hai Bà Trưng", "Lý Thường Kiệt",
    "Nguyễn Huệ", "Phan Bội Châu", "Hùng Vương", "Điện Biên Phủ", "Cách Mạng Tháng Tám",
    "Ngô Quyền", "Lê Hồng Phong", "Trường Chinh", "Nguyễn Văn Cừ", "Hoàng Văn Thụ", "Bạch Đằng",
    "Nguyễn Thị Minh Khai", "Phạm Ngũ Lão", "Tô Hiệu", "Đinh Tiên Hoàng", "Lạc Long Quân",
    "Võ Thị Sáu", "Nguyễn Đình Chiểu", "Kim Mã", "Láng Hạ", "Âu Cơ", "Xô Viết Nghệ Tĩnh",
    "Nguyễn Bỉnh Khiêm", "Tôn Đức Thắng", "Huỳnh Thúc Kháng", "Trần Phú", "30 Tháng 4",
  ]
  private static let hamlets = [
    "Đông", "Đoài", "Trung", "Thượng", "Hạ", "Tân Tiến", "Hòa Bình", "Đồng Tâm", "Quyết Thắng",
    "Phú Mỹ", "An Bình", "Tân Thành", "Bình Minh", "Xuân Hòa", "Thọ Đức", "Yên Lạc", "Vĩnh Phú",
    "Mỹ Thạnh", "Long Khánh", "Đồng Gianh", "Nà Pản", "Bản Mạt", "Trại Mới", "Bến Củi", "Gò Dưa",
  ]

  static func detail(isUrban: Bool, with random: inout SplitMix64) -> String {
    if isUrban {
      let house = String(random.whole(1...299))
      let street = random.pick(streets)
      switch random.whole(0...7) {
      case 0: return "Tổ \(random.whole(1...40))"
      case 1: return "Tổ dân phố \(random.whole(1...22))"
      case 2: return "\(house)/\(random.whole(1...60)) \(street)"
      case 3: return "Số \(house) đường \(street)"
      case 4: return "Số nhà \(house), ngõ \(random.whole(2...190)) \(street)"
      case 5: return "Khu phố \(random.whole(1...12))"
      case 6:
        return "P\(random.whole(2...20))0\(random.whole(1...9)) CT\(random.whole(1...9)), \(street)"
      default: return "\(house) \(street)"
      }
    }
    switch random.whole(0...6) {
    case 0: return "Thôn \(random.whole(1...14))"
    case 1: return "Xóm \(random.whole(1...18))"
    case 2: return "Ấp \(random.pick(hamlets))"
    case 3: return "Đội \(random.whole(1...12))"
    case 4: return "Thôn \(random.pick(hamlets))"
    case 5: return "Xóm \(random.pick(hamlets))"
    default: return "Ấp \(random.whole(1...9)), Tổ \(random.whole(1...20))"
    }
  }
}
