/// The tables of batches, sources, records, reasons and the outbox.
///
/// Times are milliseconds since 1970.
enum RecordSchema {
  static let schema = DatabaseSchema(
    applicationID: 0x686f_736f, migrations: [version1, version2, version3, version4])

  private static let version1 = [
    """
    CREATE TABLE batches (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      roots TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'finished', 'cancelled')),
      created_at INTEGER NOT NULL,
      ended_at INTEGER
    ) STRICT
    """,
    // `sha256` is empty while the bytes could not be read.
    """
    CREATE TABLE sources (
      id INTEGER PRIMARY KEY,
      batch_id INTEGER NOT NULL REFERENCES batches,
      path TEXT NOT NULL,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      modified_at INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (
        state IN ('taken', 'accepted', 'delivered', 'review', 'rejected', 'duplicate')),
      duplicate_of INTEGER REFERENCES sources,
      taken_at INTEGER NOT NULL,
      decided_at INTEGER,
      UNIQUE (path, sha256),
      CHECK ((state = 'duplicate') = (duplicate_of IS NOT NULL))
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX sources_one_per_content ON sources (sha256)
      WHERE duplicate_of IS NULL AND sha256 <> ''
    """,
    "CREATE INDEX sources_by_batch ON sources (batch_id, state)",
    "CREATE INDEX sources_by_original ON sources (duplicate_of) WHERE duplicate_of IS NOT NULL",
    """
    CREATE TABLE records (
      source_id INTEGER PRIMARY KEY REFERENCES sources ON DELETE CASCADE,
      verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'review', 'rejected')),
      kinds TEXT NOT NULL,
      result TEXT NOT NULL,
      saved_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE reasons (
      id INTEGER PRIMARY KEY,
      source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
      code TEXT NOT NULL,
      field TEXT,
      severity TEXT NOT NULL,
      vi TEXT NOT NULL,
      en TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX reasons_by_source ON reasons (source_id)",
    """
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY,
      source_id INTEGER NOT NULL UNIQUE REFERENCES sources,
      idempotency_key TEXT NOT NULL UNIQUE,
      body BLOB NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
      attempts INTEGER NOT NULL DEFAULT 0,
      due_at INTEGER NOT NULL,
      problem TEXT,
      registration_id TEXT,
      created_at INTEGER NOT NULL,
      settled_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'waiting'",
  ]

  /// Encrypted copies, crashes that are counted, people who were erased, and where reports went.
  private static let version2 = [
    "ALTER TABLE sources ADD COLUMN is_sealed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE sources ADD COLUMN failures INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX sources_sealed ON sources (sha256) WHERE is_sealed = 1",
    """
    CREATE TABLE forgotten (
      sha256 TEXT PRIMARY KEY,
      forgotten_at INTEGER NOT NULL
    ) STRICT
    """,
    "ALTER TABLE batches ADD COLUMN report_folder TEXT",
  ]

  /// The copies whose time may be over, which a watch asks for every second.
  private static let version3 = [
    "CREATE INDEX sources_kept ON sources (state, decided_at) WHERE is_sealed = 1"
  ]

  /// By what a file is known to belong to another, and which one it was joined to.
  private static let version4 = [
    "ALTER TABLE sources ADD COLUMN joined_to INTEGER REFERENCES sources",
    "CREATE INDEX sources_by_dossier ON sources (joined_to) WHERE joined_to IS NOT NULL",
    """
    CREATE TABLE identities (
      source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
      identity TEXT NOT NULL,
      PRIMARY KEY (source_id, identity)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX identities_by_text ON identities (identity)",
  ]
}
