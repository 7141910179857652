import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { newNoteSchema, RedactionResult } from '../../../../src-shared/contract/store.ts'
import type { NoteId, SegmentId, SummaryId, TranscriptId } from '../../../../src-shared/domain/ids.ts'
import { editSchema, noteSchema, type Note, type NoteHead, type NoteState } from '../../../../src-shared/domain/note.ts'
import type { Summary } from '../../../../src-shared/domain/summary.ts'
import { heardBySchema, type HeardBy } from '../../../../src-shared/domain/recording.ts'
import type { RedactedText } from '../../../../src-shared/domain/text.ts'
import { fromJson, type Sql } from '../sql.ts'

interface NoteRow {
  id: string
  created_at: number
  date: string
  state: string
  title: string | null
  format: string
  language: string | null
  duration_ms: number | null
  segment_count: number
  speaker_count: number
  action_count: number
  transcript_id: string | null
  summary_id: string | null
  delete_at: number | null
}

const headOf = (row: NoteRow) => ({
  id: row.id,
  createdAt: row.created_at,
  date: row.date,
  title: row.title,
  state: row.state,
  format: row.format,
  language: row.language,
  durationMs: row.duration_ms,
  segmentCount: row.segment_count,
  speakerCount: row.speaker_count,
  actionCount: row.action_count,
  deleteAt: row.delete_at,
})

