import Documents
import Gazetteer
import Testing
import VietnameseText

@testable import Letters

@Suite struct LineRepairTests {
  private let words = SampleLetter.line("thống kê quốc gia", x: 0, y: 0).words

  /// The language knows less of places than the catalogue: KBang is a district.
  @Test func namesOfUnitsStay() throws {
    let folder = SampleLetter.dictionaries
    let repair = LineRepair(
      models: try RepairModels(directory: folder + "/language"),
      gazetteer: try Gazetteer(directory: folder))
    let page = LetterPage(
      number: 1, width: 2480, height: 3508,
      lines: [SampleLetter.line("- Hội Nông dân huyện KBang.", x: 600, y: 500)])
    #expect(
      repair.repaired([page]).pages[0].lines[0].text == "- Hội Nông dân huyện KBang.")
  }

  /// Nor does it of the symbols of departments: TCCS is a likelier word than TCCB.
  @Test func symbolsOfDepartmentsStay() throws {
    let folder = SampleLetter.dictionaries
    let repair = LineRepair(
      models: try RepairModels(directory: folder + "/language"),
      gazetteer: try Gazetteer(directory: folder),
      symbols: try SampleLetter.lexicon().departments)
    let lines = ["Số:9253/LĐTBXH-TCCB", "- Lưu: VT TCCB."].enumerated().map { index, text in
      SampleLetter.line(text, x: 300, y: 300 + 600 * index)
    }
    let page = LetterPage(number: 1, width: 2480, height: 3508, lines: lines)
    #expect(repair.repaired([page]).pages[0].lines.map(\.text) == lines.map(\.text))
  }

  /// One print that was read twice is said once, as its surer reading has it.
  @Test func overlaidReadingsAreDropped() {
    var doubled = SampleLetter.line("- trên", x: 350, y: 505)
    doubled.words[1].confidence = 0.7
    let words = SampleLetter.line("- Như trên;", x: 350, y: 500).words
    doubled.words[1].box = words[2].box
    doubled.words[0].box.x = 200
    let page = LetterPage(
      number: 1, width: 2480, height: 3508,
      lines: [SampleLetter.line("- Như trên;", x: 350, y: 500), doubled])
    let dropped = OverlaidWords.dropped(from: page)
    #expect(dropped.lines.map(\.text) == ["- Như trên;", "-"])
  }

  /// A word that was given the row above as well does not lie over what stands there.
  @Test func tallWordsLeaveTheRowAboveAlone() {
    var below = SampleLetter.line("VÀ XÃ HỘI", x: 350, y: 550)
    below.words[2].box.y = 500
    below.words[2].box.height = 90
    below.box = PixelBox.union(of: below.words.map(\.box)) ?? below.box
    var dash = SampleLetter.line("-", x: 480, y: 510, height: 20)
    dash.words[0].confidence = 0.91
    let page = LetterPage(
      number: 1, width: 2480, height: 3508,
      lines: [TextLine(box: dash.box, words: dash.words), below])
    #expect(OverlaidWords.dropped(from: page).lines.map(\.text) == ["-", "VÀ XÃ HỘI"])
  }

  /// The lower edge of a line that another reading has whole is no print.
  @Test func sliversAreDropped() {
    var sliver = SampleLetter.line("CỤC", x: 466, y: 540, height: 40)
    sliver.words[0].box = PixelBox(x: 466, y: 545, width: 101, height: 8)
    sliver.words[0].confidence = 0.41
    let page = LetterPage(
      number: 1, width: 2480, height: 3508,
      lines: [SampleLetter.line("CỤC THUẾ", x: 493, y: 500), sliver])
    #expect(OverlaidWords.dropped(from: page).lines.map(\.text) == ["CỤC THUẾ"])
  }

  @Test func oneByOneKeepsPlaces() {
    let repaired = LineRepair.words(["thống", "kế", "quốc", "gia"], in: words)
    #expect(repaired.map(\.text) == ["thống", "kế", "quốc", "gia"])
    #expect(repaired.map(\.box) == words.map(\.box))
  }

  /// Words that were parted or joined share the place of those they stand for.
  @Test(arguments: [
    ["thống", "kêquốc", "gia"], ["thống", "kê", "quố", "c", "gia"], ["thốngkêquốcgia"],
    ["thống", "kê", "và", "quốc", "gia"],
  ])
  func changedCountsStayInPlace(texts: [String]) throws {
    let repaired = LineRepair.words(texts, in: words)
    let whole = try #require(PixelBox.union(of: words.map(\.box)))
    #expect(repaired.allSatisfy { whole.intersection($0.box) == $0.box })
    #expect(zip(repaired, repaired.dropFirst()).allSatisfy { $0.box.x <= $1.box.x })
  }
}
