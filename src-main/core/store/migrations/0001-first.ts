/**
 * The first schema. Classes, readers and erasers of every column are in docs/data-map/data-map.json; a test compares the two.
 * Everything that belongs to a note carries its id and goes with it (`eraseNote` deletes by hand, in order, so that
 * the full-text index is told too; the foreign keys are the second lock on that door).
 */
export const first = {
  version: 1,
  name: 'first',
  sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  date TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('processing', 'ready', 'failed')),
  title TEXT,
  format TEXT NOT NULL,
  language TEXT,
  duration_ms INTEGER,
  segment_count INTEGER NOT NULL,
  speaker_count INTEGER NOT NULL,
  action_count INTEGER NOT NULL DEFAULT 0,
  transcript_id TEXT,
  summary_id TEXT,
  delete_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX notes_by_date ON notes (date DESC, id DESC);

CREATE TABLE participants (
  note_id TEXT NOT NULL REFERENCES notes (id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (note_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE transcripts (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES notes (id),
  created_at INTEGER NOT NULL,
  words INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX transcripts_by_note ON transcripts (note_id);

CREATE TABLE segments (
  transcript_id TEXT NOT NULL REFERENCES transcripts (id),
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  speaker TEXT,
  start_ms INTEGER,
  end_ms INTEGER,
  text TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (transcript_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE edits (
  note_id TEXT NOT NULL REFERENCES notes (id),
  segment_id TEXT NOT NULL,
  base_hash TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (note_id, segment_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE summaries (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES notes (id),
  transcript_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX summaries_by_note ON summaries (note_id);

CREATE TABLE occurrences (
  note_id TEXT NOT NULL REFERENCES notes (id),
  unit TEXT NOT NULL,
  place TEXT NOT NULL CHECK (place IN ('text', 'speaker', 'title', 'participant')),
  ordinal INTEGER NOT NULL,
  token TEXT NOT NULL,
  type TEXT NOT NULL,
  score REAL NOT NULL,
  recognizer TEXT NOT NULL,
  cue TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (note_id, unit, place, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX occurrences_by_token ON occurrences (note_id, token);

CREATE TABLE search_rows (
  rowid INTEGER PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES notes (id),
  unit TEXT NOT NULL,
  ordinal INTEGER,
  UNIQUE (note_id, unit)
) STRICT;
CREATE VIRTUAL TABLE search_fts USING fts5 (words, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO search_fts (search_fts, rank) VALUES ('secure-delete', 1);

CREATE TABLE vault_keys (
  note_id TEXT PRIMARY KEY REFERENCES notes (id),
  public_key BLOB NOT NULL,
  sealed_seed BLOB,
  work_seed BLOB,
  index_key BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE vault_batches (
  note_id TEXT NOT NULL REFERENCES notes (id),
  id TEXT NOT NULL,
  sealed_key BLOB NOT NULL,
  PRIMARY KEY (note_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE vault_index (
  note_id TEXT NOT NULL REFERENCES notes (id),
  mac TEXT NOT NULL,
  token TEXT NOT NULL,
  PRIMARY KEY (note_id, mac)
) STRICT, WITHOUT ROWID;

CREATE TABLE vault_occurrences (
  note_id TEXT NOT NULL REFERENCES notes (id),
  unit TEXT NOT NULL,
  batch_id TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (note_id, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE vault_names (
  note_id TEXT NOT NULL REFERENCES notes (id),
  unit TEXT NOT NULL,
  batch_id TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (note_id, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE vault_people (id TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE staging (
  note_id TEXT NOT NULL REFERENCES notes (id),
  unit TEXT NOT NULL,
  batch_id TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (note_id, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES notes (id),
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  progress REAL NOT NULL,
  not_before INTEGER NOT NULL,
  params TEXT NOT NULL,
  error TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX jobs_by_note ON jobs (note_id);
CREATE INDEX jobs_by_state ON jobs (state);

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  data TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE audit_checkpoints (
  seq INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;

CREATE TABLE egress (
  id TEXT PRIMARY KEY,
  intent TEXT NOT NULL,
  outcome TEXT
) STRICT, WITHOUT ROWID;
`,
} as const
