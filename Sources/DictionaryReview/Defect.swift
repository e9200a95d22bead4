/// Something wrong in a dictionary file.
package struct Defect: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file's path below the folder of dictionaries.
  package var file: String
  /// The line, from 1; nil where the whole file is meant.
  package var line: Int?
  /// What is wrong.
  package var problem: String

  /// Creates a defect.
  package init(file: String, line: Int? = nil, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// The place, a colon, and the problem.
  package var description: String {
    line.map { "\(file):\($0): \(problem)" } ?? "\(file): \(problem)"
  }

  /// Orders by file, line and problem.
  package static func < (left: Defect, right: Defect) -> Bool {
    (left.file, left.line ?? 0, left.problem) < (right.file, right.line ?? 0, right.problem)
  }
}
