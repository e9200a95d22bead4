import Documents
import Foundation
import Gazetteer
import Memos
import Terminal
import VietnameseText

/// `hoso memo` reads transfer memos for voluntary social insurance.
struct MemoCommand {
  static let specification = CommandSpecification(
    "memo",
    summary: "Read the name, number and phone in bank transfer memos.",
    operands: .atLeastOne("TEXT|FILE.csv"),
    options: [
      OptionSpecification("json", help: "Print one JSON object a memo, one a line."),
      OptionSpecification("csv", help: "Print a row of comma-separated values a memo."),
      OptionSpecification(
        "column", value: "NAME|N",
        help: "The column of the memos, by heading or number; default found by itself."),
    ],
    discussion: """
      An operand that ends in .csv, .tsv or .txt is a list of bank transactions: UTF-8, UTF-16 or
      Windows-1258, parted by commas, semicolons, tabs or bars; any other operand is a memo. A name
      is kept as it was written; where its marks are missing, the JSON gives the names it may be,
      with their probabilities. Exit code 0 when every memo is certain and complete, 3 when one
      needs review, 4 when one is not about social insurance.
      """)

  private static let extensions: Set<String> = ["csv", "tsv", "txt"]
  private static let chunk = 256

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() async throws -> ExitCode {
    let format = try format()
    let directory = try settings.dictionaries()
    let reader = try MemoReader(gazetteer: try Gazetteer(directory: directory))
    var report = MemoReport(
      format: format, width: Console.width, colour: Console.showsColour && format == .table)
    var worst = ExitCode.allAccepted
    let stretch = Self.chunk * (try settings.jobs())
    for operand in settings.operands {
      var lines = [BankStatement.Line(number: 1, memo: operand)]
      var source: String?
      if Self.extensions.contains(URL(filePath: operand).pathExtension.lowercased()) {
        source = URL(filePath: operand).lastPathComponent
        lines = try statement(operand, dictionaries: directory).lines
      }
      for start in stride(from: 0, to: lines.count, by: stretch) {
        let end = min(lines.count, start + stretch)
        let memos = await Self.read(Array(lines[start..<end]), with: reader)
        for (line, memo) in zip(lines[start..<end], memos) {
          worst = max(worst, ExitCode(memo.verdict))
          if let text = try report.added(memo, source: source, line: line.number) {
            try Console.print(text)
          }
        }
      }
    }
    if let table = report.table() { try Console.print(table, terminator: "") }
    return worst
  }

  private func format() throws(UsageError) -> MemoReport.Format {
    if try settings.flag("json") { return .json }
    return try settings.flag("csv") ? .csv : .table
  }

  private func statement(_ path: String, dictionaries: String) throws -> BankStatement {
    let file = try TextFile(path: path)
    guard let text = TextEncoding.detected(in: file.bytes).text(of: file.bytes) else {
      throw TextFileError.damaged(file.name)
    }
    return try BankStatement(
      text, column: settings.value("column"), dictionaries: dictionaries)
  }

  /// Reads memos on several cores.
  private static func read(_ lines: [BankStatement.Line], with reader: MemoReader) async -> [Memo] {
    await withTaskGroup(of: (Int, [Memo]).self) { group in
      for start in stride(from: 0, to: lines.count, by: chunk) {
        group.addTask {
          let part = lines[start..<min(lines.count, start + chunk)]
          return (start, part.map { reader.memo($0.memo) })
        }
      }
      var parts: [(Int, [Memo])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}
