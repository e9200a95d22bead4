import Documents
import Testing

@testable import Extraction

@Suite struct IdentificationRepairTests {
  @Test(arguments: [
    ("8eo c,1cm dưới sau đỉnh tai trái", "Sẹo c.1cm dưới sau đỉnh tai trái"),
    (
      "Sẹo chân C: 4cm trên trước đuôi Lông mày trái",
      "Sẹo chấm C: 4cm trên trước đuôi lông mày trái"
    ),
    ("Nốt ruồi œ.3cm dưới trước đỉnh tai phải", "Nốt ruồi c.3cm dưới trước đỉnh tai phải"),
    ("Nết ruồi c.1,5cm dưới trước đâù má trái", "Nốt ruồi c.1,5cm dưới trước đầu mắt trái"),
    ("Nốt ruồi cách 2,5Bcm dưới sau dái tai phả1", "Nốt ruồi cách 2,5cm dưới sau dái tai phải"),
    (
      "Sẹo chấm C: 3cm trên sau đầu mắt trái Ngòy 10 tháng 12 năm 2016",
      "Sẹo chấm C: 3cm trên sau đầu mắt trái"
    ),
    // A misread unit of length; nothing but a distance stands for one.
    (
      "Nốt ruồi C:3em dưới trước đuôi lông mày phải",
      "Nốt ruồi C:3cm dưới trước đuôi lông mày phải"
    ),
    ("Nốt ruồi C:2om trên trước dái tai trái", "Nốt ruồi C:2cm trên trước dái tai trái"),
    ("SẸO CHẤM C: 3CM TRÊN CẰM", "SẸO CHẤM C: 3CM TRÊN CẰM"),
    ("sẹo chấm c.2cm dưới sau dái tai phải", "Sẹo chấm c.2cm dưới sau dái tai phải"),
    ("Tàn nhang 2 bên má", "Tàn nhang 2 bên má"),
    ("Khuyết vành tai trái", "Khuyết vành tai trái"),
    // What was read of the label's second half, "Personal identification".
    ("Personal Nốt ruồi cách 2cm dưới mắt phải", "Nốt ruồi cách 2cm dưới mắt phải"),
    ("Iidentif maH. Sẹo chấm trên cằm", "Sẹo chấm trên cằm"),
    ("Nhiều nốt ruồi trên cằm", "Nhiều nốt ruồi trên cằm"),
    // Typed figures stand far apart; a comma and a 1 are thin.
    ("Nốt ruồi cách 3, 5 cm trên sau mép trái", "Nốt ruồi cách 3,5cm trên sau mép trái"),
    ("Sẹo c.2, 5 cm dưới trước cằm phải", "Sẹo c.2,5cm dưới trước cằm phải"),
    ("Nốt ruồi c.lcm trên trước cằm trái", "Nốt ruồi c.1cm trên trước cằm trái"),
    ("Sẹo chấm C: icm trên cằm", "Sẹo chấm C: 1cm trên cằm"),
    ("Nốt ruồi cách O,5cm dưới cằm phải", "Nốt ruồi cách 0,5cm dưới cằm phải"),
    ("Sẹo chấm cách 3,5Cm trên cằm", "Sẹo chấm cách 3,5cm trên cằm"),
    ("Nốt ruồi cách 35cm trên sau cằm phải", "Nốt ruồi cách 3,5cm trên sau cằm phải"),
    ("Nốt ruồi C: 25cm trên sau cằm phải", "Nốt ruồi C: 2,5cm trên sau cằm phải"),
    ("Sẹo dài 15cm trên cánh tay trái", "Sẹo dài 15cm trên cánh tay trái"),
  ])
  func readsDescriptions(read: String, meant: String) throws {
    let repair = try IdentificationRepair(dictionaries: Dictionaries.directory)
    #expect(repair.repaired(read).value == meant)
  }

  @Test func knowsWhatItCovers() throws {
    let repair = try IdentificationRepair(dictionaries: Dictionaries.directory)
    #expect(repair.repaired("Sẹo chấm c.2cm trên mép phải").lexicon == .exact)
    #expect(repair.repaired("Seo chấm c.2cm trên mép phải").lexicon == .corrected)
    #expect(repair.repaired("Hình xăm con rồng").lexicon == .absent)
    // Their next line was not seen.
    #expect(repair.repaired("Nốt ruồi C:1,5cm trên trước").lexicon == .absent)
    #expect(repair.repaired("Sẹo chấm cách 2cm").lexicon == .absent)
  }
}
