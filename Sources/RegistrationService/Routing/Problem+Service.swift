package import Registry

extension Problem {
  package static let malformedTarget = Problem(
    "malformed-target", status: 400, title: "The path or query of the request is malformed.")
  package static let malformedBody = Problem(
    "malformed", status: 400, title: "The body is not what this route takes.")
  package static let badParameter = Problem(
    "bad-parameter", status: 400, title: "A parameter of the query is unknown or malformed.")
  package static let noToken = Problem(
    "no-token", status: 401, title: "This needs a bearer token that is known and valid.")
  package static let noSuchPlace = Problem(
    "no-such-place", status: 404, title: "There is nothing at this path.")
  package static let noSuchMethod = Problem(
    "no-such-method", status: 405, title: "This path does not take this method.")
  package static let tooLong = Problem(
    "too-long", status: 413, title: "The body is too long.")
  package static let wrongContentType = Problem(
    "wrong-content-type", status: 415, title: "The body is of a type that is not taken.")
  package static let tooMany = Problem(
    "too-many-requests", status: 429, title: "There are too many requests; try again later.")
  package static let failure = Problem(
    "failure", status: 500, title: "The service failed; nothing was changed.")
  package static let unavailable = Problem(
    "unavailable", status: 503, title: "The service cannot do this now; try again later.")
}
