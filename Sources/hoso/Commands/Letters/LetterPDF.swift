import Documents
import Foundation
import Letters
import Pipeline

/// Writes letters as PDFs that can be searched.
struct LetterPDF {
  /// A file, or a folder for several letters.
  let target: String
  let fileCount: Int

  /// Writes the pages of one letter with the words that were read on them.
  func write(_ outcome: LetterOutcome, pictures: [Int: [UInt8]]) throws {
    guard !pictures.isEmpty else {
      Console.note(
        "\(outcome.result.source.name): no PDF, since there is no page that could be shown")
      return
    }
    var pdf = SearchablePDF()
    let usual = outcome.text.sheets.first?.image.dpi ?? 0
    for (page, jpeg) in pictures.sorted(by: { $0.key < $1.key }) {
      let sheet = outcome.text.sheets.first { $0.page == page }
      let picture = SearchablePDF.Picture(jpeg: jpeg, dpi: sheet?.image.dpi ?? usual)
      guard pdf.add(picture, lines: sheet?.lines ?? []) else {
        throw OutputError.cannotWrite(path: place(of: outcome).path)
      }
    }
    try OutputFile.write(pdf.finished(), to: place(of: outcome).path)
  }

  private func place(of outcome: LetterOutcome) -> URL {
    let folder = URL(filePath: target)
    let values = try? folder.resourceValues(forKeys: [.isDirectoryKey])
    guard fileCount > 1 || values?.isDirectory == true else { return folder }
    let name = URL(filePath: outcome.result.source.name).deletingPathExtension().lastPathComponent
    return folder.appending(path: name + ".pdf")
  }
}
