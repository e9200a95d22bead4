import Foundation
import MappedFiles
import TestSupport
import Testing
import VietnameseText

/// What the fuzzers of `Tests/Fuzzing` found, and a few thousand damaged inputs beside it.
@Suite struct FuzzFindTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Fixtures/fuzz").standardizedFileURL
  private static let models = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../dictionaries/language").standardizedFileURL

  private static func finds(in folder: String) throws -> [URL] {
    let url = fixtures.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    return names.map { url.appending(path: $0) }
  }

  /// The first byte chooses the profile, as in the fuzzer.
  private static func check(_ bytes: [UInt8], with models: RepairModels) {
    guard let first = bytes.first else { return }
    let profile = RepairProfile.allCases[Int(first) % RepairProfile.allCases.count]
    let text = Array(bytes.dropFirst())
    var repairer = TextRepairer(models: models)
    let repaired = repairer.repair(text, profile: profile)
    var output: [UInt8] = []
    var position = 0
    for change in repaired.changes {
      let from = Array(change.from.utf8)
      guard change.offset >= position, change.offset + from.count <= text.count else {
        Issue.record("a change lies outside of the text or before another")
        return
      }
      #expect(text[change.offset..<change.offset + from.count].elementsEqual(from))
      #expect((0...1).contains(change.probability))
      output += text[position..<change.offset]
      output += Array(change.to.utf8)
      position = change.offset + from.count
    }
    output += text[position...]
    #expect(output == repaired.text)
    #expect(output.count { $0 == 0x0A } == text.count { $0 == 0x0A })
  }

  @Test func theChangesOfEveryFindLeadToItsRepair() throws {
    let models = try RepairModels(directory: Self.models.path)
    for find in try Self.finds(in: "repair") {
      Self.check(Array(try Data(contentsOf: find)), with: models)
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func theChangesOfNoiseLeadToItsRepair(seed: UInt64) throws {
    let models = try RepairModels(directory: Self.models.path)
    var random = SplitMix64(seed: seed)
    let pieces =
      [
        "thyc", "hién", "Công", "vắn", "12/QĐ", "s6", " ", "\n", "\r\n", "\u{0}", "\u{301}",
        "\u{FEFF}",
        "http://", "@", "😀", "Ð", "ﬁ", "...", "-", "\t", "BHXH",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE1, 0xBB]]
    let bytes = (0..<60).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
    Self.check([UInt8(seed & 0xFF)] + bytes, with: models)
  }

  @Test func everyModelFindIsRefusedOrServes() throws {
    let folder = try TemporaryFolder()
    let text = Array("Thuc hién Cong van s6 12 cua Uy ban, thgc hiện tiếp tục.\n".utf8)
    for name in [RepairModels.englishChannel, RepairModels.vietnameseChannel] {
      try FileManager.default.copyItem(
        atPath: Self.models.appending(path: name).path, toPath: folder.path + "/" + name)
    }
    for find in try Self.finds(in: "models") {
      let bytes = Array(try Data(contentsOf: find))
      guard let first = bytes.first else { continue }
      guard first & 1 == 0 else {
        _ = try? ChannelModel(bytes: Array(bytes.dropFirst()))
        continue
      }
      let path = folder.path + "/" + RepairModels.languageModel
      try Data(bytes.dropFirst()).write(to: URL(filePath: path))
      guard let models = try? RepairModels(directory: folder.path) else { continue }
      var repairer = TextRepairer(models: models)
      #expect(repairer.repair(text).text.isEmpty == false)
    }
  }
}
