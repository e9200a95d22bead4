import Foundation
import RecordStore
import TestSupport
import Testing

/// `hoso registry` as those who keep the service use it.
@Suite struct RegistryTests {
  private let hoso: Hoso

  init() throws { hoso = try Hoso() }

  private func registry(_ words: String...) async throws -> Hoso.Ending {
    try await hoso.run(["registry"] + words + ["--data", hoso.data])
  }

  @Test func tokensAreMadeListedAndRevoked() async throws {
    let made = try await registry("token", "create", "--role", "operator", "--office", "07921")
    #expect(made.status == 0)
    let secret = made.output.trimmingCharacters(in: .newlines)
    #expect(secret.hasPrefix("hoso_") && !made.messages.contains(secret))
    let list = try await registry("token", "list")
    #expect(list.output == "T-1  operator  office 07921  valid  operator\n")
    #expect(try await registry("token", "revoke", "T-1").status == 0)
    #expect(try await registry("token", "list").output.contains("revoked"))
    let again = try await registry("token", "revoke", "T-1")
    #expect(again.status == 5)
    #expect(again.messages.contains("token list"))
    let audit = try await registry("audit", "verify")
    #expect(audit.status == 0)
    #expect(audit.output.hasPrefix("2 entries, none altered\nthe last one is 2:"))
    let head = String(audit.output.split(separator: " ").last ?? "").dropLast()
    #expect(try await registry("audit", "verify", "--seen", String(head)).status == 0)
    let other = "2:" + String(repeating: "0", count: 64)
    let altered = try await registry("audit", "verify", "--seen", other)
    #expect(altered.status == 1)
    #expect(altered.output.contains("entry 2 is the first"))
  }

  @Test(arguments: [
    ["token"], ["token", "make"], ["token", "create"], ["token", "create", "--role", "boss"],
    ["token", "create", "--role", "admin", "--office", "a b"], ["token", "revoke"], ["audit"],
    ["audit", "repair"], ["audit", "verify", "--seen", "5"], ["begin"], ["serve", "now"],
    ["serve", "--port", "70000"], ["serve", "--tls-key", "key.pem"],
  ])
  func anOrderThatSaysNothingIsRefused(words: [String]) async throws {
    let ending = try await hoso.run(["registry"] + words + ["--data", hoso.data])
    #expect(ending.status == 2, "\(ending.messages)")
    #expect(ending.output == "")
  }

  /// A slip in --data must not pass for a registry without entries.
  @Test(arguments: [
    ["registry", "audit", "verify"], ["registry", "token", "list"],
    ["registry", "token", "revoke", "T-1"], ["registry", "notifications"],
    ["registry", "notifications", "retry"], ["registry", "participants"], ["registry", "units"],
    ["registry", "units", "employees", "X1"], ["registry", "report"], ["forget", "0100000001"],
    ["backup", "copy"], ["key", "rotate"], ["import", "--resume"],
    ["import", "--retry", "rejected"],
    ["import", "--retry", "delivery"], ["import", "--cancel", "--name", "evening"],
  ])
  func aLookMakesNothing(words: [String]) async throws {
    let ending = try await hoso.run(words + ["--data", hoso.data])
    #expect(ending.status == 5)
    #expect(ending.output == "")
    #expect(ending.messages.contains(hoso.data), "\(ending.messages)")
    #expect(!FileManager.default.fileExists(atPath: hoso.data))
  }

  @Test func aListOfNoBatchesHasOneWording() async throws {
    let list = ["import", "--list", "--data", hoso.data]
    let before = try await hoso.run(list)
    #expect(before.output == "No batches in \(hoso.data).\n")
    #expect(!FileManager.default.fileExists(atPath: hoso.data))
    _ = try RecordStore(directory: DataDirectory(path: hoso.data))
    #expect(try await hoso.run(list).output == before.output)
  }

  @Test(arguments: [
    (["forget", "abc"], "NUMBER must be 9, 10 or 12 digits"),
    (
      ["registry", "units", "put", "X1", "--name", "A", "--contact", ";;"],
      "'contacts[0].name' must have 1 to 200 characters; see 'hoso registry units put --help'"
    ),
    (["import", "a", "--registry", "https://r.example"], "see 'hoso import --help'"),
  ])
  func aMistakeIsToldInAWholeSentence(words: [String], message: String) async throws {
    let ending = try await hoso.run(words + ["--data", hoso.data])
    #expect(ending.status == 2)
    #expect(ending.messages.contains(message), "\(ending.messages)")
  }

  @Test func plainHTTPForOthersIsRefused() async throws {
    let ending = try await registry("serve", "--listen", "0.0.0.0", "--port", "0")
    #expect(ending.status == 5)
    #expect(ending.messages.contains("give a certificate"), "\(ending.messages)")
  }

  @Test(arguments: [
    (["t", "--registry", "https://registry.example"], 2, "--token-file"),
    (["t", "--registry", "registry", "--token-file", "t"], 5, "https://"),
    (["t", "--registry", "http://192.0.2.1", "--token-file", "t"], 5, "in the clear"),
    (["t", "--registry", "https://registry.example", "--token-file", "none"], 5, "token create"),
    (["--retry", "everything"], 2, "'rejected' or 'delivery'"),
  ])
  func anImportNeedsAServiceItCanUse(words: [String], status: Int32, message: String) async throws {
    try hoso.write(Array("hoso_x".utf8), to: "t")
    let ending = try await hoso.run(["import"] + words + ["--data", hoso.data])
    #expect(ending.status == status, "\(ending.messages)")
    #expect(ending.messages.contains(message), "\(ending.messages)")
  }

  @Test func withNothingGivenUpNothingIsSentAgain() async throws {
    _ = try RecordStore(directory: DataDirectory(path: hoso.data))
    let ending = try await hoso.run(["import", "--retry", "delivery", "--data", hoso.data])
    #expect(ending.status == 0)
    #expect(ending.output == "0 registrations sent again: 0 given up once more, 0 waiting\n")
  }
}
