import Documents
import TestSupport
import Testing

@testable import RecordStore

@Suite struct PersonalValuesTests {
  struct Paper: Sendable, CustomTestStringConvertible {
    let printed: String
    let number: String
    let isNamed: Bool
    var testDescription: String { "\(printed) for \(number)" }
  }

  @Test(arguments: [
    Paper(printed: "001190000001", number: "001190000001", isNamed: true),
    Paper(printed: "001 190 000 001", number: "001190000001", isNamed: true),
    Paper(printed: "001190000001", number: "190000001", isNamed: false),
    Paper(printed: "B1234567", number: "B1234567", isNamed: true),
    Paper(printed: "B 1234567", number: "B1234567", isNamed: true),
    Paper(printed: "C1234567", number: "B1234567", isNamed: false),
  ])
  func aPaperNamesAPerson(paper: Paper) {
    let result = SampleResult.make(fields: [.idNumber: paper.printed])
    #expect(PersonalValues.names(paper.number, in: result) == paper.isNamed)
  }

  @Test func aPathMayNameOne() {
    #expect(PersonalValues.names("B1234567", in: "/in/ho so b1234567.pdf"))
    #expect(PersonalValues.names("0100000001", in: "/in/0100 000 001.pdf"))
    #expect(!PersonalValues.names("0100000002", in: "/in/0100000001.pdf"))
  }
}
