/**
 * What a person corrected in what is hidden: words to hide or not to, people to join or to tell apart. `vault_bases` keeps each
 * text that a correction changed as it was without any, sealed, so that taking the correction back restores it to the letter.
 */
export const corrections = {
  version: 5,
  name: 'corrections',
  sql: `
CREATE TABLE corrections (
  id TEXT PRIMARY KEY,
  note_id TEXT REFERENCES notes (id),
  kind TEXT NOT NULL CHECK (kind IN ('hide', 'never-hide', 'merge', 'split')),
  scope TEXT NOT NULL CHECK (scope IN ('here', 'meeting', 'always')),
  sealed BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK ((note_id IS NULL) = (scope = 'always'))
) STRICT, WITHOUT ROWID;
CREATE INDEX corrections_by_note ON corrections (note_id);

CREATE TABLE vault_bases (
  note_id TEXT NOT NULL REFERENCES notes (id),
  unit TEXT NOT NULL,
  batch_id TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (note_id, unit)
) STRICT, WITHOUT ROWID;
`,
} as const
