internal import Documents

/// A unit that pays social insurance for its employees, as an office keeps it.
package struct EmployerUnit: Hashable, Codable, Sendable {
  /// Whom to ask at a unit.
  package struct Contact: Hashable, Codable, Sendable {
    /// The full name.
    package var name: String
    /// The phone number: 10 or 11 digits with the leading 0.
    package var phone: String?
    /// The e-mail address.
    package var email: String?

    /// Creates a contact.
    package init(name: String, phone: String? = nil, email: String? = nil) {
      self.name = name
      self.phone = phone
      self.email = email
    }
  }

  /// What it is called.
  package var name: String
  /// Whom to ask, the first first.
  package var contacts: [Contact]

  /// Creates a unit.
  package init(name: String, contacts: [Contact] = []) {
    self.name = name
    self.contacts = contacts
  }

  /// Checks what was sent.
  ///
  /// - Throws: `Problem`, which names the place and never what stands there.
  package func check() throws(Problem) {
    guard Self.isWord(name) else {
      throw .malformedUnit.saying("'name' must have 1 to 200 characters, and none of control.")
    }
    guard contacts.count <= 20 else {
      throw .malformedUnit.saying("'contacts' may have 20 entries.")
    }
    for (place, contact) in contacts.enumerated() {
      guard Self.isWord(contact.name) else {
        throw .malformedUnit.saying("'contacts[\(place)].name' must have 1 to 200 characters.")
      }
      if let phone = contact.phone, let format = FieldFormat.formats[.phone],
        !format.matches(phone)
      {
        throw .malformedUnit.saying("'contacts[\(place)].phone' must be \(format.words).")
      }
      if let email = contact.email, !Notice.isAddress(email) {
        throw .malformedUnit.saying("'contacts[\(place)].email' must be as name@host.")
      }
    }
  }

  /// Whether `text` can be the code of a unit: 1 to 32 letters, digits and dashes of ASCII.
  package static func isCode(_ text: String) -> Bool { Caller.isOffice(text) }

  private static func isWord(_ text: String) -> Bool {
    1...200 ~= text.unicodeScalars.count
      && text.unicodeScalars.allSatisfy { $0.value >= 32 && !(127...159).contains($0.value) }
      && text.unicodeScalars.contains { !$0.properties.isWhitespace }
  }
}
