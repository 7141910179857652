import type { NoteId } from '../../../../src-shared/domain/ids.ts'
import { jobSchema, type Job, type JobState } from '../../../../src-shared/domain/job.ts'
import { fromJson, type Sql } from '../sql.ts'

interface JobRow {
  id: string
  note_id: string
  kind: string
  state: string
  attempt: number
  progress: number
  not_before: number
  params: string
  error: string | null
}

/** Payloads are parsed again when they come back: another version of the app may have written them. */
const jobOf = (row: JobRow): Job =>
  jobSchema.parse({
    id: row.id,
    noteId: row.note_id,
    kind: row.kind,
    state: row.state,
    attempt: row.attempt,
    progress: row.progress,
    notBefore: row.not_before,
    params: fromJson(row.params),
    error: row.error === null ? null : fromJson(row.error),
  })

export function jobsRepo(db: Sql) {
  const insert = db.prepare(`INSERT INTO jobs (id, note_id, kind, state, attempt, progress, not_before, params, error)
    VALUES (@id, @noteId, @kind, @state, @attempt, @progress, @notBefore, @params, @error)`)
  const update = db.prepare(
    'UPDATE jobs SET state = @state, attempt = @attempt, progress = @progress, not_before = @notBefore, error = @error WHERE id = @id',
  )
  const finish = db.prepare("UPDATE jobs SET state = 'done', progress = 1, error = NULL WHERE id = ? AND state = 'running'")
  const running = db.prepare<[string], { id: string }>("SELECT id FROM jobs WHERE id = ? AND state = 'running'")
  const runningOf = db.prepare<[string], { id: string }>("SELECT id FROM jobs WHERE note_id = ? AND state = 'running'")
  const toHear = db.prepare<[string], { id: string }>(
    "SELECT id FROM jobs WHERE note_id = ? AND kind = 'transcribe' AND state IN ('queued', 'running', 'waiting')",
  )
  const unfinished = db.prepare<[string], { n: number }>("SELECT count(*) AS n FROM jobs WHERE note_id = ? AND state IN ('queued', 'running', 'waiting')")
  const dropUnfinished = db.prepare("DELETE FROM jobs WHERE note_id = ? AND state <> 'done'")
  const requeue = db.prepare("UPDATE jobs SET state = 'queued', progress = 0 WHERE state = 'running'")
  const some = db.prepare<{ noteId: string | null; states: string | null }, JobRow>(`SELECT * FROM jobs
    WHERE (@noteId IS NULL OR note_id = @noteId) AND (@states IS NULL OR state IN (SELECT value FROM json_each(@states))) ORDER BY id`)
  const erase = db.prepare('DELETE FROM jobs WHERE note_id = ?')
  const error = (job: Pick<Job, 'error'>): string | null => (job.error === null ? null : JSON.stringify(job.error))

  return {
    insert: (job: Job): void => void insert.run({ ...job, params: JSON.stringify(job.params), error: error(job) }),
    update: (job: Pick<Job, 'id' | 'state' | 'attempt' | 'progress' | 'notBefore' | 'error'>): void => {
      update.run({ id: job.id, state: job.state, attempt: job.attempt, progress: job.progress, notBefore: job.notBefore, error: error(job) })
    },
    /** @returns false when the job is gone or no longer running: its result must not be committed */
    finish: (id: string): boolean => finish.run(id).changes === 1,
    isRunning: (id: string): boolean => running.get(id) !== undefined,
    isWorkedOn: (noteId: NoteId): boolean => runningOf.get(noteId) !== undefined,
    isToBeHeard: (noteId: NoteId): boolean => toHear.get(noteId) !== undefined,
    hasUnfinished: (noteId: NoteId): boolean => (unfinished.get(noteId)?.n ?? 0) > 0,
    dropUnfinished: (noteId: NoteId): void => void dropUnfinished.run(noteId),
    requeueRunning: (): number => requeue.run().changes,
    list: (filter: { states?: readonly JobState[] | undefined; noteId?: NoteId | undefined }): Job[] =>
      some.all({ noteId: filter.noteId ?? null, states: filter.states === undefined ? null : JSON.stringify(filter.states) }).map(jobOf),
    erase: (noteId: NoteId): void => void erase.run(noteId),
  }
}
