internal import Foundation
internal import VietnameseText

/// The headings under which lists of persons have their columns, and the old letters that lists may be in.
public struct ListColumns: Sendable {
  /// Why the headings cannot be used.
  public struct Defect: Error, Hashable, Sendable, CustomStringConvertible {
    let path: String

    /// What failed, on what, and the way out.
    public var description: String {
      "cannot read what lists are read by from \(path); restore the file, or check --dictionaries"
    }
  }

  /// What a column holds.
  enum Column: String, CaseIterable {
    case number, name, birthDate, idNumber, phone, email
  }

  private struct File: Decodable {
    var columns: [String: [String]]
  }

  /// The letters of encodings from before Unicode.
  let letters: LegacyLetters

  private let columns: [String: Column]

  /// Reads the headings and letters from a folder of dictionaries.
  ///
  /// - Parameter directory: The folder.
  /// - Throws: `Defect`.
  public init(directory: String) throws(Defect) {
    let path = directory + "/registry/lists.json"
    guard let data = FileManager.default.contents(atPath: path),
      let file = try? JSONDecoder().decode(File.self, from: data),
      Set(file.columns.keys) == Set(Column.allCases.map(\.rawValue))
    else { throw Defect(path: path) }
    guard let letters = try? LegacyLetters(dictionaries: directory) else {
      throw Defect(path: directory + "/encodings/letters.tsv")
    }
    self.letters = letters
    var columns: [String: Column] = [:]
    for (name, headings) in file.columns {
      for heading in headings { columns[Self.key(heading)] = Column(rawValue: name) }
    }
    self.columns = columns
  }

  /// What stands below each of the cells of a row of headings, by their place; the first counts.
  func places(in cells: [String]) -> [Column: Int] {
    var places: [Column: Int] = [:]
    for (place, cell) in cells.enumerated() {
      if let column = columns[Self.key(cell)], places[column] == nil { places[column] = place }
    }
    return places
  }

  /// A heading as it is compared; what stands in brackets explains it.
  private static func key(_ text: String) -> String {
    let plain = text.split(separator: "(", omittingEmptySubsequences: false).first.map(String.init)
    return (plain ?? text).normalized().strippingMarks().lowercased()
      .split { !$0.isLetter }.joined(separator: " ")
  }
}
