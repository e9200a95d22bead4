import Testing
import WebPages

@Suite struct EscapingTests {
  /// The five signs with a meaning in HTML text and in quoted attributes (HTML Standard, §13.1.2).
  @Test(arguments: [
    ("Nguyễn Thị Hoa", "Nguyễn Thị Hoa"), ("<b>&", "&lt;b&gt;&amp;"), ("'\"", "&#39;&quot;"),
    ("&lt;", "&amp;lt;"), ("", ""),
  ])
  func escapesWhatMeansSomething(text: String, escaped: String) {
    #expect(text.escapedForHTML == escaped)
  }

  @Test(arguments: ["<", ">", "&", "\"", "'"])
  func escapesASignUnderACombiningMark(sign: String) {
    let escaped = (sign + "\u{301}").escapedForHTML.unicodeScalars
    #expect(escaped.first == "&" && escaped.last == "\u{301}" && escaped.count > 4)
  }

  @Test func leavesTheNormalFormAlone() {
    let text = "Tie\u{302}\u{301}ng Việt\r\n"
    #expect(Array(text.escapedForHTML.utf8) == Array(text.utf8))
  }
}
