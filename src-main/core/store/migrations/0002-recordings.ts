/**
 * Sound: recordings, how far they have been heard, and when each word of a transcript was spoken. The sound itself lies in
 * encrypted files; a recording's key is here, and what was heard waits in `staging`, sealed, until it is redacted.
 */
export const recordings = {
  version: 2,
  name: 'recordings',
  sql: `
CREATE TABLE recordings (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES notes (id),
  created_at INTEGER NOT NULL,
  channels INTEGER NOT NULL,
  samples INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  parts TEXT NOT NULL,
  expires_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX recordings_by_note ON recordings (note_id);

CREATE TABLE hearings (
  note_id TEXT NOT NULL REFERENCES notes (id),
  channel INTEGER NOT NULL,
  done_ms INTEGER NOT NULL,
  language TEXT NOT NULL,
  is_done INTEGER NOT NULL CHECK (is_done IN (0, 1)),
  heard_by TEXT NOT NULL,
  PRIMARY KEY (note_id, channel)
) STRICT, WITHOUT ROWID;

ALTER TABLE segments ADD COLUMN times TEXT;
ALTER TABLE segments ADD COLUMN marks TEXT;
ALTER TABLE transcripts ADD COLUMN heard_by TEXT;
`,
} as const
