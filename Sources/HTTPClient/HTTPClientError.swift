/// A request that got no answer.
package struct HTTPClientError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why, in the library's words.
  package let description: String
}
