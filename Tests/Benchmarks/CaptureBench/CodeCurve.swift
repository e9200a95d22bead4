import CorpusDrawing
import Documents
import Foundation
import Imaging
import Recognition

/// Draws QR codes of cards at many sizes, blurs and turns, and says which are read.
struct CodeCurve {
  let persons: Int

  private static let sizes = [1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0]
  /// Standard deviations of the blur, in modules.
  private static let blurs = [0.0, 0.15, 0.3, 0.45, 0.6]
  private static let turns = [0.0, 7.0, 33.0, 90.0, 171.0, 262.0]

  /// Prints the shares read, a row a size in pixels a module, a column a blur in modules.
  func print() throws {
    var random = SplitMix64(seed: 20_261_121)
    var wrong = 0
    var attempts = 0
    Swift.print("px/module\t" + Self.blurs.map { "blur \($0)" }.joined(separator: "\t") + "\tms")
    for size in Self.sizes {
      var row: [String] = []
      var spent = 0.0
      for blur in Self.blurs {
        var (read, all) = (0, 0)
        for person in 0..<persons {
          let payload = Self.payload(person, &random)
          let grid = try CodeGrid(qr: payload, correction: person % 2 == 0 ? 3 : 5)
          for turn in Self.turns {
            let region = try DrawnCode(
              grid: grid, pixelsPerModule: size, blur: blur * size, degrees: turn,
              noise: all % 2 == 0 ? 3 : 9, isOverGuilloche: all % 3 == 0
            ).prepared(&random)
            let (found, ms) = try ProcessorTime.measured {
              try CodeReader().codes(in: region.region, of: region.page)
            }
            spent += ms
            all += 1
            if found.contains(where: { $0.reading.text == payload }) { read += 1 }
            wrong += found.count { $0.reading.text != payload }
          }
        }
        attempts += all
        row.append(String(format: "%.1f", 100 * Double(read) / Double(max(1, all))))
      }
      let mean = spent / Double(Self.blurs.count * persons * Self.turns.count)
      Swift.print("\(size)\t\(row.joined(separator: "\t"))\t\(String(format: "%.1f", mean))")
    }
    Swift.print("wrong texts: \(wrong) of \(attempts)")
  }

  private static func payload(_ person: Int, _ random: inout SplitMix64) -> String {
    let names = ["Nguyễn Thị Ánh", "Trần Văn Đức", "Lê Hoàng Phương Thảo", "Võ Út"]
    let places = [
      "Thôn Đoài, Xã Đại Mỗ, Huyện Từ Liêm, Hà Nội", "Ấp 3, Tân Hưng, Long An",
      "Số nhà 113, ngõ 68 Nguyễn Bỉnh Khiêm, An Khê, Thanh Khê, Đà Nẵng", "Tổ 5, Sa Pa, Lào Cai",
    ]
    let digits = (0..<9).map { _ in "\(random.next() % 10)" }.joined()
    return "001\(digits)|\(digits)|\(names[person % 4])|01012003|Nữ|\(places[person % 4])|10052021"
  }
}
