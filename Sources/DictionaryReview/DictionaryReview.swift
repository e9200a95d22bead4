internal import Documents
internal import Extraction
internal import Foundation
internal import Gazetteer
internal import Validation
internal import VietnameseText

/// Checks every file of a folder of dictionaries, by itself and against the others.
package struct DictionaryReview: Sendable {
  private let folder: DictionaryFolder

  /// Reviews the dictionaries in `folder`.
  package init(of folder: DictionaryFolder) { self.folder = folder }

  /// How many files there are.
  package var fileCount: Int { folder.files.count }

  /// Everything that is wrong, in the order of the files; throws when a file cannot be read.
  package func defects() throws -> [Defect] {
    var defects: [Defect] = []
    var texts: [String: String] = [:]
    for file in folder.files where !file.isModel {
      let bytes = try Data(contentsOf: file.url)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        defects.append(Defect(file: file.name, problem: "it is not UTF-8"))
        continue
      }
      texts[file.name] = text
      defects += Self.textDefects(of: text, in: file.name)
    }
    do {
      let catalogue = try TableSchema.Catalogue(of: folder)
      defects += tableDefects(texts, catalogue: catalogue)
      defects += knowledgeDefects(texts, catalogue: catalogue)
    } catch {
      defects.append(
        Defect(file: TableSchema.Catalogue.file, problem: "it cannot be read: \(error)"))
    }
    defects += ModelReview(folder: folder).defects()
    defects += loadDefects()
    return defects.sorted()
  }

  private static func textDefects(of text: String, in file: String) -> [Defect] {
    var defects: [Defect] = []
    if !text.isEmpty, text.utf8.last != UInt8(ascii: "\n") {
      defects.append(Defect(file: file, problem: "the last line has no end"))
    }
    guard !text.isNormalized() || text.utf8.contains(0x0D) else { return defects }
    // By scalars, because a return and a line feed are one character.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if !String(line).isNormalized() {
        defects.append(Defect(file: file, line: index + 1, problem: "it is not in NFC"))
      }
      if line.contains("\r") {
        defects.append(Defect(file: file, line: index + 1, problem: "it holds a carriage return"))
      }
    }
    return defects
  }

  private func tableDefects(_ texts: [String: String], catalogue: TableSchema.Catalogue) -> [Defect]
  {
    let tables = texts.filter { $0.key.hasSuffix(".tsv") }.mapValues { ReviewedTable($0) }
    return TableReview(schemas: catalogue.tables, tables: tables).defects()
  }

  private func knowledgeDefects(
    _ texts: [String: String], catalogue: TableSchema.Catalogue
  ) -> [Defect] {
    var defects: [Defect] = []
    var files: [JSONFile] = []
    for (name, text) in texts where name.hasSuffix(".json") {
      do {
        files.append(try JSONFile(name: name, text: text))
      } catch {
        defects.append(Defect(file: name, problem: "it is not a JSON object"))
      }
    }
    let review = KnowledgeReview(
      files: files, fieldsWithoutLayout: Set(catalogue.fieldsWithoutLayout))
    return defects + review.defects()
  }

  /// What the program itself finds wrong when it loads the dictionaries.
  private func loadDefects() -> [Defect] {
    let path = folder.url.path
    var defects: [Defect] = []
    func load(_ part: String, _ body: () throws -> Void) {
      do { try body() } catch { defects.append(Defect(file: part, problem: "\(error)")) }
    }
    load("layouts") { _ = try LayoutCatalogue(dictionaries: path) }
    load("units and lists") {
      let gazetteer = try Gazetteer(directory: path)
      guard let day = CalendarDate(year: 2026, month: 1, day: 1) else { return }
      _ = try Validator(gazetteer: gazetteer, today: day)
    }
    return defects
  }
}
