import Foundation
import RecordStore
import Registry
import Terminal

/// `hoso registry` serves the registry over HTTP, and keeps its tokens and its audit trail.
struct RegistryCommand {
  static let specification = CommandSpecification(
    "registry", summary: "Serve the registration service; keep its tokens and audit trail.",
    operands: .any("ACTION"),
    options: [
      OptionSpecification(
        "listen", value: "ADDRESS", environment: "HOSO_LISTEN",
        help: "serve: the address in numbers; default 127.0.0.1."),
      OptionSpecification(
        "port", value: "N", environment: "HOSO_PORT", help: "serve: the port; default 8470."),
      OptionSpecification(
        "tls-certificate", value: "FILE", environment: "HOSO_TLS_CERTIFICATE",
        help: "serve: the certificate chain in PEM; needed on anything but loopback."),
      OptionSpecification(
        "tls-key", value: "FILE", environment: "HOSO_TLS_KEY", help: "serve: its key in PEM."),
      OptionSpecification(
        "rate", value: "N", help: "serve: requests a second for each token; default 500."),
      OptionSpecification(
        "max-connections", value: "N", help: "serve: connections at once; default 1000."),
      OptionSpecification(
        "spool", value: "DIR", environment: "HOSO_SPOOL",
        help: "serve: where notifications are written; default spool in the data directory."),
      OptionSpecification(
        "gateway", value: "URL", environment: "HOSO_GATEWAY",
        help: "serve: where notifications are posted instead."),
      OptionSpecification(
        "gateway-token-file", value: "FILE", environment: "HOSO_GATEWAY_TOKEN_FILE",
        help: "serve: the bearer token for --gateway."),
      OptionSpecification(
        "authorities", value: "FILE", environment: "HOSO_AUTHORITIES",
        help: "serve: certificates in PEM that sign --gateway; default the system's."),
      OptionSpecification(
        "role", value: "ROLE", help: "token create: operator, reviewer, auditor or admin."),
      OptionSpecification(
        "office", value: "CODE",
        help: "token create: the one office that its bearer sees; units, report: the office."),
      OptionSpecification(
        "name", value: "NAME", help: "token create: for whom it is; units put: its name."),
      OptionSpecification("days", value: "N", help: "token create: after how long it ends."),
      OptionSpecification(
        "contact", value: "NAME;PHONE;MAIL",
        help: "units put: whom to ask; may be given several times."),
      OptionSpecification(
        "standing", value: "STANDING",
        help: "units employees: only those who are registered, missing or in conflict."),
      OptionSpecification(
        "by", value: "WHAT", help: "report: office, unit, day or month; default office."),
      OptionSpecification("type", value: "TYPE", help: "report: one type of registration."),
      OptionSpecification("from", value: "DAY", help: "report: the first day of receipt."),
      OptionSpecification("to", value: "DAY", help: "report: the last day of receipt."),
      OptionSpecification(
        "seen", value: "N:HASH", help: "audit verify: an entry that was noted earlier."),
    ],
    discussion: """
      Actions:
        serve             answer requests until SIGTERM (the default); /openapi.json says which
        token create      make a bearer token and print it, once; only its hash is kept
        token list        list the tokens
        token revoke ID   end a token at once
        notifications     how many notifications wait, are sent, or are given up
        notifications retry   send those again that were given up
        participants      how many participants are known
        participants import FILE   take in a list of participants: number, name, date of birth
        units             list the units
        units put CODE    write a unit down, with --name and each --contact
        units employees CODE [FILE]   where each employee stands; FILE replaces the list first
        report            how far registrations have come, as CSV
        audit verify      check the chain of the audit trail; exit code 1 and the first altered
                          entry when it was tampered with
      """)

  private static let actions = [
    "serve", "token", "notifications", "participants", "units", "report", "audit",
  ]

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() async throws -> ExitCode {
    let name = Self.specification.name
    let rest = Array(settings.operands.dropFirst())
    switch settings.operands.first ?? "serve" {
    case "serve":
      if let first = rest.first {
        throw UsageError(.unexpectedOperand(first, command: name + " serve"))
      }
      return try await RegistryServing(settings).run()
    case "token": return try RegistryTokens(settings, operands: rest).run()
    case "notifications": return try notifications(rest)
    case "participants": return try RegistryLists(settings, operands: rest).participants()
    case "units": return try RegistryLists(settings, operands: rest).units()
    case "report": return try RegistryLists(settings, operands: rest).report()
    case "audit": return try verify(rest)
    case let action:
      throw UsageError(.unknownAction(action, command: name, known: Self.actions))
    }
  }

  private func notifications(_ operands: [String]) throws -> ExitCode {
    let registry = try settings.existingRegistry()
    switch operands {
    case []: break
    case ["retry"]:
      Console.note("put \(try registry.retryNotifications()) back; a running service sends them")
    default:
      throw UsageError(
        .unknownAction(
          operands[0], command: "registry notifications", known: ["retry"]))
    }
    let counts = try registry.notificationCounts()
    for state in ["waiting", "sent", "dead"] {
      try Console.print("\(state)  \(counts[state] ?? 0)")
    }
    return .allAccepted
  }

  private func verify(_ operands: [String]) throws -> ExitCode {
    guard operands == ["verify"] else {
      throw operands.first.map {
        UsageError(.unknownAction($0, command: "registry audit", known: ["verify"]))
      } ?? UsageError(.missingOperand("verify", command: "registry audit"))
    }
    let seen = try settings.value("seen").map { text in
      let parts = text.split(separator: ":")
      guard parts.count == 2, let id = Int64(parts[0]), parts[1].utf8.count == 64 else {
        throw UsageError(
          .invalidValue(
            option: "seen", value: text, expected: "a number and a hash, as verify prints them"))
      }
      return (id: id, hash: String(parts[1]))
    }
    switch try settings.existingRegistry().verifyAudit(seen: seen) {
    case .intact(let count, let head):
      try Console.print("\(count) entries, none altered")
      if count > 0 { try Console.print("the last one is \(count):\(head)") }
      return .allAccepted
    case .altered(let id):
      try Console.print("entry \(id) is the first that was altered, taken out or put in")
      return .comparisonFailed
    case .cutOff(let id):
      try Console.print("the trail is cut off behind entry \(id)")
      return .comparisonFailed
    }
  }
}
