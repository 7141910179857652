import { z } from 'zod'
import type { NoteId, SummaryId } from '../../../../src-shared/domain/ids.ts'
import { summaryIdSchema } from '../../../../src-shared/domain/ids.ts'
import { summarySchema, type Summary } from '../../../../src-shared/domain/summary.ts'
import { verdictSchema, type Verdict } from '../../../../src-shared/domain/verdict.ts'
import { fromJson, type Sql } from '../sql.ts'

interface VerdictRow {
  readonly id: string
  readonly section: string
  readonly verdict: string
  readonly line: string
  readonly new_text: string | null
}

/** Summaries a note has had, and what a person said of their lines. */
export function summariesRepo(db: Sql) {
  const all = db.prepare<[string], { id: string; created_at: number; content: string }>(
    'SELECT id, created_at, content FROM summaries WHERE note_id = ? ORDER BY created_at, id',
  )
  const verdicts = db.prepare<[string], VerdictRow>('SELECT id, section, verdict, line, new_text FROM verdicts WHERE note_id = ? ORDER BY created_at, id')
  const put = db.prepare('INSERT OR REPLACE INTO verdicts (id, note_id, section, verdict, line, new_text, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM verdicts WHERE note_id = ? AND id = ?')
  const erase = db.prepare('DELETE FROM verdicts WHERE note_id = ?')

  return {
    list: (noteId: NoteId): { id: SummaryId; createdAt: number; summary: Summary }[] =>
      all.all(noteId).map(({ id, created_at: createdAt, content }) => ({
        id: summaryIdSchema.parse(id), createdAt, summary: summarySchema.parse(fromJson(content)),
      })),
    verdicts: (noteId: NoteId): Verdict[] =>
      z.array(verdictSchema).parse(
        verdicts.all(noteId).map(({ id, section, verdict, line, new_text: newText }) => ({ id, section, verdict, line: fromJson(line), newText })),
      ),
    putVerdict: (noteId: NoteId, { id, section, verdict, line, newText }: Verdict, now: number): void =>
      void put.run(id, noteId, section, verdict, JSON.stringify(line), newText, now),
    removeVerdict: (noteId: NoteId, id: Verdict['id']): boolean => remove.run(noteId, id).changes === 1,
    erase: (noteId: NoteId): void => void erase.run(noteId),
  }
}
