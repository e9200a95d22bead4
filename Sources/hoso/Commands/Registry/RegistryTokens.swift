import Foundation
import Registry
import Terminal

/// `hoso registry token`: makes, lists and revokes bearer tokens.
struct RegistryTokens {
  /// A token that cannot be revoked.
  struct NoSuchToken: Error, CustomStringConvertible {
    let id: String

    var description: String {
      "no token '\(id)' can be revoked; 'hoso registry token list' shows them all"
    }
  }

  private let settings: Settings
  private let operands: [String]

  init(_ settings: Settings, operands: [String]) {
    self.settings = settings
    self.operands = operands
  }

  func run() throws -> ExitCode {
    let command = "registry token"
    guard let action = operands.first else {
      throw UsageError(.missingOperand("create, list or revoke", command: command))
    }
    let rest = Array(operands.dropFirst())
    if action != "revoke", let first = rest.first {
      throw UsageError(.unexpectedOperand(first, command: "\(command) \(action)"))
    }
    switch action {
    case "create": return try create()
    case "list": return try list()
    case "revoke":
      guard let id = rest.first else {
        throw UsageError(.missingOperand("ID", command: command + " revoke"))
      }
      return try revoke(id)
    default:
      throw UsageError(
        .unknownAction(action, command: command, known: ["create", "list", "revoke"]))
    }
  }

  private func create() throws -> ExitCode {
    let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
    guard let name = settings.value("role") else {
      throw UsageError(.missingOperand("--role ROLE", command: "registry token create"))
    }
    guard let role = Role(rawValue: name) else {
      throw UsageError(.invalidValue(option: "role", value: name, expected: "one of \(roles)"))
    }
    let office = settings.value("office")
    if let office, !Caller.isOffice(office) {
      throw UsageError(
        .invalidValue(
          option: "office", value: office, expected: "a code of 1 to 32 letters, digits and dashes")
      )
    }
    let days = try settings.number("days", in: 1...36_500)
    let created = try settings.registryStore().createToken(
      name: settings.value("name") ?? role.rawValue, role: role, office: office,
      life: days.map { .seconds(86_400 * $0) })
    Console.note(
      "token \(created.token.caller.id) for \(role.rawValue)s of "
        + (office.map { "office \($0)" } ?? "all offices") + "; it is shown this once:")
    try Console.print(created.secret)
    return .allAccepted
  }

  private func list() throws -> ExitCode {
    let now = Date()
    for token in try settings.existingRegistry().tokens() {
      let state =
        if let revokedAt = token.revokedAt {
          "revoked \(revokedAt.ISO8601Format())"
        } else if let expiresAt = token.expiresAt {
          (expiresAt > now ? "until " : "expired ") + expiresAt.ISO8601Format()
        } else {
          "valid"
        }
      let office = token.office.map { "office \($0)" } ?? "all offices"
      try Console.print(
        "\(token.caller.id)  \(token.role.rawValue)  \(office)  \(state)  \(token.name)")
    }
    return .allAccepted
  }

  private func revoke(_ id: String) throws -> ExitCode {
    guard let number = Int64(id.hasPrefix("T-") ? String(id.dropFirst(2)) : id),
      try settings.existingRegistry().revokeToken(number)
    else { throw NoSuchToken(id: id) }
    Console.note("revoked T-\(number); it ends at once, also in a running service")
    return .allAccepted
  }
}
