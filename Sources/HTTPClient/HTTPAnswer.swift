/// What a server answered.
package struct HTTPAnswer: Hashable, Sendable {
  /// The status.
  package let status: Int
  /// The last value of each header, by its name in small letters.
  package let headers: [String: String]
  /// The body.
  package let body: [UInt8]
}
