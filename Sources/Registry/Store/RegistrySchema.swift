internal import RecordStore

/// The tables of the registry; times are milliseconds since 1970.
enum RegistrySchema {
  static let versions = [version1, version2, version3, version4]

  /// The tables in SQLite.
  static let schema = DatabaseSchema(
    applicationID: 0x6872_6567, migrations: versions.map { $0.compactMap(\.sqlite) })

  private static let version1: [SchemaStep] = [
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

  /// Offices, deadlines, several submissions to one registration, tokens and the audit trail.
  private static let version2: [SchemaStep] = [
    "DROP INDEX registrations_by_number",
    "DROP INDEX registrations_by_id_number",
    "ALTER TABLE transitions RENAME TO former_transitions",
    "ALTER TABLE registrations RENAME TO former_registrations",
    """
    CREATE TABLE registrations (
      id INTEGER PRIMARY KEY,
      type TEXT NOT NULL,
      state TEXT NOT NULL,
      office TEXT NOT NULL,
      social_insurance_number TEXT,
      id_number TEXT,
      phone TEXT,
      received_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      due_at INTEGER
    ) STRICT
    """,
    SchemaStep(
      sqlite: """
        INSERT INTO registrations
        SELECT id, type, state, '', social_insurance_number, id_number,
          CASE WHEN json_type(json, '$.fields.phone.value') = 'text'
            THEN json_extract(json, '$.fields.phone.value') END,
          received_at, received_at,
          CASE WHEN type = 'individual-account' AND state = 'received'
            THEN received_at + 864000000 END
        FROM (SELECT *, CAST(body AS TEXT) AS json FROM former_registrations)
        """,
      postgres: """
        INSERT INTO registrations
        SELECT id, type, state, '', social_insurance_number, id_number,
          CASE WHEN jsonb_typeof(json #> '{fields,phone,value}') = 'string'
            THEN json #>> '{fields,phone,value}' END,
          received_at, received_at,
          CASE WHEN type = 'individual-account' AND state = 'received'
            THEN received_at + 864000000 END
        FROM (SELECT *, convert_from(body, 'UTF8')::jsonb AS json FROM former_registrations) AS f
        """),
    "CREATE INDEX registrations_by_number ON registrations (social_insurance_number)",
    "CREATE INDEX registrations_by_id_number ON registrations (id_number)",
    "CREATE INDEX registrations_by_phone ON registrations (phone)",
    "CREATE INDEX registrations_by_office ON registrations (office, id)",
    "CREATE INDEX registrations_due ON registrations (due_at) WHERE due_at IS NOT NULL",
    """
    CREATE TABLE submissions (
      id INTEGER PRIMARY KEY,
      office TEXT NOT NULL,
      idempotency_key TEXT NOT NULL,
      body_sha256 TEXT NOT NULL,
      registration_id INTEGER NOT NULL REFERENCES registrations,
      body BLOB NOT NULL,
      receipt BLOB NOT NULL,
      received_at INTEGER NOT NULL,
      UNIQUE (office, idempotency_key)
    ) STRICT
    """,
    """
    INSERT INTO submissions
    SELECT id, '', idempotency_key, body_sha256, id, body, receipt, received_at
    FROM former_registrations ORDER BY id
    """,
    counting("submissions"),
    "CREATE INDEX submissions_by_registration ON submissions (registration_id)",
    """
    CREATE TABLE transitions (
      id INTEGER PRIMARY KEY,
      registration_id INTEGER NOT NULL REFERENCES registrations,
      state TEXT NOT NULL,
      at INTEGER NOT NULL,
      caller TEXT NOT NULL,
      note TEXT
    ) STRICT
    """,
    """
    INSERT INTO transitions
    SELECT id, registration_id, state, at, 'hoso', NULL FROM former_transitions ORDER BY id
    """,
    counting("transitions"),
    "CREATE INDEX transitions_by_registration ON transitions (registration_id)",
    "DROP TABLE former_transitions",
    "DROP TABLE former_registrations",
    """
    CREATE TABLE tokens (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('operator', 'reviewer', 'auditor', 'admin')),
      office TEXT,
      secret_sha256 TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL,
      expires_at INTEGER,
      revoked_at INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE audit (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      caller TEXT NOT NULL,
      action TEXT NOT NULL,
      target TEXT NOT NULL,
      outcome TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT
    """,
    SchemaStep(
      sqlite: """
        CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
        BEGIN SELECT raise(ABORT, 'the audit trail is never changed'); END
        """,
      postgres: """
        CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''the audit trail is never changed''; END'
        """),
    SchemaStep(
      sqlite: nil,
      postgres: """
        CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION keep_audit()
        """),
    SchemaStep(
      sqlite: """
        CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
        BEGIN SELECT raise(ABORT, 'the audit trail is never shortened'); END
        """,
      postgres: """
        CREATE TRIGGER audit_is_kept BEFORE DELETE OR TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION keep_audit()
        """),
  ]

  /// Notifications on their way to people.
  private static let version3: [SchemaStep] = [
    "ALTER TABLE registrations ADD COLUMN email TEXT",
    """
    CREATE TABLE notifications (
      id INTEGER PRIMARY KEY,
      registration_id INTEGER NOT NULL REFERENCES registrations,
      channel TEXT NOT NULL CHECK (channel IN ('sms', 'email')),
      address TEXT NOT NULL,
      subject TEXT,
      text TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
      attempts INTEGER NOT NULL DEFAULT 0,
      due_at INTEGER NOT NULL,
      problem TEXT,
      created_at INTEGER NOT NULL,
      settled_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX notifications_due ON notifications (due_at) WHERE state = 'waiting'",
  ]

  /// Participants, units with their contacts and employees; whom registrations are about.
  private static let version4: [SchemaStep] = [
    "ALTER TABLE registrations ADD COLUMN full_name TEXT",
    "ALTER TABLE registrations ADD COLUMN birth_date TEXT",
    "ALTER TABLE registrations ADD COLUMN matching TEXT",
    "ALTER TABLE registrations ADD COLUMN participant TEXT",
    copying("fullName", to: "full_name"),
    copying("dateOfBirth", to: "birth_date"),
    """
    CREATE TABLE participants (
      number TEXT PRIMARY KEY,
      full_name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      birth_date TEXT,
      birth_year INTEGER NOT NULL,
      id_number TEXT,
      changed_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX participants_by_name ON participants (name_key, birth_year)",
    "CREATE INDEX participants_by_id_number ON participants (id_number)",
    """
    CREATE TABLE units (
      id INTEGER PRIMARY KEY,
      office TEXT NOT NULL,
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      UNIQUE (office, code)
    ) STRICT
    """,
    """
    CREATE TABLE contacts (
      id INTEGER PRIMARY KEY,
      unit_id INTEGER NOT NULL REFERENCES units,
      name TEXT NOT NULL,
      phone TEXT,
      email TEXT
    ) STRICT
    """,
    "CREATE INDEX contacts_by_unit ON contacts (unit_id)",
    """
    CREATE TABLE employees (
      id INTEGER PRIMARY KEY,
      unit_id INTEGER NOT NULL REFERENCES units,
      line INTEGER NOT NULL,
      full_name TEXT NOT NULL,
      birth_date TEXT,
      social_insurance_number TEXT,
      id_number TEXT,
      phone TEXT,
      email TEXT
    ) STRICT
    """,
    "CREATE INDEX employees_by_unit ON employees (unit_id)",
    "CREATE INDEX registrations_to_match ON registrations (id) WHERE type = 'identity-update'",
  ]

  /// Lets PostgreSQL number on behind the rows that were copied into a table.
  private static func counting(_ table: String) -> SchemaStep {
    SchemaStep(
      sqlite: nil,
      postgres: """
        SELECT setval(pg_get_serial_sequence('\(table)', 'id'), coalesce(max(id), 0) + 1, false)
        FROM \(table)
        """)
  }

  /// Copies a field of the first submission of each registration to a column.
  private static func copying(_ field: String, to column: String) -> SchemaStep {
    SchemaStep(
      sqlite: """
        UPDATE registrations SET \(column) = (
          SELECT CASE WHEN json_type(CAST(body AS TEXT), '$.fields.\(field).value') = 'text'
            THEN json_extract(CAST(body AS TEXT), '$.fields.\(field).value') END
          FROM submissions WHERE registration_id = registrations.id ORDER BY id LIMIT 1)
        """,
      postgres: """
        UPDATE registrations SET \(column) = (
          SELECT CASE WHEN jsonb_typeof(json #> '{fields,\(field),value}') = 'string'
            THEN json #>> '{fields,\(field),value}' END
          FROM (
            SELECT convert_from(body, 'UTF8')::jsonb AS json FROM submissions
            WHERE registration_id = registrations.id ORDER BY id LIMIT 1
          ) AS first)
        """)
  }
}
