import { correctionRowSchema, type CorrectionRow } from '../../../../src-shared/domain/correction.ts'
import type { CorrectionId, NoteId } from '../../../../src-shared/domain/ids.ts'
import type { Sql } from '../sql.ts'

interface Row {
  id: string
  note_id: string | null
  kind: string
  scope: string
  sealed: Uint8Array
  created_at: number
}

const correctionOf = (row: Row): CorrectionRow =>
  correctionRowSchema.parse({ id: row.id, noteId: row.note_id, kind: row.kind, scope: row.scope, sealed: row.sealed, createdAt: row.created_at })

/** What a person corrected, in the order in which they did; what it says is sealed. */
export function correctionsRepo(db: Sql) {
  const insert = db.prepare(
    'INSERT INTO corrections (id, note_id, kind, scope, sealed, created_at) VALUES (@id, @noteId, @kind, @scope, @sealed, @createdAt)',
  )
  const remove = db.prepare('DELETE FROM corrections WHERE id = ?')
  const all = db.prepare<[], Row>('SELECT * FROM corrections ORDER BY created_at, id')
  const ofNote = db.prepare<[string], Row>('SELECT * FROM corrections WHERE note_id = ? OR note_id IS NULL ORDER BY created_at, id')

  return {
    insert: (correction: CorrectionRow): void => void insert.run(correction),
    remove: (id: CorrectionId): boolean => remove.run(id).changes === 1,
    list: (noteId?: NoteId): CorrectionRow[] => (noteId === undefined ? all.all() : ofNote.all(noteId)).map(correctionOf),
    /** Whether exactly these hold for a note: what was made under others must be made again. */
    areThose: (ids: readonly CorrectionId[], noteId?: NoteId): boolean => {
      const standing = (noteId === undefined ? all.all() : ofNote.all(noteId)).map(({ id }) => id)
      return standing.length === ids.length && standing.every((id) => ids.some((other) => other === id))
    },
  }
}
