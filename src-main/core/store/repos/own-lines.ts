import type { NoteId } from '../../../../src-shared/domain/ids.ts'
import { inOrder, ownLineSchema, type OwnLine, type OwnLineId } from '../../../../src-shared/domain/own-line.ts'
import type { Sql } from '../sql.ts'

interface Row {
  readonly id: string
  readonly at_ms: number | null
  readonly text: string
}

/** What a person wrote down of a note, line by line. */
export function ownLinesRepo(db: Sql) {
  const all = db.prepare<[string], Row>('SELECT id, at_ms, text FROM own_lines WHERE note_id = ? ORDER BY place, id')
  const put = db.prepare(`INSERT INTO own_lines (note_id, id, place, at_ms, text, created_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (note_id, id) DO UPDATE SET at_ms = excluded.at_ms, text = excluded.text`)
  const setPlace = db.prepare('UPDATE own_lines SET place = ? WHERE note_id = ? AND id = ?')
  const remove = db.prepare('DELETE FROM own_lines WHERE note_id = ? AND id = ?')
  const erase = db.prepare('DELETE FROM own_lines WHERE note_id = ?')

  const list = (noteId: NoteId): OwnLine[] =>
    all.all(noteId).map(({ id, at_ms: atMs, text }) => ownLineSchema.parse({ id, atMs, text }))

  return {
    list,
    /** New lines come last until they are put in order. */
    put(noteId: NoteId, lines: readonly OwnLine[], now: number): void {
      const count = all.all(noteId).length
      lines.forEach(({ id, atMs, text }, at) => put.run(noteId, id, count + at, atMs, text, now))
    },
    remove: (noteId: NoteId, ids: readonly OwnLineId[]): void => ids.forEach((id) => remove.run(noteId, id)),
    arrange: (noteId: NoteId, order: readonly OwnLineId[]): void =>
      inOrder(list(noteId), order).forEach(({ id }, at) => setPlace.run(at, noteId, id)),
    erase: (noteId: NoteId): void => void erase.run(noteId),
  }
}
