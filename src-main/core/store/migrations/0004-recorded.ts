/** What happened while a note was recorded here. It stays when the sound has gone. */
export const recorded = {
  version: 4,
  name: 'recorded',
  sql: `
CREATE TABLE recorded (
  note_id TEXT PRIMARY KEY REFERENCES notes (id),
  agreement TEXT NOT NULL CHECK (agreement IN ('everyone-agreed', 'reminded', 'not-asked')),
  ending TEXT NOT NULL CHECK (ending IN ('under-way', 'stopped', 'cut-off', 'tampered')),
  gaps TEXT NOT NULL,
  marks TEXT NOT NULL,
  params TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const
