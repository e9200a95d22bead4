/// A problem document (RFC 9457): which rule was broken, never by whom.
package struct Problem: Error, Hashable, Codable, Sendable {
  /// What went wrong, as a name that programs can tell.
  package var type: String
  /// What went wrong, in words.
  package var title: String
  /// The HTTP status.
  package var status: Int
  /// What went wrong this time, and the way out; never a value that was sent.
  package var detail: String?

  /// Creates a problem whose type is `urn:hoso:problem:` and `name`.
  package init(_ name: String, status: Int, title: String, detail: String? = nil) {
    type = "urn:hoso:problem:" + name
    self.title = title
    self.status = status
    self.detail = detail
  }

  /// The same problem with the words of this time.
  package func saying(_ detail: String) -> Problem {
    var problem = self
    problem.detail = detail
    return problem
  }
}

extension Problem {
  /// 400: the body does not decode, or breaks a rule of registrations.
  package static let malformed = Problem(
    "malformed", status: 400, title: "The body is no registration.")
  /// 400: the key of the request is missing, too long, or of other characters.
  package static let badKey = Problem(
    "idempotency-key", status: 400,
    title: "The Idempotency-Key must be 1 to 128 letters, digits or marks of ASCII.")
  /// 422: the key is that of a request with another body.
  package static let keyMismatch = Problem(
    "idempotency-key-reused", status: 422,
    title: "The Idempotency-Key came before with other content.")
  /// 409: the first request with the key has no answer yet; it may be sent again.
  package static let underWay = Problem(
    "under-way", status: 409,
    title: "The first request with this Idempotency-Key is still under way.")
  /// 409: the phone number belongs to another insured person.
  package static let phoneTaken = Problem(
    "phone-taken", status: 409,
    title: "One phone number belongs to one social insurance number.")
  /// 404: no registration has this id.
  package static let unknownRegistration = Problem(
    "unknown-registration", status: 404, title: "There is no such registration.")
  /// 409: the workflow knows no such step from the present state.
  package static let unknownTransition = Problem(
    "unknown-transition", status: 409,
    title: "The registration cannot go from its state to that one.")
  /// 409: who the registration is about follows neither from it nor from the request.
  package static let participantNeeded = Problem(
    "participant-needed", status: 409,
    title: "It is not known which participant the registration is about.")
  /// 409: a participant is named where this step records none.
  package static let participantNotAsked = Problem(
    "participant-not-asked", status: 409,
    title: "Registrations of this type are not about a participant of the list.")
  /// 400: the body does not decode as a unit.
  package static let malformedUnit = Problem(
    "malformed", status: 400, title: "The body is no unit.")
  /// 400: the body of an erasure holds no number that could be a person's.
  package static let malformedErasure = Problem(
    "malformed", status: 400, title: "The body names no number.")
  /// 404: no unit of the office has this code.
  package static let unknownUnit = Problem(
    "unknown-unit", status: 404, title: "There is no such unit.")
  /// 403: the route is for other roles.
  package static let roleForbids = Problem(
    "role", status: 403, title: "The role of this token does not allow this.")
  /// 403: the route spans all offices, and the token is of one.
  package static let officeForbids = Problem(
    "office", status: 403, title: "The token belongs to another office.")
}
