internal import RecordStore

/// The tables of the embedded registration service; times are milliseconds since 1970.
enum RegistrySchema {
  static let schema = DatabaseSchema(applicationID: 0x6872_6567, migrations: [version1])

  private static let version1 = [
    """
    CREATE TABLE registrations (
      id INTEGER PRIMARY KEY,
      idempotency_key TEXT NOT NULL UNIQUE,
      body_sha256 TEXT NOT NULL,
      type TEXT NOT NULL,
      state TEXT NOT NULL,
      social_insurance_number TEXT,
      id_number TEXT,
      body BLOB NOT NULL,
      receipt BLOB NOT NULL,
      received_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX registrations_by_number ON registrations (social_insurance_number)",
    "CREATE INDEX registrations_by_id_number ON registrations (id_number)",
    """
    CREATE TABLE transitions (
      id INTEGER PRIMARY KEY,
      registration_id INTEGER NOT NULL REFERENCES registrations,
      state TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT
    """,
    // Whose phone it is: known by either number.
    """
    CREATE TABLE phones (
      phone TEXT PRIMARY KEY,
      social_insurance_number TEXT,
      id_number TEXT
    ) STRICT
    """,
  ]
}
