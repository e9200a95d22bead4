import Foundation
import Imaging
import Recognition
import Rendering

/// Cuts the lines out of drawn pages and pairs them with what they say: lessons to teach the line
/// model with; `scripts/train-line-model` calls it.
@main
struct LessonMaker {
  static let help = """
    usage: lesson-maker --out DIR PAGES…

    Writes DIR/<part>-<n>.lstmf, lessons for Tesseract's lstmtraining in random order, from folders of
    drawn pages: cases with a transcript.txt (corpus-maker --transcript), and images with a .txt of the
    same name (corpus-maker --pages).

      --part I/N   only the I-th of N parts of the pages
    """

  private struct UsageError: Error, CustomStringConvertible { let description: String }

  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("lesson-maker: \(error)\n".utf8))
      exit(error is UsageError ? 2 : 5)
    }
  }

  private static func run(_ arguments: [String]) throws {
    var (out, part, folders) = (String?.none, (1, 1), [String]())
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h": return print(help)
      case "--out": out = rest.popFirst()
      case "--part":
        let numbers = (rest.popFirst() ?? "").split(separator: "/").compactMap { Int($0) }
        guard numbers.count == 2, numbers[0] >= 1, numbers[0] <= numbers[1] else {
          throw UsageError(description: "--part takes a part such as 1/2")
        }
        part = (numbers[0], numbers[1])
      case let name where name.hasPrefix("--"):
        throw UsageError(description: "unknown option \(name); see lesson-maker --help")
      default: folders.append(argument)
      }
    }
    guard let out, !folders.isEmpty else {
      throw UsageError(description: "name --out DIR and at least one folder of PAGES; see --help")
    }
    let pages = try folders.flatMap { try LessonPage.pages(in: URL(fileURLWithPath: $0)) }
    let reader = try PageReader()
    var files = LessonFiles()
    var (lines, unknown) = (0, 0)
    for (index, page) in pages.enumerated() where index % part.1 == part.0 - 1 {
      for lesson in try page.lessons(with: reader) {
        lines += 1
        guard let text = page.rows.text(meantBy: lesson.text) else {
          unknown += 1
          continue
        }
        for picture in lesson.pictures {
          files.add(picture: picture, text: text)
        }
      }
    }
    try files.write(to: URL(fileURLWithPath: out), name: "part-\(part.0)", seed: 1)
    print("\(files.count) lessons of \(lines) lines; \(unknown) lines said nothing that is known")
  }
}
