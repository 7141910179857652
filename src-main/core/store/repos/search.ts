import type { z } from 'zod'
import type { readContract, SearchHit } from '../../../../src-shared/contract/store.ts'
import { searchHitSchema } from '../../../../src-shared/contract/store.ts'
import type { findNotes } from '../../../../src-shared/contract/ask.ts'
import { noteIdSchema, type NoteId } from '../../../../src-shared/domain/ids.ts'
import { indexForm } from '../../../../src-shared/domain/token.ts'
import type { Sql } from '../sql.ts'

type FindNotes = z.infer<NonNullable<(typeof findNotes)['~orpc']['inputSchema']>>
type Query = z.infer<NonNullable<(typeof readContract)['search']['~orpc']['inputSchema']>>

interface HitRow {
  note_id: string
  title: string | null
  date: string
  unit: string
  ordinal: number | null
  text: string | null
  edited: 0 | 1
}

/** Places looked at for a question. */
const MOST_ROWS = 2_000
const RANK_OFFSET = 60
const TITLE = 'title'
const OWN = 'own:'
/** A name that stands in a segment's text counts as much as a rare word; one that only spoke it counts less. */
const NAME_SCORE = { text: 4, speaker: 1, title: 6, participant: 0 } as const

/** The full-text index over what a reader of a note sees: titles and segments, edits laid over, tokens as one character each. */
export function searchRepo(db: Sql) {
  const addRow = db.prepare('INSERT INTO search_rows (note_id, unit, ordinal) VALUES (?, ?, ?)')
  const row = db.prepare<[string, string], { rowid: number }>('SELECT rowid FROM search_rows WHERE note_id = ? AND unit = ?')
  const addWords = db.prepare('INSERT INTO search_fts (rowid, words) VALUES (?, ?)')
  const dropWords = db.prepare('DELETE FROM search_fts WHERE rowid = ?')
  const dropRow = db.prepare('DELETE FROM search_rows WHERE rowid = ?')
  const dropNoteWords = db.prepare('DELETE FROM search_fts WHERE rowid IN (SELECT rowid FROM search_rows WHERE note_id = ?)')
  const dropNoteRows = db.prepare('DELETE FROM search_rows WHERE note_id = ?')
  const matches = db.prepare<[string], { rowid: number; score: number }>('SELECT rowid, -rank AS score FROM search_fts WHERE search_fts MATCH ?')
  const standing = db.prepare<[string, string], { rowid: number; place: keyof typeof NAME_SCORE }>(
    `SELECT r.rowid, o.place FROM occurrences o JOIN search_rows r ON r.note_id = o.note_id AND r.unit = o.unit WHERE o.note_id = ? AND o.token = ?`,
  )
  const noteOf = db.prepare<[number], { note_id: string }>(
    'SELECT r.note_id FROM search_rows r JOIN notes n ON n.id = r.note_id AND n.delete_at IS NULL WHERE r.rowid = ?',
  )
  const hit = db.prepare<[number], HitRow>(`
    SELECT r.note_id, n.title, n.date, r.unit, r.ordinal, coalesce(e.text, s.text, o.text, n.title) AS text, e.text IS NOT NULL AS edited
    FROM search_rows r JOIN notes n ON n.id = r.note_id AND n.delete_at IS NULL
    LEFT JOIN segments s ON s.transcript_id = n.transcript_id AND s.ordinal = r.ordinal
    LEFT JOIN edits e ON e.note_id = r.note_id AND e.segment_id = r.unit AND e.base_hash = s.hash
    LEFT JOIN own_lines o ON o.note_id = r.note_id AND 'own:' || o.id = r.unit
    WHERE r.rowid = ?`)

  const put = (noteId: NoteId, unit: string, ordinal: number | null, text: string): void => {
    const known = row.get(noteId, unit)
    const rowid = known?.rowid ?? Number(addRow.run(noteId, unit, ordinal).lastInsertRowid)
    if (known !== undefined) dropWords.run(rowid)
    addWords.run(rowid, indexForm(text))
  }
  const drop = (noteId: NoteId, unit: string): void => {
    const known = row.get(noteId, unit)
    if (known === undefined) return
    dropWords.run(known.rowid)
    dropRow.run(known.rowid)
  }
  const erase = (noteId: NoteId): void => {
    dropNoteWords.run(noteId)
    dropNoteRows.run(noteId)
  }

  /** Score of every row that meets one word of the query, by its text or by a name that stands there. */
  const scoresOf = (word: Query['words'][number]): Map<number, number> => {
    const scores = new Map<number, number>()
    if (word.match !== '') for (const { rowid, score } of matches.iterate(word.match)) scores.set(rowid, score)
    for (const { noteId, token } of word.tokens) {
      for (const { rowid, place } of standing.iterate(noteId, token)) scores.set(rowid, (scores.get(rowid) ?? 0) + NAME_SCORE[place])
    }
    return scores
  }

  return {
    put,
    putTitle: (noteId: NoteId, title: string): void => put(noteId, TITLE, null, title),
    drop,
    erase,

    /**
     * Notes by the words of a question, whichever they have: ranked by how many of them stand anywhere in the note, and by the place that
     * has most, fused by reciprocal rank (Cormack, Clarke and Büttcher 2009).
     */
    notes({ words, limit }: FindNotes): { noteId: NoteId; score: number }[] {
      const perWord = words.map((word) => scoresOf(word))
      const rows = new Map<number, number>()
      for (const scores of perWord) for (const [rowid, score] of scores) rows.set(rowid, (rows.get(rowid) ?? 0) + score)
      const best = [...rows].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_ROWS)
      const notes = new Map<string, { most: number; words: number[] }>()
      for (const [rowid, score] of best) {
        const noteId = noteOf.get(rowid)?.note_id
        if (noteId === undefined) continue
        const known = notes.get(noteId) ?? { most: score, words: words.map(() => 0) }
        perWord.forEach((scores, at) => void (known.words[at] = Math.max(known.words[at] ?? 0, scores.get(rowid) ?? 0)))
        notes.set(noteId, known)
      }
      const all = [...notes]
      const rankBy = (value: (note: { most: number; words: number[] }) => number): Map<string, number> =>
        new Map(all.toSorted((a, b) => value(b[1]) - value(a[1]) || (a[0] < b[0] ? 1 : -1)).map(([id], at) => [id, 1 / (RANK_OFFSET + at + 1)]))
      const [byWords, byPlace] = [rankBy((note) => note.words.reduce((sum, score) => sum + score, 0)), rankBy(({ most }) => most)]
      return all
        .map(([id]) => ({ noteId: noteIdSchema.parse(id), score: (byWords.get(id) ?? 0) + (byPlace.get(id) ?? 0) }))
        .sort((a, b) => b.score - a.score || (a.noteId < b.noteId ? 1 : -1))
        .slice(0, limit)
    },

    query({ words, limit }: Query): SearchHit[] {
      const perWord = words.map((word) => scoresOf(word))
      const found = perWord.reduce(
        (all, scores) =>
          new Map(
            [...scores].flatMap(([rowid, score]) => {
              const before = all.get(rowid)
              return before === undefined ? [] : [[rowid, before + score] as const]
            }),
          ),
      )
      const hits: SearchHit[] = []
      // Best first; ties in the order they were indexed, so that the same query gives the same answer.
      for (const [rowid, score] of [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
        const at = hit.get(rowid)
        if (at === undefined || at.text === null) continue
        hits.push(
          searchHitSchema.parse({
            noteId: at.note_id,
            title: at.title,
            date: at.date,
            segment: at.ordinal,
            segmentId: at.ordinal === null ? null : at.unit,
            ...(at.unit.startsWith(OWN) ? { ownLineId: at.unit.slice(OWN.length) } : {}),
            edited: at.edited === 1,
            text: at.text,
            score,
          }),
        )
        if (hits.length >= limit) break
      }
      return hits
    },
  }
}
