import Foundation
import Gazetteer
import TestSupport
import Testing
import VietnameseText

@Suite struct NameModelTests {
  private static let shared = Result { try NameModel(dictionaries: Dictionaries.directory) }
  private let model: NameModel

  init() throws { model = try Self.shared.get() }

  private func candidates(_ name: String) -> [String: Double] {
    Dictionary(
      model.repaired(name).map { ($0.text, $0.probability) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Names typed without marks, read with one letter wrong, or with lost spaces.
  @Test(arguments: [
    ("NGUYEN VAN DUC", "NGUYỄN VĂN ĐỨC"), ("Tran Thi Ngoc Anh", "Trần Thị Ngọc Anh"),
    ("NGUYÊN TIẾN HUY", "NGUYỄN TIẾN HUY"), ("TRÄM THỊ KIM HUYỀN", "TRẦN THỊ KIM HUYỀN"),
    ("GUYỄN ĐẠI MẠNH", "NGUYỄN ĐẠI MẠNH"), ("ĐẶNGKHẮC THÁI", "ĐẶNG KHẮC THÁI"),
    ("pham van khiem", "phạm văn khiêm"), ("LÊ THI HỒNG", "LÊ THỊ HỒNG"), ("Vu Van A", "Vũ Văn A"),
  ])
  func findsTheOneName(reading: String, name: String) throws {
    let best = try #require(model.repaired(reading).first)
    #expect(Array(best.text.utf8) == Array(name.utf8))
    #expect(best.probability > 0.6)
  }

  /// In narrow cells spaces are lost with marks, and beside names of one letter.
  @Test(arguments: [
    ("NGUYÊNANH NAM", ["NGUYÊN", "ANH", "NAM"]), ("NGUYÊNHÙNG CÔNG", ["NGUYÊN", "HÙNG", "CÔNG"]),
    ("YVÊNG", ["Y", "VÊNG"]), ("AKLÉO", ["A", "KLÉO"]),
    ("SIUBLĂH", ["SIU", "BLĂH"]),
    // Syllables of their own, or to be parted in several ways, stay whole.
    ("LÊ THANH", ["LÊ", "THANH"]), ("YẾN NHI", ["YẾN", "NHI"]), ("KSOR", ["KSOR"]),
    ("ALĂNG THỊ NHẮC", ["ALĂNG", "THỊ", "NHẮC"]),
  ])
  func partsNamesWhoseSpacesWereLost(reading: String, words: [String]) {
    #expect(model.words(of: reading).map(\.printed) == words)
  }

  /// The small sign behind H and K is easily lost; a syllable that exists without it gains none.
  @Test(arguments: [
    ("NAY HNAN", "H'NAN"), ("ĐIỂU KRỨT", "K'RỨT"), ("LÊ THỊ HẠNH", "HẠNH"),
  ])
  func findsTheSignOfTheHighlands(reading: String, last: String) throws {
    #expect(model.words(of: reading).last?.meant.first?.text == last)
  }

  /// Where two names of people fit the letters, both are offered and none is certain.
  @Test(arguments: [
    ("NGUYEN VAN DUC", ["NGUYỄN VĂN ĐỨC", "NGUYỄN VĂN DỤC"]),
    ("TRẦN THỊ THUY", ["TRẦN THỊ THỦY", "TRẦN THỊ THÚY", "TRẦN THỊ THÙY"]),
    ("LE THI HA", ["LÊ THỊ HÀ", "LÊ THỊ HẠ"]), ("PHAM HUNG", ["PHẠM HÙNG", "PHẠM HƯNG"]),
  ])
  func offersEveryName(reading: String, names: [String]) throws {
    let candidates = candidates(reading)
    for name in names { #expect(try #require(candidates[name]) > 0.005) }
    #expect(candidates.values.allSatisfy { $0 < 0.95 })
    #expect(candidates.values.reduce(0, +) <= 1)
  }

  /// LE THI HA: surname and middle name are certain though the whole is not.
  @Test func knowsWhichWordIsCertain() throws {
    let words = model.words(of: "LE THI HA")
    #expect(words.map(\.printed) == ["LE", "THI", "HA"])
    #expect(words.prefix(2).allSatisfy { ($0.meant.first?.probability ?? 0) > 0.95 })
    #expect(words[1].meant.first?.text == "THỊ")
    #expect(try #require(words[2].meant.first).probability < 0.95)
  }

  /// Readings that differ have one name behind them: the one that all of them may be misread from.
  @Test(arguments: [
    (["HOÀNG BẢO HÃNG", "HOÀNG BẢO HÀNG", "HOÀNG BẢO HẰNG"], "HOÀNG BẢO HẰNG"),
    (["PHẠM HÁI THU", "PHẠM HẢI THU", "PHẠM HÁI THỦ"], "PHẠM HẢI THU"),
    (["VỠ NGỌC HẠNH", "VŨ NGỌC HẠNH", "VỠ NGỌC HẠNH"], "VŨ NGỌC HẠNH"),
  ])
  func findsTheNameBehindItsReadings(readings: [String], name: String) throws {
    let words = model.words(of: readings[0], read: [readings])
    #expect(words.compactMap(\.meant.first?.text).joined(separator: " ") == name)
    #expect(words.allSatisfy { ($0.meant.first?.probability ?? 0) > 0.9 })
  }

  /// Models that read one print misread it alike: what all of them say is as sure as one reading.
  @Test func aNameReadAlikeIsNoSurer() {
    let once = model.words(of: "PHẠM HÙNG")
    let often = model.words(of: "PHẠM HÙNG", read: [["PHẠM HÙNG", "PHẠM HÙNG", "PHẠM HÙNG"]])
    #expect(once.map(\.meant) == often.map(\.meant))
  }

  /// Another place of the page is print of its own.
  @Test func aNameThatStandsTwiceIsSurer() throws {
    func probability(_ places: [[String]]) throws -> Double {
      let last = try #require(model.words(of: "LÊ THỊ HÀ", read: places).last)
      return try #require(last.meant.first { $0.text == "HÀ" }).probability
    }
    let once = try probability([["LÊ THỊ HÀ", "LÊ THỊ HA"]])
    #expect(try probability([["LÊ THỊ HÀ", "LÊ THỊ HA"], ["Lê Thị Hà"]]) > once)
  }

  /// A reading with a word more or less tells nothing of the words.
  @Test func readingsOfOtherLengthAreLeftOut() {
    let own = model.words(of: "LÊ THỊ HÀ")
    #expect(
      model.words(of: "LÊ THỊ HÀ", read: [["LÊ THỊ HÀ", "LÊ HÀ"]]).map(\.meant) == own.map(\.meant))
    let unread = model.words(of: "LÊ THỊ HÀ", read: [["LÊ HÀ"]])
    #expect(unread.allSatisfy { $0.meant.isEmpty })
  }

  /// Different legal names: the one is never made of the other, marks lost or not.
  @Test func keepsLegalForms() throws {
    let table = try DictionaryTable(
      path: Dictionaries.directory + "/names/name-variants.tsv", columns: ["first", "second"])
    #expect(table.count > 20)
    for row in 0..<table.count {
      for (name, other) in [(0, 1), (1, 0)].map({ (table[row, $0.0], table[row, $0.1]) }) {
        for (place, reading) in ["\(name) Văn An", "Trần \(name) An", "Trần Văn \(name)"]
          .enumerated()
        {
          let changed = model.repaired(reading).filter { candidate in
            candidate.text.split(separator: " ")[place] == other
          }
          #expect(changed.isEmpty, "\(reading)")
        }
      }
    }
  }

  /// Names in the manner of minorities are names, and stay what they are.
  @Test func acceptsMinorityNames() throws {
    let table = try DictionaryTable(
      path: Dictionaries.directory + "/names/minority-names.tsv",
      columns: ["name", "sex", "ethnicity", "provinces"])
    #expect(table.count > 60)
    for row in 0..<table.count {
      let name = table[row, 0]
      let best = try #require(model.repaired(name.uppercased()).first)
      #expect(Array(best.text.utf8) == Array(name.uppercased().utf8))
    }
    #expect(model.repaired("H’HEN NIE").first?.text == "H’HEN NIÊ")
    #expect(model.repaired("Y BLO NIÊ").first?.text == "Y BLŎ NIÊ")
  }

  @Test(arguments: [
    ("Y Moan Ênuôl", "Y Moan Ênuôl"), ("Zơrâm Bhiếc", "Zơrâm Bhiếc"), ("JOHN SMITH", "JOHN SMITH"),
  ])
  func leavesWhatNoListHolds(reading: String, name: String) throws {
    #expect(model.repaired(reading).first?.text == name)
    #expect(!model.isKnown(reading))
  }

  @Test func ranksNames() {
    #expect(
      model.logProbability(of: "Nguyễn Văn Đức") > model.logProbability(of: "Nguyễn Văn Dục"))
    #expect(model.logProbability(of: "Nguyễn Văn Dục") > model.logProbability(of: "Nguyễn Văn Dựu"))
    #expect(model.logProbability(of: "Lê Thị Hương") > model.logProbability(of: "Lê Văn Hương"))
    #expect(model.logProbability(of: "Hương Thị Lê") < model.logProbability(of: "Lê Thị Hương"))
    #expect(model.logProbability(of: "Trần Thị Lan") == model.logProbability(of: "TRẦN THỊ LAN"))
    #expect(model.logProbability(of: "") == -.infinity)
  }

  /// Any text gets an answer, and probabilities are ones.
  @Test(arguments: [
    "", " ", "A", "12/05/1990", "\u{0}\u{FFFD}", String(repeating: "Nguyen ", count: 40),
    String(repeating: "x", count: 3000), "|||| ....", "NGUYỄN VĂN ĐỨC.",
  ])
  func isTotal(text: String) {
    let candidates = model.repaired(text)
    #expect(candidates.allSatisfy { (0...1).contains($0.probability) })
    #expect(candidates.reduce(0) { $0 + $1.probability } <= 1)
  }

  /// Names made of the lists, with the marks of one letter changed: what is changed with certainty
  /// is right, and most of what is no name is put right.
  @Test func isRightWhereItIsCertain() throws {
    let surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Vũ", "Võ", "Đặng", "Bùi"]
    let table = try DictionaryTable(
      path: Dictionaries.directory + "/names/given-names.tsv",
      columns: ["name", "sex", "place", "weight"])
    let rows = 0..<table.count
    var certain = 0
    var right = 0
    for seed in UInt64(0)..<150 {
      var random = SplitMix64(seed: seed)
      let sex = Bool.random(using: &random) ? "male" : "female"
      func pick(_ place: String) -> String {
        rows.filter { table[$0, 1] == sex && table[$0, 2] == place }.randomElement(using: &random)
          .map { table[$0, 0] } ?? ""
      }
      let surname = surnames.randomElement(using: &random) ?? ""
      let name = [surname, pick("middle"), pick("given")].joined(separator: " ").uppercased()
      let reading = Misreading.ofTone(in: name, using: &random)
      for (word, (printed, meant)) in zip(name.split(separator: " "), model.words(of: reading)) {
        guard let best = meant.first, best.text != printed, best.probability >= 0.9 else {
          continue
        }
        certain += 1
        if best.text.foldingTonePlacement() == String(word).foldingTonePlacement() { right += 1 }
      }
    }
    #expect(certain > 30)
    #expect(Double(right) >= 0.97 * Double(certain), "\(right) of \(certain)")
  }
}
