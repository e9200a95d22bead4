import Documents
import Foundation
import RecordStore
import Registry
import RegistrySupport
import TestSupport
import Testing

@testable import Delivery

@Suite struct EmbeddedRegistryTests {
  private let folder: TemporaryFolder
  private let registry: EmbeddedRegistry
  private let clock = TestClock()

  init() throws {
    folder = try TemporaryFolder()
    registry = try EmbeddedRegistry(
      directory: DataDirectory(path: folder.path), workflows: .committed(),
      clock: { [clock] in clock.now })
  }

  private func request(
    sha256: String = "aa", kinds: [DocumentKind] = [.form01],
    _ fields: [FieldKey: String] = [.socialInsuranceNumber: "0100000001", .phone: "0912000001"]
  ) throws -> RegistrationRequest {
    let result = SampleResult.make(sha256: sha256, kinds: kinds, fields: fields)
    let submission = try #require(try Registration(result)?.submission())
    return RegistrationRequest(
      idempotencyKey: submission.idempotencyKey, body: submission.body)
  }

  @Test func receivesOnce() async throws {
    let request = try request()
    let first = try await registry.register(request)
    clock.advance(by: .seconds(3600))
    let second = try await registry.register(request)
    #expect(first.status == 201)
    #expect(second.status == 200)
    #expect(first.body == second.body)
    let receipt = try #require(first.decoded(as: RegistrationReceipt.self))
    #expect(receipt.state == "received")
    #expect(receipt.type == .individualAccount)
    #expect(receipt.receivedAt == "2027-01-15T08:00:00Z")
    #expect(try await registry.receipts() == [receipt])
  }

  @Test func refusesAKeyWithOtherContent() async throws {
    let first = try request()
    var other = try request(sha256: "bb")
    other.idempotencyKey = first.idempotencyKey
    _ = try await registry.register(first)
    let response = try await registry.register(other)
    #expect(response.status == 422)
    #expect(response.decoded(as: Problem.self) == .keyMismatch)
    #expect(try await registry.receipts().count == 1)
  }

  @Test(arguments: ["", "{}", "[1]", #"{"schema":"hoso.registration/1"}"#, "\u{0}"])
  func refusesWhatIsNoRegistration(body: String) async throws {
    let response = try await registry.register(
      RegistrationRequest(idempotencyKey: "k", body: Array(body.utf8)))
    #expect(response.status == 400)
    #expect(try await registry.receipts().isEmpty)
  }

  struct Claim: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fields: [FieldKey: String]
    let status: Int
  }

  /// The phone 0912000001 belongs to number 0100000001, card 001090000001.
  @Test(arguments: [
    Claim(
      testDescription: "same number", fields: [.socialInsuranceNumber: "0100000001"], status: 201),
    Claim(testDescription: "same card", fields: [.idNumber: "001090000001"], status: 201),
    Claim(
      testDescription: "the card's number in the place of the other",
      fields: [.socialInsuranceNumber: "001090000001"], status: 201),
    Claim(
      testDescription: "same number, renewed card",
      fields: [.socialInsuranceNumber: "0100000001", .idNumber: "012345678"], status: 201),
    Claim(
      testDescription: "another number", fields: [.socialInsuranceNumber: "0100000002"],
      status: 409),
    Claim(testDescription: "another card", fields: [.idNumber: "001090000002"], status: 409),
    Claim(testDescription: "nobody known", fields: [.email: "a@b.vn"], status: 201),
  ])
  func aPhoneBelongsToOnePerson(claim: Claim) async throws {
    let phone = "0912000001"
    let owner = try request([
      .socialInsuranceNumber: "0100000001", .idNumber: "001090000001", .phone: phone,
    ])
    #expect(try await registry.register(owner).status == 201)
    let fields = claim.fields.merging([.phone: phone]) { $1 }
    let response = try await registry.register(try request(sha256: "bb", fields))
    #expect(response.status == claim.status)
    if claim.status == 409 {
      #expect(response.decoded(as: Problem.self) == .phoneTaken)
      #expect(!String(decoding: response.body, as: UTF8.self).contains("0100000001"))
    }
    #expect(try await registry.receipts().count == (claim.status == 201 ? 2 : 1))
  }

  @Test func survivesARestart() async throws {
    let other = try TemporaryFolder()
    let request = try request()
    var body: [UInt8] = []
    for status in [201, 200, 200] {
      let registry = try EmbeddedRegistry(
        directory: DataDirectory(path: other.path), workflows: .committed(),
        clock: { [clock] in clock.now })
      let response = try await registry.register(request)
      #expect(response.status == status)
      if !body.isEmpty { #expect(response.body == body) }
      body = response.body
    }
  }
}
