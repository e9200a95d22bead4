import CorpusDrawing
import Testing

@testable import corpus_maker

@Suite("What is held out")
struct HeldOutTests {
  private func request(isHeldOut: Bool) throws -> CaseRequest {
    CaseRequest(
      tier: .office, people: try Workplace.people.get(), dictionaries: Workplace.dictionaries,
      fonts: [], isHeldOut: isHeldOut)
  }

  @Test("No family is both tuned on and held out")
  func families() {
    let tuned = FontCatalogue.sans + FontCatalogue.serif + FontCatalogue.typewriter
    #expect(Set(tuned).isDisjoint(with: FontCatalogue.heldOut))
    let missing = (tuned + FontCatalogue.heldOut).filter { !FontCatalogue.isInstalled($0) }
    #expect(missing.isEmpty)
  }

  @Test("Families and layouts held out are drawn only when asked for, and then alone")
  func choice() throws {
    let plain = try request(isHeldOut: false)
    let heldOut = try request(isHeldOut: true)
    var random = SplitMix64(seed: 1)
    for _ in 0..<60 {
      #expect(
        !FontCatalogue.heldOut.contains(plain.family(of: FontCatalogue.sans, with: &random)))
      #expect(plain.variant(of: CardLook.variants, with: &random) < CardLook.variants - 1)
      #expect(
        FontCatalogue.heldOut.contains(heldOut.family(of: FontCatalogue.sans, with: &random)))
      #expect(heldOut.variant(of: CardLook.variants, with: &random) == CardLook.variants - 1)
    }
  }

  @Test("Every family has every Vietnamese letter")
  func letters() throws {
    let capitals = "ĂÂĐÊÔƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
    let letters = capitals + capitals.lowercased()
    let canvas = try PageCanvas(width: 400, height: 10, dpi: 50)
    let families =
      FontCatalogue.sans + FontCatalogue.serif + FontCatalogue.typewriter + FontCatalogue.heldOut
    for family in families {
      for style in [
        TextStyle(family: family, size: 3), TextStyle(family: family, size: 3, isBold: true),
        TextStyle(family: family, size: 3, isItalic: true),
      ] {
        try canvas.text(letters, at: Point(1, 5), style: style)
      }
    }
  }

  @Test("The damage held out differs from the damage tuned on")
  func damage() throws {
    var settings = ScanSettings(dpi: 100, skew: 0, blur: 0.8, noise: 5, jpegQuality: 80)
    let page = Raster(width: 60, height: 60, dpi: 100, paper: Ink(0.7, 0.7, 0.7))
    var first = SplitMix64(seed: 4)
    var second = SplitMix64(seed: 4)
    var plain = page
    Scanner.wear(&plain, settings: settings, with: &first)
    settings.isHeldOut = true
    var heldOut = page
    Scanner.wear(&heldOut, settings: settings, with: &second)
    #expect(plain != heldOut)
    // Within the tier: the mean stays, the deviation is no larger than the noise allows.
    let mean = heldOut.bytes.reduce(0.0) { $0 + Double($1) } / Double(heldOut.bytes.count)
    #expect(abs(mean - 178.5) < 4)
  }
}
