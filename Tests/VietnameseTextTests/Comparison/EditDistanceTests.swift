import Testing

@testable import VietnameseText

@Suite struct EditDistanceTests {
  /// "kitten" and "sitting" are the usual example; the others can be counted by hand.
  @Test(arguments: [
    ("kitten", "sitting", 3), ("", "abc", 3), ("", "", 0), ("abc", "abc", 0), ("ab", "ba", 2),
    ("hòa", "hoà", 2), ("abcdef", "bcdefg", 2),
  ])
  func countsTheChanges(first: String, second: String, distance: Int) {
    #expect(Array(first).editDistance(to: Array(second)) == distance)
    #expect(Array(second).editDistance(to: Array(first)) == distance)
  }
}
