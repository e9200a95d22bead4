internal import Documents
internal import Foundation

extension Registration {
  /// How many fields a registration may have.
  private static let maximumFields = 100

  /// Reads a registration that came from outside.
  ///
  /// - Parameter body: JSON.
  /// - Throws: `Problem`, which names the place that is wrong and never what stands there.
  init(checking body: [UInt8]) throws(Problem) {
    let registration: Registration
    do {
      registration = try JSONDecoder().decode(Registration.self, from: Data(body))
    } catch let error as DecodingError {
      throw .malformed.saying(Self.words(for: error))
    } catch {
      throw .malformed.saying("It is no JSON.")
    }
    guard registration.schema == Self.schema else {
      throw .malformed.saying("'schema' must be '\(Self.schema)'.")
    }
    guard Self.isDigest(registration.sourceSHA256) else {
      throw .malformed.saying("'sourceSHA256' must be 64 hexadecimal digits in small letters.")
    }
    let joined = registration.joinedSHA256 ?? []
    guard joined.count <= 100, joined.allSatisfy(Self.isDigest) else {
      throw .malformed.saying(
        "'joinedSHA256' may have 100 entries, each 64 hexadecimal digits in small letters.")
    }
    guard registration.documents.count <= 100,
      registration.documents.allSatisfy({
        1...100_000 ~= $0.page && ($0.sourceSHA256.map(Self.isDigest) ?? true)
      })
    else {
      throw .malformed.saying("'documents' has too many entries, or a page or digest out of range.")
    }
    guard 1...Self.maximumFields ~= registration.fields.count else {
      throw .malformed.saying("'fields' must have 1 to \(Self.maximumFields) entries.")
    }
    for (key, field) in registration.fields { try Self.check(field, key: key) }
    self = registration
  }

  private static func check(_ field: Value, key: FieldKey) throws(Problem) {
    guard isName(key.rawValue) else {
      throw .malformed.saying("A name in 'fields' is no name of a field.")
    }
    guard isWithinLimits(field.value) else {
      throw .malformed.saying("The value of 'fields.\(key)' is too long.")
    }
    let box = field.box.map { [$0.x, $0.y, $0.width, $0.height] } ?? []
    guard field.page.map({ 1...100_000 ~= $0 }) ?? true,
      box.allSatisfy({ 0...1_000_000 ~= $0 }), field.sourceSHA256.map(isDigest) ?? true
    else { throw .malformed.saying("The place of 'fields.\(key)' is out of range.") }
    if let format = FieldFormat.formats[key] {
      guard let text = field.value.text, format.matches(text) else {
        throw .malformed.saying("The value of 'fields.\(key)' must be \(format.words).")
      }
    }
  }

  private static func isWithinLimits(_ value: FieldValue) -> Bool {
    func isShort(_ text: String) -> Bool { text.unicodeScalars.count <= 2000 }
    switch value {
    case .text(let text): return isShort(text)
    case .list(let list): return list.count <= 200 && list.allSatisfy(isShort)
    case .rows(let rows):
      return rows.count <= 200
        && rows.allSatisfy { row in
          row.count <= 30 && row.keys.allSatisfy { $0.unicodeScalars.count <= 64 }
            && row.values.allSatisfy { $0.map(isShort) ?? true }
        }
    }
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  /// Whether `text` is a letter and up to 63 letters or digits, all of ASCII.
  private static func isName(_ text: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
    guard 1...64 ~= text.utf8.count, let first = text.utf8.first, isLetter(first) else {
      return false
    }
    return text.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) }
  }

  /// Where a body is no registration; names of fields only, no values.
  private static func words(for error: DecodingError) -> String {
    let (context, what): (DecodingError.Context, String)
    switch error {
    case .keyNotFound(let key, let place): (context, what) = (place, "lacks '\(key.stringValue)'")
    case .typeMismatch(_, let place), .valueNotFound(_, let place):
      (context, what) = (place, "is of the wrong type")
    case .dataCorrupted(let place) where place.codingPath.isEmpty: return "It is no JSON."
    case .dataCorrupted(let place): (context, what) = (place, "is malformed")
    @unknown default: return "It is malformed."
    }
    // What stands deeper may be named by the sender.
    let known = context.codingPath.first.map(\.stringValue).flatMap { name in
      ["schema", "type", "sourceSHA256", "joinedSHA256", "documents", "fields"].contains(name)
        ? name : nil
    }
    return known.map { "'\($0)' \(what)." } ?? "It \(what)."
  }
}
