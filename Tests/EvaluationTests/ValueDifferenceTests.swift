import Documents
import Testing

@testable import Evaluation

/// What an engineer is shown of a value that came out wrong.
@Suite struct ValueDifferenceTests {
  private static let wholes: [(FieldValue?, FieldValue?, [ValueDifference])] = [
    (.text("AN"), .text("ÂN"), [ValueDifference("", "AN", "ÂN")]),
    (.text("AN"), nil, [ValueDifference("", "AN", nil)]),
    (.text("AN"), .text("AN"), []),
    (.list(["a", "b"]), .list(["a"]), [ValueDifference("", "a; b", "a")]),
  ]

  @Test(arguments: wholes)
  func showsValuesWhole(
    expected: FieldValue?, found: FieldValue?, differences: [ValueDifference]
  ) {
    #expect(ValueDifference.between(expected, found) == differences)
  }

  /// A household has up to twenty members with seven cells each, of which one may be wrong.
  @Test func showsTheCellsOfATable() {
    let expected = FieldValue.rows([
      ["fullName": "AN", "sex": "male", "note": nil], ["fullName": "BÌNH", "sex": "female"],
    ])
    let found = FieldValue.rows([
      ["fullName": "AN", "sex": nil], ["fullName": "BÌNH", "sex": "female"], ["fullName": "CÚC"],
    ])
    #expect(
      ValueDifference.between(expected, found) == [
        ValueDifference("[0].sex", "male", nil), ValueDifference("[2].fullName", nil, "CÚC"),
      ])
  }
}

extension ValueDifference {
  fileprivate init(_ place: String, _ expected: String?, _ found: String?) {
    self.init(place: place, expected: expected, found: found)
  }
}
