import { noteIdSchema, type NoteId } from '../../../../src-shared/domain/ids.ts'
import { jobParamsSchema, type JobParams } from '../../../../src-shared/domain/job.ts'
import { recordedSchema, type Recorded } from '../../../../src-shared/domain/recorder.ts'
import { heardBySchema, recordingSchema, type Hearing, type HeardBy, type Recording } from '../../../../src-shared/domain/recording.ts'
import { fromJson, type Sql } from '../sql.ts'

interface RecordingRow {
  id: string
  note_id: string
  channels: number
  samples: number
  wrapped_key: Uint8Array
  parts: string
  expires_at: number | null
}

const recordingOf = (row: RecordingRow): Recording =>
  recordingSchema.parse({
    id: row.id,
    noteId: row.note_id,
    channels: row.channels,
    samples: row.samples,
    wrappedKey: row.wrapped_key,
    parts: fromJson(row.parts),
    expiresAt: row.expires_at,
  })

/** Recordings and how far each has been heard. */
export function recordingsRepo(db: Sql) {
  const insert = db.prepare(`INSERT INTO recordings (id, note_id, created_at, channels, samples, wrapped_key, parts, expires_at)
    VALUES (@id, @noteId, @createdAt, @channels, @samples, @wrappedKey, @parts, @expiresAt)`)
  const all = db.prepare<[], RecordingRow>('SELECT * FROM recordings ORDER BY id')
  const ofNote = db.prepare<[string], RecordingRow>('SELECT * FROM recordings WHERE note_id = ? ORDER BY id')
  const setExpiry = db.prepare('UPDATE recordings SET expires_at = ? WHERE note_id = ?')
  const putHearing = db.prepare(`INSERT INTO hearings (note_id, channel, done_ms, language, is_done, heard_by)
    VALUES (@noteId, @channel, @doneMs, @language, @isDone, @heardBy)
    ON CONFLICT (note_id, channel) DO UPDATE
    SET done_ms = excluded.done_ms, language = excluded.language, is_done = excluded.is_done, heard_by = excluded.heard_by`)
  const hearings = db.prepare<[string], { channel: number; done_ms: number; language: string; is_done: number; heard_by: string }>(
    'SELECT channel, done_ms, language, is_done, heard_by FROM hearings WHERE note_id = ? ORDER BY channel',
  )
  const clearHearings = db.prepare('DELETE FROM hearings WHERE note_id = ?')
  // What is being heard stays until that is over.
  const expire = db.prepare<[number], { id: string; note_id: string }>(`DELETE FROM recordings WHERE expires_at <= ?
    AND note_id NOT IN (SELECT note_id FROM hearings) RETURNING id, note_id`)
  const erase = db.prepare('DELETE FROM recordings WHERE note_id = ?')
  const end = db.prepare('UPDATE recordings SET samples = @samples, parts = @parts WHERE id = @id')
  const shrink = db.prepare('UPDATE recordings SET parts = @parts WHERE id = @id AND note_id NOT IN (SELECT note_id FROM hearings)')
  const putRecorded = db.prepare(`INSERT INTO recorded (note_id, agreement, ending, gaps, marks, params)
    VALUES (@noteId, @agreement, @ending, @gaps, @marks, @params)`)
  const endRecorded = db.prepare('UPDATE recorded SET ending = @ending, gaps = @gaps, marks = @marks WHERE note_id = @noteId')
  const recorded = db.prepare<[string], { agreement: string; ending: string; gaps: string; marks: string; params: string }>(
    'SELECT agreement, ending, gaps, marks, params FROM recorded WHERE note_id = ?',
  )
  const endings = db.prepare<[], { note_id: string; ending: string; is_acknowledged: number }>('SELECT note_id, ending, is_acknowledged FROM recorded')
  const acknowledge = db.prepare('UPDATE recorded SET is_acknowledged = 1 WHERE note_id = ?')
  const eraseRecorded = db.prepare('DELETE FROM recorded WHERE note_id = ?')

  return {
    insert: (recording: Recording, now: number): void => void insert.run({ ...recording, createdAt: now, parts: JSON.stringify(recording.parts) }),
    all: (): Recording[] => all.all().map(recordingOf),
    ofNote: (noteId: NoteId): Recording[] => ofNote.all(noteId).map(recordingOf),
    setExpiry: (noteId: NoteId, at: number | null): void => void setExpiry.run(at, noteId),
    /** Destroys the keys of recordings whose time has come. */
    expire: (now: number): Pick<Recording, 'id' | 'noteId'>[] =>
      expire.all(now).map((row) => recordingSchema.pick({ id: true, noteId: true }).parse({ id: row.id, noteId: row.note_id })),
    putHearing: (noteId: NoteId, hearing: Hearing, heardBy: HeardBy): void =>
      void putHearing.run({ noteId, ...hearing, isDone: hearing.isDone ? 1 : 0, heardBy: JSON.stringify(heardBy) }),
    hearings: (noteId: NoteId): Hearing[] =>
      hearings.all(noteId).map((row) => ({ channel: row.channel, doneMs: row.done_ms, language: row.language, isDone: row.is_done === 1 })),
    /** Null where the words of a note were not heard here. */
    heardBy(noteId: NoteId): HeardBy | null {
      const [first] = hearings.all(noteId)
      return first === undefined ? null : heardBySchema.parse(fromJson(first.heard_by))
    },
    /** One that grew until now is whole. */
    end: ({ id, samples, parts }: Pick<Recording, 'id' | 'samples' | 'parts'>): void => void end.run({ id, samples, parts: JSON.stringify(parts) }),
    shrink: ({ id, parts }: Pick<Recording, 'id' | 'parts'>): boolean => shrink.run({ id, parts: JSON.stringify(parts) }).changes === 1,
    putRecorded: (noteId: NoteId, { agreement, ending, gaps, marks, params }: Recorded & { readonly params: JobParams }): void =>
      void putRecorded.run({ noteId, agreement, ending, gaps: JSON.stringify(gaps), marks: JSON.stringify(marks), params: JSON.stringify(params) }),
    endRecorded: (noteId: NoteId, { ending, gaps, marks }: Omit<Recorded, 'agreement'>): void =>
      void endRecorded.run({ noteId, ending, gaps: JSON.stringify(gaps), marks: JSON.stringify(marks) }),
    recorded(noteId: NoteId): (Recorded & { params: JobParams }) | null {
      const row = recorded.get(noteId)
      if (row === undefined) return null
      const { gaps, marks, params } = row
      return { ...recordedSchema.parse({ ...row, gaps: fromJson(gaps), marks: fromJson(marks) }), params: jobParamsSchema.parse(fromJson(params)) }
    },
    endings: (): (Pick<Recorded, 'ending'> & { noteId: NoteId; isAcknowledged: boolean })[] =>
      endings.all().map(({ note_id, ending, is_acknowledged }) => ({
        noteId: noteIdSchema.parse(note_id),
        ending: recordedSchema.shape.ending.parse(ending),
        isAcknowledged: is_acknowledged === 1,
      })),
    acknowledge: (noteId: NoteId): void => void acknowledge.run(noteId),
    eraseRecorded: (noteId: NoteId): void => void eraseRecorded.run(noteId),
    clearHearings: (noteId: NoteId): void => void clearHearings.run(noteId),
    erase(noteId: NoteId): void {
      clearHearings.run(noteId)
      erase.run(noteId)
    },
  }
}
