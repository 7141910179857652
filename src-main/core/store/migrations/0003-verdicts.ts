/** What a person said of a line of a summary: kept, rejected or worded anew. It outlives the summary it was said of. */
export const verdicts = {
  version: 3,
  name: 'verdicts',
  sql: `
CREATE TABLE verdicts (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES notes (id),
  section TEXT NOT NULL CHECK (section IN ('overview', 'decisions', 'actions', 'questions')),
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'edited')),
  line TEXT NOT NULL,
  new_text TEXT,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX verdicts_by_note ON verdicts (note_id);
`,
} as const
