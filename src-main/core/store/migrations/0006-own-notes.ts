/**
 * What a person wrote down during or after a meeting, line by line, redacted like everything else. A line typed while the meeting
 * is recorded lies sealed in `staging` until what was said is redacted, and it with it.
 */
export const ownNotes = {
  version: 6,
  name: 'own-notes',
  sql: `
CREATE TABLE own_lines (
  note_id TEXT NOT NULL REFERENCES notes (id),
  id TEXT NOT NULL,
  place INTEGER NOT NULL,
  at_ms INTEGER,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (note_id, id)
) STRICT, WITHOUT ROWID;
`,
} as const
