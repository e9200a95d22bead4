/// Invents personal identification marks in the wording of the police.
enum MarkMaker {
  static func marks(with random: inout SplitMix64) -> String {
    let kind = random.pick(weighted: [
      ("Nốt ruồi", 6), ("Sẹo chấm", 4), ("Sẹo", 1), ("Nốt ruồi nổi", 0.5), ("Tàn nhang", 0.3),
    ])
    if kind == "Tàn nhang" { return "Tàn nhang 2 bên má" }
    let distance = random.pick(["0,5", "1", "1,5", "2", "2,5", "3", "3,5", "4"])
    let side = random.pick(["trái", "phải"])
    let point = random.pick([
      "mép", "đuôi mắt", "đầu mắt", "đuôi lông mày", "cánh mũi", "đầu lông mày", "dái tai",
      "cằm", "đỉnh tai",
    ])
    let place = "\(random.pick(["trên", "dưới"])) \(random.pick(["trước", "sau"])) \(point) \(side)"
    switch random.whole(0...3) {
    case 0: return "\(kind) C: \(distance)cm \(place)"
    case 1: return "\(kind) c.\(distance)cm \(place)"
    case 2: return "\(kind) C:\(distance)cm \(place)"
    default: return "\(kind) cách \(distance)cm \(place)"
    }
  }
}
