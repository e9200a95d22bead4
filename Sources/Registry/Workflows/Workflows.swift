internal import Foundation

/// The workflow of every type of registration.
public struct Workflows: Hashable, Sendable {
  /// Why the workflows cannot be used.
  public enum Defect: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is not there or may not be read.
    case unreadable(path: String)
    /// The file says what cannot be: all that is wrong with it.
    case malformed(path: String, problems: [String])

    /// What failed, on what, and the way out.
    public var description: String {
      switch self {
      case .unreadable(let path):
        "cannot read the workflows \(path); check the folder given with --dictionaries"
      case .malformed(let path, let problems):
        "the workflows \(path) cannot be used: \(problems.joined(separator: "; ")); "
          + "restore the file or mend it"
      }
    }
  }

  private struct File: Decodable {
    var types: [String: Workflow]
  }

  private let workflows: [RegistrationType: Workflow]

  /// Reads the workflows from a folder of dictionaries.
  ///
  /// - Parameter directory: The folder.
  /// - Throws: `Defect`.
  public init(directory: String) throws(Defect) {
    let path = directory + "/registry/workflows.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    let types: [String: Workflow]
    do {
      types = try JSONDecoder().decode(File.self, from: data).types
    } catch {
      throw .malformed(path: path, problems: ["it is not in the form of workflows"])
    }
    var problems: [String] = []
    for type in RegistrationType.allCases where types[type.rawValue] == nil {
      problems.append("there is none for '\(type.rawValue)'")
    }
    for (name, workflow) in types.sorted(by: { $0.key < $1.key }) {
      if RegistrationType(rawValue: name) == nil { problems.append("there is no type '\(name)'") }
      problems += workflow.defects.map { "\(name): \($0)" }
    }
    guard problems.isEmpty else { throw .malformed(path: path, problems: problems) }
    workflows = Dictionary(
      uniqueKeysWithValues: types.compactMap { name, workflow in
        RegistrationType(rawValue: name).map { ($0, workflow) }
      })
  }

  /// The states of all types.
  package var states: Set<String> { Set(workflows.values.flatMap(\.states.keys)) }

  /// The workflow of a type.
  package subscript(type: RegistrationType) -> Workflow {
    guard let workflow = workflows[type] else {
      preconditionFailure("every type has a workflow: checked when they were read")
    }
    return workflow
  }
}
