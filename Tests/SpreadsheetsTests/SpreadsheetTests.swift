import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct SpreadsheetTests {
  /// Texts that a spreadsheet program would run (OWASP, "CSV Injection").
  private static let formulas = [
    "=1+1", "+84901234567", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "\n=1",
    " =1+1", "\u{00A0}=1", "＝1+1", "＋1", "－1", "＠x", "=HYPERLINK(\"http://x\",\"y\")",
  ]

  @Test(arguments: formulas)
  func aFormulaInCSVIsAText(formula: String) {
    let line = CSVLine.text(["a", formula])
    let cell = line.dropFirst(2)
    #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"), "\(line)")
  }

  @Test func plainCellsStayAsTheyAre() {
    #expect(
      CSVLine.text(["a", "Nguyễn Văn Đức", "12.5", ""]) == "a,Nguyễn Văn Đức,12.5,\r\n")
    #expect(
      CSVLine.text(["a,b", "say \"x\"", "two\nlines", "a;b"])
        == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"a;b\"\r\n")
  }

  /// A combining mark joins a quotation mark in one character, yet the cell ends there all the same.
  @Test func aMarkBehindAQuotationMarkDoesNotEndTheCell() {
    let line = CSVLine.text(["a\"\u{301},=1+1", "a\r\nb"])
    #expect(
      Array(line.utf8) == Array("\"a\"\"\u{301},=1+1\",\"a\r\nb\"\r\n".utf8),
      "\(line.debugDescription)")
  }

  private static let python = "/usr/bin/python3"

  /// The texts of a spreadsheet's cells, and how many formulas it has, as Python's zipfile finds them.
  private func cells(_ path: String) throws -> (texts: [String], formulas: Int) {
    let process = Process()
    process.executableURL = URL(filePath: Self.python)
    process.arguments = [
      "-c",
      """
      import json, re, sys, zipfile
      from xml.etree import ElementTree
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      texts, formulas = [], 0
      for name in archive.namelist():
          if name.startswith("xl/worksheets/") or name == "xl/sharedStrings.xml":
              for element in ElementTree.fromstring(archive.read(name)).iter():
                  tag = element.tag.split("}")[1]
                  texts += [element.text or ""] if tag in ("t", "v") else []
                  formulas += tag in ("f", "hyperlink")
      print(json.dumps({"texts": texts, "formulas": formulas}))
      """, path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    struct Found: Decodable {
      let texts: [String]
      let formulas: Int
    }
    let found = try JSONDecoder().decode(Found.self, from: data)
    return (found.texts, found.formulas)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)))
  func aSpreadsheetHoldsTextsAndNoFormula() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.xlsx"
    let file = try SpreadsheetFile(path: path)
    try file.addSheet("Tệp", columns: [("Tệp", 20), ("Số", 8)])
    let plain = Self.formulas.filter { !$0.contains("\r") }
    for text in plain { try file.append([.text(text), .number(2.5)]) }
    // Characters of many code units, and code points that no XML may hold.
    let marked = String(repeating: "e\u{302}\u{323}\u{301}", count: 20_000)
    try file.append([.text(marked), .text("none \u{FFFE}\u{FFFF}.")])
    try file.append([.text("bell \u{7} and \u{0}"), .text(String(repeating: "x", count: 50_000))])
    try file.addSheet("Tổng hợp", columns: [("Mục", 20)])
    try file.append([.text("Nguyễn")])
    try file.close()
    let found = try cells(path)
    #expect(found.formulas == 0)
    for text in plain + ["Nguyễn", "Tệp", "2.5", "bell  and ", "none ."] {
      #expect(found.texts.contains(text), "\(text.debugDescription)")
    }
  }

  @Test func aFileThatCannotBeWrittenIsNamed() throws {
    let file = try SpreadsheetFile(path: "/no/such/folder/a.xlsx")
    try file.addSheet("a", columns: [("b", 1)])
    #expect(throws: SpreadsheetFile.Failure.self) { try file.close() }
  }
}
