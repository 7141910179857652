import { EventPublisher } from '@orpc/server'
import type { JobId, NoteId } from '../../../src-shared/domain/ids.ts'
import type { Job, JobKind } from '../../../src-shared/domain/job.ts'
import { failedWith, Failure, toFailure } from '../../../src-shared/errors/failure.ts'
import type { Clock } from '../platform/index.ts'
import type { Store } from '../store/index.ts'
import { afterFailure } from './retry.pure.ts'

/**
 * A stage of the spine. It reads what the stage before it stored, and commits its own result in the transaction that
 * also ends the job, so that running it again after a crash is harmless.
 */
export type Stage = (job: Job, run: { signal: AbortSignal; onProgress: (done: number, phase?: Job['phase']) => void }) => Promise<void>

export interface JobRunner {
  /** Takes up whatever a crash or a shutdown left. */
  start(): Promise<void>
  /** Says that there may be new work. */
  wake(): void
  /** Each job of the note as it is, then every change; ends when all have ended. */
  watch(noteId: NoteId, signal?: AbortSignal): AsyncGenerator<Job, void>
  cancel(jobId: JobId): Promise<void>
  /** Stops a note's jobs before it is erased. */
  cancelNote(noteId: NoteId): Promise<void>
  retry(jobId: JobId): Promise<void>
  /** Lets the current attempt go and leaves its row as it is: the next start takes it up. */
  stop(): Promise<void>
}

/** A summary, or another look, that failed keeps nobody from asking for another; hearing or redaction that failed holds back all that follows. */
const isBehindUs = (job: Job): boolean => job.state === 'done' || (ENDED.has(job.state) && (job.kind === 'summarize' || job.kind === 'redact-again'))

const ENDED = new Set<Job['state']>(['done', 'failed', 'cancelled'])

interface Options {
  readonly store: Store
  readonly stages: Record<JobKind, Stage>
  readonly clock: Clock
  /** Called when a job has ended for good without being done. */
  readonly onEnded: (job: Job) => Promise<void>
  /** Called when there is nothing to do any more. */
  readonly onIdle?: () => void
}

/** One scheduler: one job at a time, in order of creation, a note's stages one after the other. */
export function createJobRunner({ store, stages, clock, onEnded, onIdle = () => undefined }: Options): JobRunner {
  const changes = new EventPublisher<Record<string, Job>>()
  let current: { job: Job; abort: AbortController; ended: Promise<void> } | null = null
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let looking = false
  let lookAgain = false

  const save = async (job: Job): Promise<void> => {
    await store.write.updateJob(job)
    changes.publish(job.noteId, job)
  }

  /** The first job that may run now; else when to look again. */
  async function pick(): Promise<{ job: Job } | { at: number } | null> {
    const open = await store.read.listJobs({ states: ['queued', 'waiting', 'failed', 'cancelled'] })
    const blocked = new Set<NoteId>()
    let earliest = Infinity
    for (const job of open) {
      if (blocked.has(job.noteId) || isBehindUs(job)) continue
      blocked.add(job.noteId) // a stage runs only when the stages before it are done
      if (ENDED.has(job.state)) continue
      if (job.notBefore <= clock.now()) return { job }
      earliest = Math.min(earliest, job.notBefore)
    }
    return earliest === Infinity ? null : { at: earliest }
  }

  async function look(): Promise<void> {
    if (looking) {
      lookAgain = true
      return
    }
    looking = true
    try {
      do {
        lookAgain = false
        clearTimeout(timer)
        timer = undefined
        for (let next = await pick(); next !== null && !stopped; next = await pick()) {
          if ('at' in next) {
            timer = setTimeout(wake, Math.max(0, next.at - clock.now()))
            break
          }
          await run(next.job)
        }
      } while (lookAgain && !stopped)
      if (!stopped && timer === undefined) onIdle()
    } finally {
      looking = false
    }
  }

  async function run(queued: Job): Promise<void> {
    const abort = new AbortController()
    const job: Job = { ...queued, state: 'running', attempt: queued.attempt + 1, progress: 0, error: null }
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    current = { job, abort, ended }
    try {
      await save(job)
      await stages[job.kind](job, {
        signal: abort.signal,
        // Progress is for those who watch; the row needs only what a restart needs.
        onProgress: (done, phase) => changes.publish(job.noteId, { ...job, progress: done, ...(phase === undefined ? {} : { phase }) }),
      })
      changes.publish(job.noteId, { ...job, state: 'done', progress: 1 })
    } catch (thrown) {
      if (!stopped) await settle(job, toFailure(thrown), abort.signal.aborted)
    } finally {
      current = null
      resolve()
    }
  }

  async function settle(job: Job, failure: Failure, wasCancelled: boolean): Promise<void> {
    const error = { code: failure.code, params: { ...failure.params } }
    if (wasCancelled || failedWith(failure, 'CANCELLED')) {
      await end({ ...job, state: 'cancelled', error })
      return
    }
    const next = afterFailure(failure.code, job.attempt)
    if (next.again) await save({ ...job, state: 'waiting', notBefore: clock.now() + next.waitMs, error })
    else await end({ ...job, state: 'failed', error })
  }

  async function end(job: Job): Promise<void> {
    await onEnded(job)
    await save(job)
  }

  function wake(): void {
    if (stopped) return
    // A store that is being closed under the scheduler is not news; anything else shows at the next call.
    look().catch(() => undefined)
  }

  const find = async (jobId: JobId): Promise<Job> => {
    const job = (await store.read.listJobs({})).find(({ id }) => id === jobId)
    if (job === undefined) throw new Failure('NOT_FOUND', { what: 'job' })
    return job
  }

  return {
    async start() {
      await store.write.requeueRunningJobs({})
      wake()
    },
    wake,

    async *watch(noteId, signal) {
      const events = changes.subscribe(noteId, signal === undefined ? {} : { signal })
      const latest = new Map((await store.read.listJobs({ noteId })).map((job) => [job.id, job]))
      yield* latest.values()
      // The first that is not behind us: one under way, or one that failed and holds back the rest until somebody retries.
      const isOver = (): boolean => {
        const next = [...latest.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).find((job) => !isBehindUs(job))
        return next === undefined || ENDED.has(next.state)
      }
      if (isOver()) {
        await events.return(undefined)
        return
      }
      for await (const job of events) {
        latest.set(job.id, job)
        yield job
        if (isOver()) return
      }
    },

    async cancel(jobId) {
      if (current?.job.id === jobId) {
        const { abort, ended } = current
        abort.abort()
        await ended
        return
      }
      const job = await find(jobId)
      if (!ENDED.has(job.state)) await end({ ...job, state: 'cancelled', error: { code: 'CANCELLED', params: {} } })
    },

    async cancelNote(noteId) {
      if (current?.job.noteId !== noteId) return
      const { abort, ended } = current
      abort.abort()
      await ended
    },

    async retry(jobId) {
      const job = await find(jobId)
      if (job.state !== 'failed' && job.state !== 'cancelled') return
      await save({ ...job, state: 'queued', attempt: 0, progress: 0, notBefore: clock.now(), error: null })
      wake()
    },

    async stop() {
      stopped = true
      clearTimeout(timer)
      if (current === null) return
      const { abort, ended } = current
      abort.abort()
      await ended
    },
  }
}
