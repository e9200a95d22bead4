internal import HTTPServer

/// A place of the service, and who may do what there.
package struct Route: Sendable {
  /// The method.
  package let method: String
  /// The path as the OpenAPI file writes it; a part in braces stands for any part.
  package let template: String
  /// Who may use it.
  package let access: Access
  /// The parameters that its query may have.
  package let query: Set<String>
  /// Answers a call whose caller may use the route; throws `Problem` where the answer is one.
  let answer: @Sendable (RegistrationAPI, Call) throws -> HTTPResponse

  private let parts: [Substring]

  init(
    _ method: String, _ template: String, _ access: Access, query: Set<String> = [],
    answer: @escaping @Sendable (RegistrationAPI, Call) throws -> HTTPResponse
  ) {
    self.method = method
    self.template = template
    self.access = access
    self.query = query
    self.answer = answer
    parts = template.split(separator: "/")
  }

  /// What stands for the parts in braces of the template; nil when `path` is another place.
  func arguments(in path: [String]) -> [String: String]? {
    guard path.count == parts.count else { return nil }
    var arguments: [String: String] = [:]
    for (part, given) in zip(parts, path) {
      if part.first == "{" {
        arguments[String(part.dropFirst().dropLast())] = given
      } else if part != given {
        return nil
      }
    }
    return arguments
  }
}
