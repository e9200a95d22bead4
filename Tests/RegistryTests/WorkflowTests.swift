import Foundation
import RegistrySupport
import TestSupport
import Testing

@testable import Registry

@Suite struct WorkflowTests {
  struct Step: Sendable, CustomTestStringConvertible {
    let type: RegistrationType
    let from: String
    let to: [String]
    var testDescription: String { "\(type.rawValue) \(from)" }
  }

  /// The contract of the service: what each type goes through, as a reviewer may lead it.
  @Test(arguments: [
    Step(
      type: .individualAccount, from: "received",
      to: ["awaiting-paper", "paper-received", "rejected"]),
    Step(
      type: .individualAccount, from: "awaiting-paper",
      to: ["paper-received", "verified", "rejected"]),
    Step(type: .individualAccount, from: "paper-received", to: ["verified", "rejected"]),
    Step(type: .individualAccount, from: "verified", to: ["active", "rejected"]),
    Step(type: .individualAccount, from: "active", to: []),
    Step(type: .individualAccount, from: "expired", to: []),
    Step(type: .childAccount, from: "received", to: ["verified", "rejected"]),
    Step(type: .voluntaryInsurance, from: "received", to: ["contacted", "withdrawn"]),
    Step(type: .voluntaryInsurance, from: "contacted", to: ["confirmed", "withdrawn"]),
    Step(type: .voluntaryInsurance, from: "confirmed", to: []),
    Step(type: .identityUpdate, from: "received", to: ["in-review", "applied", "rejected"]),
  ])
  func leadsWhereTheContractSays(step: Step) throws {
    #expect(
      try Workflows.committed()[step.type].targets(from: step.from, for: .reviewer) == step.to)
  }

  @Test func onlyAPersonWhoReviewsVerifies() throws {
    let workflow = try Workflows.committed()[.individualAccount]
    for state in workflow.states.keys {
      for role in [Role.operator, .auditor] {
        #expect(!workflow.targets(from: state, for: role).contains("verified"))
      }
      #expect(workflow.targets(from: state, for: nil).isEmpty)
    }
    #expect(workflow.paper?.to != "verified")
  }

  @Test func paperIsDueWithinTenDays() throws {
    let workflow = try Workflows.committed()[.individualAccount]
    #expect(workflow.deadline(in: "received")?.days == 10)
    #expect(workflow.deadline(in: "awaiting-paper")?.days == 10)
    #expect(workflow.deadline(in: "paper-received") == nil)
  }

  @Test func namesWhatIsWrongWithAFile() throws {
    let folder = try TemporaryFolder()
    #expect(throws: Workflows.Defect.unreadable(path: folder.path + "/registry/workflows.json")) {
      try Workflows(directory: folder.path)
    }
    let path = try folder.write(#"{"types": {"x": 1}}"#, to: "registry/workflows.json")
    #expect(
      throws: Workflows.Defect.malformed(
        path: path, problems: ["it is not in the form of workflows"])
    ) { try Workflows(directory: folder.path) }
    try folder.write(
      #"""
      {"types": {"child-account": {"vi": "v", "initial": "a", "states": {"a": {"vi": "A"},
        "lost": {"vi": "L"}}, "transitions": [{"from": ["a"], "to": "b", "roles": []}]}}}
      """#, to: "registry/workflows.json")
    let error = #expect(throws: Workflows.Defect.self) { try Workflows(directory: folder.path) }
    for words in [
      "'individual-account'", "unknown state 'b'", "nobody may go to 'b'",
      "nothing leads to the state 'lost'",
    ] { #expect(error?.description.contains(words) == true, "\(words)") }
  }
}
