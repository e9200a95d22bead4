package import Registry

extension Problem {
  /// 400: the request target is no path with a query, or is encoded wrongly.
  package static let malformedTarget = Problem(
    "malformed-target", status: 400, title: "The path or query of the request is malformed.")
  /// 400: the body is no JSON, or not of the shape that the route takes.
  package static let malformedBody = Problem(
    "malformed", status: 400, title: "The body is not what this route takes.")
  /// 400: a parameter is not one of the route's, is given twice, or has a value that means nothing.
  package static let badParameter = Problem(
    "bad-parameter", status: 400, title: "A parameter of the query is unknown or malformed.")
  /// 401: no bearer token, or one that was revoked or never made.
  package static let noToken = Problem(
    "no-token", status: 401, title: "This needs a bearer token that is known and valid.")
  /// 404: no route has this path.
  package static let noSuchPlace = Problem(
    "no-such-place", status: 404, title: "There is nothing at this path.")
  /// 405: the path has routes, but none for this method.
  package static let noSuchMethod = Problem(
    "no-such-method", status: 405, title: "This path does not take this method.")
  /// 413: the body is longer than the server takes.
  package static let tooLong = Problem(
    "too-long", status: 413, title: "The body is too long.")
  /// 415: the body is not declared as what the route takes; the detail names that.
  package static let wrongContentType = Problem(
    "wrong-content-type", status: 415, title: "The body is of a type that is not taken.")
  /// 429: the token asks too often, or its client was refused too often.
  package static let tooMany = Problem(
    "too-many-requests", status: 429, title: "There are too many requests; try again later.")
  /// 500: a fault of the service itself, which its log names.
  package static let failure = Problem(
    "failure", status: 500, title: "The service failed; nothing was changed.")
  /// 503: the database is busy or away, which passes.
  package static let unavailable = Problem(
    "unavailable", status: 503, title: "The service cannot do this now; try again later.")
}
