/// A problem document (RFC 9457): which rule was broken, never by whom.
struct Problem: Hashable, Codable, Sendable {
  /// What went wrong, as a name that programs can tell.
  var type: String
  /// What went wrong, in words.
  var title: String
  /// The HTTP status.
  var status: Int

  static let malformed = Problem(
    type: "urn:hoso:problem:malformed", title: "The body is no registration.", status: 400)
  static let keyMismatch = Problem(
    type: "urn:hoso:problem:idempotency-key-reused",
    title: "The Idempotency-Key came before with other content.", status: 422)
  static let underWay = Problem(
    type: "urn:hoso:problem:under-way",
    title: "The first request with this Idempotency-Key is still under way.", status: 409)
  static let phoneTaken = Problem(
    type: "urn:hoso:problem:phone-taken",
    title: "One phone number belongs to one social insurance number.", status: 409)
}
