internal import RecordStore

extension RegistrySession {
  /// Puts what the person is to hear about the registration's state into the outbox.
  func notify(_ number: Int64) throws {
    let row = try database.row(
      "SELECT \(Self.columns), phone, email FROM registrations WHERE id = ?", [.integer(number)])
    guard let row, let registration = registration(row),
      let state = workflows[registration.type].states[registration.state]
    else { return }
    if let text = state.sms, let phone = row.optionalText(7) {
      try insert(.sms, to: phone, subject: nil, text: text, about: registration)
    }
    if let letter = state.email, let address = row.optionalText(8) {
      try insert(
        .email, to: address, subject: letter.subject, text: letter.text, about: registration)
    }
  }

  private func insert(
    _ channel: Notice.Channel, to address: String, subject: String?, text: String,
    about registration: StoredRegistration
  ) throws {
    try database.write(
      """
      INSERT INTO notifications (registration_id, channel, address, subject, text, state, due_at,
        created_at) VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?)
      """,
      [
        .integer(registration.number), .text(channel.rawValue), .text(address),
        DatabaseValue(subject.map { NotificationText.filled($0, for: registration) }),
        .text(NotificationText.filled(text, for: registration)), .integer(now), .integer(now),
      ])
  }
}
