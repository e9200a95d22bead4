import CorpusDrawing
import Documents
import Foundation
import Testing

@testable import corpus_maker

@Suite("Faults of capture")
struct CaptureSetTests {
  let people: PersonMaker

  init() throws { people = try Workplace.people.get() }

  private func request(_ tier: Tier, number: Int = 1) -> CaseRequest {
    CaseRequest(
      tier: tier, number: number, people: people, dictionaries: Workplace.dictionaries, fonts: [])
  }

  @Test("Numbers go round each fault and its near miss")
  func roundAll() throws {
    let set = try #require(CaptureSet.all.first)
    var seen: Set<String> = []
    for number in 1...(CaptureFaultKind.allCases.count * 2) {
      var random = SplitMix64(seed: UInt64(number))
      let labelled = try set.make(request(.bad, number: number), &random)
      let captures = try #require(labelled.captures)
      #expect(captures.isEmpty == (labelled.nearMiss != nil))
      seen.insert(captures.first.map { "+\($0)" } ?? "-\(labelled.nearMiss ?? "")")
    }
    #expect(seen.count == CaptureFaultKind.allCases.count * 2)
  }

  @Test("A fault that hides print claims no value", arguments: [CaptureFaultKind.glare, .covered])
  func hidden(kind: CaptureFaultKind) throws {
    var random = SplitMix64(seed: 3)
    let labelled = try CaptureSet(kind: kind, isNearMiss: false, request: request(.bad))
      .labelledCase(with: &random)
    let claims = labelled.documents.flatMap(\.fields.keys)
    #expect(claims.isEmpty)
    #expect(try CaseWriter.label(of: labelled).contains("\"\(kind.rawValue)\""))
  }

  @Test("The cards of a mixed dossier belong to two people")
  func twoCards() throws {
    for isNearMiss in [false, true] {
      var random = SplitMix64(seed: 12)
      let labelled = try CaptureSet(
        kind: .twoCards, isNearMiss: isNearMiss, request: request(.bad)
      ).labelledCase(with: &random)
      let numbers = labelled.documents.map { $0.fields[.personalNumber]??.text }
      #expect(labelled.documents.map(\.side) == [.front, .back])
      #expect((numbers[0] == numbers[1]) == isNearMiss)
    }
  }

  @Test("The same request draws the same bytes")
  func sameBytes() throws {
    for kind in [CaptureFaultKind.screen, .photocopy] {
      let set = CaptureSet(kind: kind, isNearMiss: false, request: request(.office))
      var first = SplitMix64(seed: 2)
      var second = SplitMix64(seed: 2)
      let labelled = try set.labelledCase(with: &first)
      let again = try set.labelledCase(with: &second)
      #expect(labelled.files == again.files)
    }
  }
}