/** Fingerprint of a segment's text: an edit fits as long as it stays the same. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length

const saidWords = ({ segments }: RedactionResult): number =>
  segments.reduce((sum, segment) => sum + (segment.marks === undefined ? words(segment.text) : 0), 0)

/** Notes with their transcripts, edits and summaries. */
export function notesRepo(db: Sql) {
  const insert = db.prepare(`INSERT INTO notes (id, created_at, date, state, format, language, duration_ms, segment_count, speaker_count)
    VALUES (@id, @createdAt, @date, 'processing', @format, @language, @durationMs, @segmentCount, @speakerCount)`)
  const byId = db.prepare<[string], NoteRow>('SELECT * FROM notes WHERE id = ?')
  const visible = db.prepare<[], NoteRow>('SELECT * FROM notes WHERE delete_at IS NULL ORDER BY date DESC, id DESC')
  const all = db.prepare<[], NoteRow>('SELECT * FROM notes ORDER BY date DESC, id DESC')
  const setState = db.prepare('UPDATE notes SET state = ? WHERE id = ?')
  // A title that was typed, or made by a summary, outlives another hearing.
  const setTranscript = db.prepare('UPDATE notes SET transcript_id = ?, title = coalesce(?, title) WHERE id = ?')
  const setHeard = db.prepare(
    'UPDATE notes SET language = coalesce(@language, language), segment_count = @segmentCount, speaker_count = @speakerCount WHERE id = @noteId',
  )
  const wordsOfNote = db.prepare<[string], { words: number }>(
    'SELECT t.words FROM transcripts t JOIN notes n ON n.transcript_id = t.id WHERE n.id = ?',
  )
  const heardBy = db.prepare<[string], { heard_by: string | null }>('SELECT heard_by FROM transcripts WHERE id = ?')
  const setTitle = db.prepare('UPDATE notes SET title = ? WHERE id = ?')
  const setSummary = db.prepare(
    "UPDATE notes SET summary_id = @summaryId, action_count = @actions, title = coalesce(title, @title), state = 'ready' WHERE id = @noteId",
  )
  const setDuration = db.prepare('UPDATE notes SET duration_ms = ? WHERE id = ?')
  const setDeletion = db.prepare('UPDATE notes SET delete_at = ? WHERE id = ?')
  const due = db.prepare<[number], { id: string }>('SELECT id FROM notes WHERE delete_at <= ?')
  const addParticipant = db.prepare('INSERT INTO participants (note_id, ordinal, name) VALUES (?, ?, ?)')
  const clearParticipants = db.prepare('DELETE FROM participants WHERE note_id = ?')
  const participants = db.prepare<[string], { name: string }>('SELECT name FROM participants WHERE note_id = ? ORDER BY ordinal')
  const addTranscript = db.prepare('INSERT INTO transcripts (id, note_id, created_at, words, heard_by) VALUES (?, ?, ?, ?, ?)')
  const addSegment = db.prepare(`INSERT INTO segments (transcript_id, ordinal, id, speaker, start_ms, end_ms, text, hash, times, marks)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const segments = db.prepare<
    [string],
    {
      id: string
      speaker: string | null
      start_ms: number | null
      end_ms: number | null
      text: string
      hash: string
      times: string | null
      marks: string | null
    }
  >('SELECT id, speaker, start_ms, end_ms, text, hash, times, marks FROM segments WHERE transcript_id = ? ORDER BY ordinal')
  const segmentHash = db.prepare<[string, string], { hash: string; ordinal: number }>(
    `SELECT s.hash, s.ordinal FROM segments s JOIN notes n ON n.transcript_id = s.transcript_id WHERE n.id = ? AND s.id = ?`,
  )
  const saveEdit = db.prepare(`INSERT INTO edits (note_id, segment_id, base_hash, text, created_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (note_id, segment_id) DO UPDATE SET base_hash = excluded.base_hash, text = excluded.text, created_at = excluded.created_at`)
  const edits = db.prepare<[string], { segment_id: string; base_hash: string; text: string }>(
    'SELECT segment_id, base_hash, text FROM edits WHERE note_id = ?',
  )
  const fitting = db.prepare<[string], { segmentId: string; text: string }>(`SELECT e.segment_id AS segmentId, e.text FROM edits e
    JOIN notes n ON n.id = e.note_id JOIN segments s ON s.transcript_id = n.transcript_id AND s.id = e.segment_id
    WHERE e.note_id = ? AND s.hash = e.base_hash`)
  const addSummary = db.prepare('INSERT INTO summaries (id, note_id, transcript_id, created_at, content) VALUES (?, ?, ?, ?, ?)')
  const summary = db.prepare<[string], { content: string }>('SELECT content FROM summaries WHERE id = ?')
  const erasures = [
    'DELETE FROM edits WHERE note_id = ?',
    'DELETE FROM summaries WHERE note_id = ?',
    'DELETE FROM segments WHERE transcript_id IN (SELECT id FROM transcripts WHERE note_id = ?)',
    'DELETE FROM transcripts WHERE note_id = ?',
    'DELETE FROM participants WHERE note_id = ?',
    'DELETE FROM notes WHERE id = ?',
  ].map((sql) => db.prepare(sql))

  return {
    insert: (note: z.infer<typeof newNoteSchema>['note']): void => void insert.run(note),
    exists: (noteId: NoteId): boolean => byId.get(noteId) !== undefined,
    list: (includeDeleted: boolean): NoteHead[] =>
      noteSchema
        .pick(HEAD)
        .array()
        .parse((includeDeleted ? all : visible).all().map(headOf)),
    setState: (noteId: NoteId, state: NoteState): void => void setState.run(state, noteId),
    setDuration: (noteId: NoteId, ms: number): void => void setDuration.run(ms, noteId),
    setTitle: (noteId: NoteId, title: RedactedText): void => void setTitle.run(title, noteId),
    scheduleDeletion: (noteId: NoteId, at: number | null): boolean => setDeletion.run(at, noteId).changes === 1,
    dueDeletions: (now: number): string[] => due.all(now).map((row) => row.id),

    get(noteId: NoteId): Note | null {
      const row = byId.get(noteId)
      if (row === undefined) return null
      const rows = row.transcript_id === null ? [] : segments.all(row.transcript_id)
      const hashes = new Map(rows.map((segment) => [segment.id, segment.hash]))
      const heard = row.transcript_id === null ? null : heardBy.get(row.transcript_id)?.heard_by
      const content = row.summary_id === null ? undefined : summary.get(row.summary_id)?.content
      return noteSchema.parse({
        ...headOf(row),
        transcriptId: row.transcript_id,
        summaryId: row.summary_id,
        participants: participants.all(noteId).map(({ name }) => name),
        segments: rows.map((segment) => ({
          id: segment.id,
          speaker: segment.speaker,
          startMs: segment.start_ms,
          endMs: segment.end_ms,
          text: segment.text,
          ...(segment.times === null ? {} : { times: fromJson(segment.times) }),
          ...(segment.marks === null ? {} : { marks: fromJson(segment.marks) }),
        })),
        edits: edits.all(noteId).map((edit) => ({
          segmentId: edit.segment_id,
          baseHash: edit.base_hash,
          text: edit.text,
          conflict: hashes.get(edit.segment_id) !== edit.base_hash,
        })),
        summary: content === undefined ? null : fromJson(content),
        heardBy: heard === null || heard === undefined ? null : heardBySchema.parse(fromJson(heard)),
      })
    },

    fittingEdits: (noteId: NoteId): { segmentId: SegmentId; text: RedactedText }[] =>
      editSchema.pick({ segmentId: true, text: true }).array().parse(fitting.all(noteId)),

    setHeard: (heard: { noteId: NoteId; language: string | null; segmentCount: number; speakerCount: number }): void => void setHeard.run(heard),

    /** Whether nothing stored has more words; those nobody may have said do not count. */
    isFullest: (result: RedactionResult): boolean => saidWords(result) >= (wordsOfNote.get(result.noteId)?.words ?? 0),

    /** Writes a new transcript version and moves the note's pointer. */
    addTranscript(result: RedactionResult, heard: HeardBy | null, now: number): void {
      addTranscript.run(result.transcriptId, result.noteId, now, saidWords(result), heard === null ? null : JSON.stringify(heard))
      result.segments.forEach((segment, ordinal) => {
        addSegment.run(
          result.transcriptId,
          ordinal,
          segment.id,
          segment.speaker,
          segment.startMs,
          segment.endMs,
          segment.text,
          textHash(segment.text),
          segment.times === undefined ? null : JSON.stringify(segment.times),
          segment.marks === undefined ? null : JSON.stringify(segment.marks),
        )
      })
      clearParticipants.run(result.noteId)
      result.participants.forEach((name, ordinal) => addParticipant.run(result.noteId, ordinal, name))
      setTranscript.run(result.transcriptId, result.title, result.noteId)
    },

    addSummary(noteId: NoteId, summaryId: SummaryId, transcriptId: TranscriptId, summary: Summary, now: number): void {
      addSummary.run(summaryId, noteId, transcriptId, now, JSON.stringify(summary))
      const actions = summary.actions.filter((action) => action.possible !== true).length
      setSummary.run({ noteId, summaryId, actions, title: summary.title })
    },

    /** @returns the edited segment's place, or null when there is no such segment any more */
    saveEdit(noteId: NoteId, segmentId: SegmentId, text: RedactedText, now: number): { ordinal: number } | null {
      const base = segmentHash.get(noteId, segmentId)
      if (base === undefined) return null
      saveEdit.run(noteId, segmentId, base.hash, text, now)
      return { ordinal: base.ordinal }
    },

    erase: (noteId: NoteId): void => erasures.forEach((statement) => statement.run(noteId)),
  }
}

const HEAD = {
  id: true,
  createdAt: true,
  date: true,
  title: true,
  state: true,
  format: true,
  language: true,
  durationMs: true,
  segmentCount: true,
  speakerCount: true,
  actionCount: true,
  deleteAt: true,
} as const
