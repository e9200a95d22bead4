import Terminal
import Testing

@Suite struct DisplayTests {
  @Test func alignsVietnameseByLettersNotBytes() {
    var table = TextTable(header: ["Field", "Value"])
    table.append(["họ và tên", "NGUYỄN VĂN ĐỨC"])
    // The same letters decomposed take the same room.
    table.append(["ho\u{323} va\u{300} te\u{302}n", "x"])
    let lines = table.text(width: 80, colour: false).split(separator: "\n")
    #expect(lines[1] == "họ và tên  NGUYỄN VĂN ĐỨC")
    #expect(lines[2].hasSuffix("n  x"))
  }

  @Test func shortensTheWidestColumnToFit() {
    var table = TextTable(header: ["a", "b"])
    table.append(["short", TextTable.Cell(String(repeating: "x", count: 60))])
    for line in table.text(width: 30, colour: false).split(separator: "\n") {
      #expect(line.count <= 30)
    }
    #expect(table.text(width: 30, colour: false).contains("…"))
  }

  @Test func aDocumentCannotSteerTheTerminal() {
    var table = TextTable(header: ["a"])
    table.append([TextTable.Cell("\u{1B}[31mred\u{7}")])
    #expect(!table.text(width: 80, colour: false).contains("\u{1B}"))
  }

  /// A line may be ended; whatever else steers a terminal becomes a space.
  @Test(arguments: [
    ("a\u{1B}[2Jb", "a [2Jb"), ("a\u{9B}2Jb", "a 2Jb"), ("a\rb", "a b"), ("\u{202E}gpj", " gpj"),
    ("hai\ndòng", "hai\ndòng"), ("Nguyễn\u{7}", "Nguyễn "), ("e\u{302}\u{301}", "e\u{302}\u{301}"),
    ("\u{1B}\u{301}", " \u{301}"),
  ])
  func aTextCannotSteerTheTerminal(text: String, shown: String) {
    #expect(Array(text.printable.utf8) == Array(shown.utf8))
  }

  @Test func coloursOnlyWhenAsked() {
    #expect(Style.bad.apply(to: "x", colour: false) == "x")
    #expect(Style.bad.apply(to: "x", colour: true) == "\u{1B}[31mx\u{1B}[0m")
  }

  @Test func theBarSaysRateAndTimeLeft() {
    let text = ProgressBar(total: 100).text(done: 50, elapsed: 25, width: 60)
    #expect(text.contains("50/100"))
    #expect(text.contains("2.0/s"))
    #expect(text.contains("0:25 left"))
    #expect(text.count <= 60)
  }
}
