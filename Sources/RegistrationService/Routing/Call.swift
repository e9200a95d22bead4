internal import Foundation
internal import HTTPServer
internal import Registry

/// A request on its way through a route.
struct Call {
  let request: HTTPRequest
  /// Who calls; the program itself where no token is needed.
  let caller: Caller
  /// What stands for the parts in braces of the route's path.
  let arguments: [String: String]
  /// The parameters of the query.
  let query: [String: String]

  /// The part of the path called `name`.
  func argument(_ name: String) -> String { arguments[name] ?? "" }

  /// The body in JSON, as a `Value`.
  func decoded<Value: Decodable>(as type: Value.Type) throws(Problem) -> Value {
    guard let value = try? JSONDecoder().decode(type, from: Data(request.body)) else {
      throw .malformedBody
    }
    return value
  }

  /// Throws unless the body is said to be `type`.
  func requireContentType(_ type: String) throws(Problem) {
    let given = request.header("content-type")?.split(separator: ";").first
    guard given?.lowercased().filter({ $0 != " " }) == type else {
      throw .wrongContentType.saying("Send it as \(type).")
    }
  }

  /// The whole number called `name` in the query, which must be within `range`.
  func number(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
    guard let text = query[name] else { return nil }
    guard let number = Int(text), text.utf8.allSatisfy({ (48...57).contains($0) }),
      range.contains(number)
    else {
      throw .badParameter.saying(
        "'\(name)' must be a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// The beginning of the day of Vietnam called `name` in the query, or of the day after it.
  func day(_ name: String, following: Bool = false) throws(Problem) -> Date? {
    guard let text = query[name] else { return nil }
    guard let start = VietnamDay.start(of: text) else {
      throw .badParameter.saying("'\(name)' must be a day, as 2026-11-21.")
    }
    return following ? start + 86400 : start
  }

  /// The office named in the query, if any.
  func office() throws(Problem) -> String? {
    guard let office = query["office"] else { return nil }
    guard Caller.isOffice(office) else {
      throw .badParameter.saying("'office' must be the code of an office.")
    }
    return office
  }

  /// One of the words that `name` in the query may be.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type
  ) throws(Problem) -> Choice? where Choice.RawValue == String {
    guard let text = query[name] else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw .badParameter.saying("'\(name)' must be one of \(known).")
    }
    return choice
  }
}
