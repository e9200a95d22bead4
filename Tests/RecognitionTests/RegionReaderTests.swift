import Documents
import Foundation
import Imaging
import Testing

@testable import Recognition

@Suite(.serialized) struct RegionReaderTests {
  @Test func readsALineOfPrint() throws {
    let reading = try RegionReader().read(fixture("line"), shape: .sheet).reading
    #expect(reading.lines.map(\.text) == ["Độc lập - Tự do - Hạnh phúc"])
    let line = try #require(reading.lines.first)
    #expect(line.confidence > 0.8)
    for word in line.words {
      #expect(line.box.expanded(by: 10).intersection(word.box) == word.box)
    }
  }

  @Test func readsAFormWithoutItsRulesAndLeaders() throws {
    let reading = try RegionReader().read(fixture("form"), shape: .sheet).reading
    #expect(
      reading.lines.map(\.text) == [
        "BẢO HIỂM XÃ HỘI", "CỘNG HÒA XÃ HỘI", "Họ và tên: Nguyễn Thị Hường",
        "Số điện thoại: 0912345678", "Địa chỉ liên hệ", "Giới tính: Nữ",
      ])
  }

  /// The last syllable of a bold name by itself, of which the taught model makes next to nothing.
  @Test func readsAShortLineThatOneModelCannotRead() throws {
    let taught = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../dictionaries/reading").standardizedFileURL.path
    let reading = try RegionReader(taught: taught).read(
      fixture("wrapped-name"), shape: .sheet
    ).reading
    let last = try #require(reading.lines.last)
    #expect(reading.lines.count == 2)
    #expect(([last.words] + last.alternatives).contains { $0.map(\.text) == ["HOA"] })
  }

  @Test func readsAMachineReadableZone() throws {
    let reading = try RegionReader().read(fixture("zone"), shape: .card).reading
    #expect(
      reading.machineReadableLines.map(\.text) == [
        "IDVNM0980123456001098012345<<6", "9801236F3801239VNM<<<<<<<<<<<4",
        "NGUYEN<<THI<HUONG<<<<<<<<<<<<<",
      ])
    #expect(reading.lines.map(\.text) == ["Đặc điểm nhân dạng"])
  }

  @Test(arguments: [false, true], [nil, false, true])
  func findsTheWayUp(turned: Bool, hint: Bool?) throws {
    let upright = try fixture("form")
    let code = CodeReading(
      symbology: .qr, text: "x", box: PixelBox(x: 1100, y: 360, width: 40, height: 40))
    let standing = turned ? try upright.turned(quarterTurns: 2) : upright
    let (reading, isTurned) = try RegionReader().read(
      standing, shape: .sheet, codes: [code], upsideDown: hint)
    #expect(isTurned == turned)
    #expect(reading.lines.first?.text == "BẢO HIỂM XÃ HỘI")
    #expect(reading.codes[0].box.x == (turned ? 60 : 1100))
  }

  @Test(arguments: [false, true])
  func evenRowsOfASheetAreNoMachineReadableZone(turned: Bool) throws {
    let upright = try fixture("even-rows")
    let (reading, isTurned) = try RegionReader().read(
      turned ? upright.turned(quarterTurns: 2) : upright, shape: .sheet)
    #expect(isTurned == turned)
    #expect(reading.machineReadableLines.isEmpty)
    #expect(reading.lines.last?.text == "Người kê khai")
  }

  @Test func aSheetMayBearAMachineReadableZone() throws {
    let reading = try RegionReader().read(fixture("zone"), shape: .sheet).reading
    #expect(reading.machineReadableLines.count == 3)
  }

  @Test(arguments: [(1, 1), (3, 900), (900, 3), (40, 40), (700, 500)])
  func blankPicturesHoldNothing(width: Int, height: Int) throws {
    let reader = try RegionReader()
    for shape in [RegionReading.Shape.card, .sheet] {
      let blank = try picture(width: width, height: height, black: [])
      #expect(try reader.read(blank, shape: shape).reading.lines.isEmpty)
      let full = try picture(
        width: width, height: height, black: [(x: 0, y: 0, w: width, h: height)])
      #expect(try reader.read(full, shape: shape).reading.machineReadableLines.isEmpty)
    }
  }
}
