/// A message to a person about a registration.
package struct Notice: Hashable, Codable, Sendable {
  /// How it is sent.
  package enum Channel: String, Hashable, Codable, Sendable {
    case sms, email
  }

  /// Its number, by which a sender knows a repeat.
  package let id: Int64
  /// How it is sent.
  package let channel: Channel
  /// The phone number or e-mail address.
  package let to: String
  /// The subject of an e-mail.
  package let subject: String?
  /// What it says.
  package let text: String

  /// Whether `text` can be an e-mail address that is safe to hand on: printable ASCII without
  /// spaces, something on both sides of one `@`.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
      && text.utf8.allSatisfy { (33...126).contains($0) && ![34, 44, 59, 60, 62].contains($0) }
  }
}
