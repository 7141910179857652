import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { storedTextsSchema, type CorrectedNoteRows, type StoredTexts } from '../../../../src-shared/contract/corrections.ts'
import type { NoteId } from '../../../../src-shared/domain/ids.ts'
import { fromJson, type Sql } from '../sql.ts'
import { textHash } from './notes.ts'

interface SegmentRow {
  transcript_id: string
  is_current: 0 | 1
  ordinal: number
  id: string
  speaker: string | null
  text: string
  times: string | null
  start_ms: number | null
  marks: string | null
}

/** Every stored text of a note in every version: read as one, so that it can be changed as one. */
export function storedTextsRepo(db: Sql) {
  const note = db.prepare<[string], { title: string | null; language: string | null }>('SELECT title, language FROM notes WHERE id = ?')
  const participants = db.prepare<[string], { name: string }>('SELECT name FROM participants WHERE note_id = ? ORDER BY ordinal')
  const segments = db.prepare<[string], SegmentRow>(`
    SELECT s.transcript_id, s.transcript_id = n.transcript_id AS is_current, s.ordinal, s.id, s.speaker, s.text, s.times, s.start_ms, s.marks
    FROM segments s JOIN transcripts t ON t.id = s.transcript_id JOIN notes n ON n.id = t.note_id
    WHERE t.note_id = ? ORDER BY t.created_at, s.transcript_id, s.ordinal`)
  const edits = db.prepare<[string], { segment_id: string; text: string; fits: 0 | 1 }>(`
    SELECT e.segment_id, e.text, EXISTS (SELECT 1 FROM segments s JOIN notes n ON n.transcript_id = s.transcript_id
      WHERE n.id = e.note_id AND s.id = e.segment_id AND s.hash = e.base_hash) AS fits
    FROM edits e WHERE e.note_id = ? ORDER BY e.segment_id`)
  const own = db.prepare<[string], { id: string; text: string }>('SELECT id, text FROM own_lines WHERE note_id = ? ORDER BY place, id')
  const setOwn = db.prepare('UPDATE own_lines SET text = ? WHERE note_id = ? AND id = ?')
  const summaries = db.prepare<[string], { id: string; created_at: number; content: string }>(
    'SELECT id, created_at, content FROM summaries WHERE note_id = ? ORDER BY created_at, id',
  )
  const verdicts = db.prepare<[string], { id: string; section: string; verdict: string; line: string; new_text: string | null; created_at: number }>(
    'SELECT id, section, verdict, line, new_text, created_at FROM verdicts WHERE note_id = ? ORDER BY created_at, id',
  )
  const occurrences = db.prepare<[string], OccurrenceRow>(
    'SELECT unit, place, ordinal, token, type, score, recognizer, cue, start, "end" FROM occurrences WHERE note_id = ? ORDER BY unit, place, ordinal',
  )

  const setTitle = db.prepare('UPDATE notes SET title = ? WHERE id = ?')
  const setParticipant = db.prepare('UPDATE participants SET name = ? WHERE note_id = ? AND ordinal = ?')
  const segmentHash = db.prepare<[string, string], { hash: string }>('SELECT hash FROM segments WHERE transcript_id = ? AND id = ?')
  const setSegment = db.prepare('UPDATE segments SET text = ?, hash = ?, speaker = ?, times = ? WHERE transcript_id = ? AND id = ?')
  const moveEdit = db.prepare('UPDATE edits SET base_hash = ? WHERE note_id = ? AND segment_id = ? AND base_hash = ?')
  const setEdit = db.prepare('UPDATE edits SET text = ? WHERE note_id = ? AND segment_id = ?')
  const setSummary = db.prepare('UPDATE summaries SET content = ? WHERE note_id = ? AND id = ?')
  const setVerdict = db.prepare('UPDATE verdicts SET line = ?, new_text = ? WHERE note_id = ? AND id = ?')
  const texts = db.prepare<[string], { text: string; marks: string | null }>('SELECT text, marks FROM segments WHERE transcript_id = ?')
  const setWords = db.prepare('UPDATE transcripts SET words = ? WHERE id = ?')

  const get = (noteId: NoteId): StoredTexts | null => {
    const head = note.get(noteId)
    if (head === undefined) return null
    const content = {
      ...head,
      participants: participants.all(noteId).map(({ name }) => name),
      segments: segments.all(noteId).map((row) => ({
        transcriptId: row.transcript_id,
        isCurrent: row.is_current === 1,
        id: row.id,
        speaker: row.speaker,
        text: row.text,
        times: row.times === null ? null : fromJson(row.times),
        isTimed: row.start_ms !== null,
      })),
      edits: edits.all(noteId).map(({ segment_id: segmentId, text, fits }) => ({ segmentId, text, fits: fits === 1 })),
      own: own.all(noteId),
      summaries: summaries.all(noteId).map(({ id, created_at: createdAt, content: summary }) => ({ id, createdAt, summary: fromJson(summary) })),
      verdicts: verdicts.all(noteId).map(({ created_at: createdAt, id, section, verdict, line, new_text: newText }) => ({
        createdAt,
        verdict: { id, section, verdict, line: fromJson(line), newText },
      })),
      occurrences: occurrences.all(noteId).map(({ unit, place, ordinal, token, type, score, recognizer, cue, start, end }) => ({
        unit,
        place,
        ordinal,
        token,
        span: { start, end, type, score, recognizer, ...(cue === null ? {} : { cue }) },
      })),
    }
    const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex')
    return storedTextsSchema.parse({ noteId, digest, ...content } satisfies { [Key in keyof z.input<typeof storedTextsSchema>]: unknown })
  }

  return {
    get,

    /** Puts changed texts in place of what they were. Edits keep fitting the segments they lie over. */
    put({ noteId, title, participants: names, segments: changed, edits: typed, own: written, summaries: made, verdicts: said }: CorrectedNoteRows): void {
      if (title !== null) setTitle.run(title, noteId)
      names.forEach(({ ordinal, name }) => setParticipant.run(name, noteId, ordinal))
      for (const { transcriptId, id, text, speaker, times } of changed) {
        const before = segmentHash.get(transcriptId, id)?.hash
        const hash = textHash(text)
        setSegment.run(text, hash, speaker, times === null ? null : JSON.stringify(times), transcriptId, id)
        if (before !== undefined) moveEdit.run(hash, noteId, id, before)
      }
      typed.forEach(({ segmentId, text }) => setEdit.run(text, noteId, segmentId))
      written.forEach(({ id, text }) => setOwn.run(text, noteId, id))
      made.forEach(({ id, summary }) => setSummary.run(JSON.stringify(summary), noteId, id))
      said.forEach(({ id, line, newText }) => setVerdict.run(JSON.stringify(line), newText, noteId, id))
      for (const transcriptId of new Set(changed.map((segment) => segment.transcriptId))) {
        const counted = texts.all(transcriptId).reduce((sum, { text, marks }) => sum + (marks === null ? wordCount(text) : 0), 0)
        setWords.run(counted, transcriptId)
      }
    },
  }
}

interface OccurrenceRow {
  unit: string
  place: string
  ordinal: number
  token: string
  type: string
  score: number
  recognizer: string
  cue: string | null
  start: number
  end: number
}

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length
