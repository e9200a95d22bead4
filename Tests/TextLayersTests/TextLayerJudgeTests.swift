import Documents
import Foundation
import Imaging
import Rendering
import Testing
import VietnameseText

@testable import TextLayers

@Suite struct TextLayerJudgeTests {
  private static let dictionaries = Judges.dictionaries

  private func layer(of name: String) throws -> PageLayer {
    let bytes = [UInt8](try Data(contentsOf: Judges.root.appending(path: "corpus/demo/\(name)")))
    let file = try #require(SourceContent.open(bytes).get().pdf)
    return try Judges.layers().layer(of: file, page: 0)
  }

  @Test func aTypedFormIsTrusted() throws {
    let layer = try layer(of: "602b-490-from-portal.pdf")
    #expect(layer.decision == .trusted)
    #expect(layer.reason == .fluent)
    #expect(layer.regions.isEmpty)
    let page = PixelBox(x: 0, y: 0, width: layer.size.width, height: layer.size.height)
    for line in layer.lines {
      #expect(!line.words.isEmpty)
      #expect(line.box.intersection(page) == line.box)
    }
    #expect(layer.lines.contains { $0.text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") })
  }

  @Test func aScanWithoutTextIsReadFromItsImage() throws {
    let layer = try layer(of: "form-01.pdf")
    #expect(layer.decision == .none)
    #expect(layer.reason == .empty)
    #expect(
      layer.regions == [PixelBox(x: 0, y: 0, width: layer.size.width, height: layer.size.height)])
  }

  @Test func everyReasonHasItsWords() throws {
    let knowledge = try LayerKnowledge(dictionaries: Self.dictionaries)
    for reason in LayerReason.allCases {
      #expect(!knowledge.words(of: reason).vi.isEmpty)
      #expect(knowledge.words(of: reason).en != reason.rawValue)
    }
  }

  struct Sample: Sendable, CustomTestStringConvertible {
    var kind: LayerKind
    var text: String
    var testDescription: String { "\(kind)" }
  }

  @Test(arguments: [
    Sample(
      kind: .fluent,
      text:
        "Bảo hiểm xã hội tỉnh đề nghị các đơn vị sử dụng lao động nộp hồ sơ trước ngày 15 tháng 3."),
    Sample(
      kind: .stripped,
      text:
        "Bao hiem xa hoi tinh de nghi cac don vi su dung lao dong nop ho so truoc ngay 15 thang 3."),
    Sample(
      kind: .otherLanguage,
      text:
        "Bao hiém xa hdi tinh dé nghi cac don vi st dung lao dong nép hé so trudc ngay 15 thang 3."),
    Sample(
      kind: .noise,
      text:
        "$ % xã . ( ) \\ + = > E H F \\ # @ $ 8 5 9 $ * khai : 5 % 6 7 ) $ 8 5 9 $ Q W R S { | } ^"),
    Sample(kind: .unmapped, text: "\u{FFFD}\u{FFFD}\u{E001} \u{E002}\u{E013} abc \u{1}\u{2}"),
    Sample(kind: .foreignScript, text: "第三条 本法自公布之日起施行，有关部门应当遵守。"),
    Sample(kind: .short, text: "01/2024 1.250.000 3.400.500 12 45 2.000"),
    Sample(
      kind: .unclear,
      text: "The committee shall meet once a year, and whenever the chair calls for it in writing."),
  ])
  func textShowsWhatItIs(_ sample: Sample) throws {
    let models = try RepairModels(directory: Self.dictionaries + "/language")
    let knowledge = try LayerKnowledge(dictionaries: Self.dictionaries)
    let survey = TextSurvey(sample.text, model: models.language)
    #expect(LayerKind(survey, knowledge.limits) == sample.kind)
  }

  @Test func linesThatAgreeAreConfirmed() throws {
    let limits = try LayerKnowledge(dictionaries: Self.dictionaries).limits
    func verdict(_ layer: String, _ read: String, _ kind: LayerKind) -> LayerVerdict {
      LayerVerdict(
        kind: kind, [LineWitness.compared(layer, read, confidence: 0.9)], limits)
    }
    let line = "Thực hiện Công văn số 6225/UBND-KGVX ngày 12/7/2021"
    #expect(verdict(line, line, .fluent).isTrusted)
    #expect(verdict(line.strippingMarks(), line, .stripped).reason == .marksLost)
    #expect(
      verdict("Người lao động được hưởng lương hưu hằng tháng", line, .fluent).reason == .otherText)
    #expect(verdict("1.250.000 3.400.500", "1.250.000 3.400.500", .short).isTrusted)
    #expect(!verdict("7.820.777 9.477.877", "1.250.000 3.400.500", .short).isTrusted)
  }
}
