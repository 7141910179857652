import type { FoundAgain } from '../../../src-shared/domain/correction.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import { jobParamsSchema } from '../../../src-shared/domain/job.ts'
import type { Note } from '../../../src-shared/domain/note.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { JobRunner, Stage } from '../jobs/index.ts'
import type { TextWorker } from '../pipeline/index.ts'
import type { Store } from '../store/index.ts'
import type { Vault } from '../vault/index.ts'
import type { BringIn } from './bring-in.ts'

interface Parts {
  readonly store: Store
  readonly vault: Vault
  readonly text: TextWorker
  readonly newJob: BringIn['newJob']
  readonly runner: Pick<JobRunner, 'wake'>
  readonly get: (noteId: NoteId) => Promise<Note>
  readonly hideFound: (noteId: NoteId, found: readonly FoundAgain[]) => Promise<unknown>
}

const UNDER_WAY = ['queued', 'running', 'waiting'] as const

/**
 * Notes that were made when the recognisers knew less are looked at again. Only more is ever hidden: what a person has read as hidden does
 * not come into sight because the app was updated.
 */
export function createRedactAgain({ store, vault, text, newJob, runner, get, hideFound }: Parts) {
  const stage: Stage = async (job, { signal, onProgress }) => {
    const { noteId } = job
    const texts = await store.read.getStoredTexts({ noteId })
    if (texts === null) throw new Failure('NOT_FOUND', { what: 'note' })
    const corrections = await vault.corrections(noteId)
    const [occurrences, names, bases] = await Promise.all([
      store.read.getSealed({ noteId, of: 'occurrences' }),
      store.read.getSealed({ noteId, of: 'names' }),
      store.read.getBases({ noteId }),
    ])
    const seed = await vault.openSeed(noteId)
    try {
      for (;;) {
        const { found, done, total } = await text.run(
          (worker) => worker.findAgain({ texts, seed, occurrences, names, bases, corrections }),
          { signal },
        )
        signal.throwIfAborted()
        if (found !== null) {
          await hideFound(noteId, found)
          break
        }
        onProgress(done / total) // a model takes its time
      }
    } finally {
      seed.fill(0)
    }
    // Doing it again finds nothing more, so what is hidden need not be stored with the job's end.
    await store.write.updateJob({ ...job, state: 'done', progress: 1 })
  }

  return {
    /** The job of one note. */
    redactNoteAgain: stage,

    /**
     * Queues notes, all there are where none is named; one that waits already is not queued twice. `expired` counts those nobody can read.
     * @throws Failure NOT_FOUND, VAULT_CLOSED
     */
    async redactAgain(asked: readonly NoteId[] | undefined): Promise<{ queued: NoteId[]; expired: number }> {
      for (const id of asked ?? []) await get(id)
      const all = asked ?? (await store.read.listNotes({ includeDeleted: false })).map(({ id }) => id)
      const queued: NoteId[] = []
      let expired = 0
      for (const noteId of new Set(all)) {
        const note = await store.read.getNote({ noteId })
        if (note === null || note.transcriptId === null) continue // its words are still to be redacted
        if ((await store.read.getVaultKey({ noteId }))?.indexKey === null) {
          expired++
          continue
        }
        const waiting = await store.read.listJobs({ noteId, states: [...UNDER_WAY] })
        if (!waiting.some(({ kind }) => kind === 'redact-again')) await store.write.addJob(newJob(noteId, 'redact-again', jobParamsSchema.parse({})))
        queued.push(noteId)
      }
      runner.wake()
      return { queued, expired }
    },
  }
}
