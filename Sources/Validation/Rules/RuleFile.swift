import Documents
import Foundation

/// What the rules know about generations of cards and versions of forms: `rules.json`.
struct RuleFile: Decodable, Sendable {
  /// A generation of cards.
  struct Generation: Decodable, Sendable {
    var issuedFrom: CalendarDate
    var issuedUntil: CalendarDate?
    /// The age below which none was issued.
    var leastAge: Int
    /// The day from which cards of the generation are invalid whatever they say.
    var invalidFrom: CalendarDate?
    /// The ages at which cards expire; after the last they do not.
    var expiryAges: [Int]?
  }

  /// Words of an issuer's name that belong to some years.
  struct Issuer: Decodable, Sendable {
    /// The words, in small letters without marks.
    var contains: String
    var from: CalendarDate?
    var until: CalendarDate?
  }

  /// A version of a form.
  struct Form: Decodable, Sendable {
    var kind: DocumentKind
    var version: String?
    var from: CalendarDate
    var supersededOn: CalendarDate?
  }

  var leastKindConfidence: Double
  var generations: [String: Generation]
  /// A card issued so many years before an expiry age runs to the next.
  var yearsBeforeNextAge: Int
  var issuers: [Issuer]
  var forms: [Form]

  init(directory: String) throws { self = try Self.decode(directory + "/rules.json") }

  /// The generation of cards of `kind`; nil for other documents.
  func generation(_ kind: DocumentKind) -> Generation? { generations[kind.rawValue] }

  static func decode<Value: Decodable>(_ path: String) throws -> Value {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RuleError.unreadable(path: path)
    }
    do {
      return try JSONDecoder().decode(Value.self, from: data)
    } catch {
      throw RuleError.malformed(path: path, problem: "\(error)")
    }
  }
}
