import type { Recording } from '../../../src-shared/domain/recording.ts'
import type { Recordings } from '../recorder/index.ts'
import type { Store } from '../store/index.ts'

export interface Shrinking {
  /** There may be something to do, and nothing more urgent. */
  wake(): void
  /** Lets what is under way go; it begins anew another time. */
  stop(): Promise<void>
}

/**
 * Makes recordings small once they have been heard: a tenth of the room for the same words. One after the other, on a thread of its own;
 * the old file goes when the database knows the new one, so a crash leaves one that is whole, and at most one too many. What it passes
 * says when it expires.
 */
export function createShrinking({ store, recordings }: { store: Store; recordings: Recordings }): Shrinking {
  const abort = new AbortController()
  let working: Promise<void> = Promise.resolve()
  let isWorking = false

  const next = async (tried: ReadonlySet<string>): Promise<Recording | undefined> => {
    for (const recording of await store.read.listRecordings({})) {
      recordings.sayExpiry(recording)
      if (tried.has(recording.id) || recording.parts.length === 0) continue
      if (recording.parts.every(({ codec }) => codec === 'opus')) recordings.dropOriginals(recording)
      else if (await isHeard(recording)) return recording
    }
    return undefined
  }
  const isHeard = async ({ noteId }: Recording): Promise<boolean> =>
    (await store.read.getHearings({ noteId })).length === 0 && (await store.read.getNote({ noteId }))?.transcriptId !== null

  const work = async (): Promise<void> => {
    const tried = new Set<string>()
    for (let recording = await next(tried); recording !== undefined && !abort.signal.aborted; recording = await next(tried)) {
      tried.add(recording.id)
      const parts = await recordings.shrink(recording, abort.signal)
      const { committed } = await store.write.shrinkRecording({ id: recording.id, noteId: recording.noteId, parts: [...parts] })
      // It is being heard again, or is gone: its old files are what counts.
      if (committed) recordings.dropOriginals({ ...recording, parts: [...parts] })
      else recordings.dropCopies(recording)
    }
  }

  return {
    wake() {
      if (isWorking || abort.signal.aborted) return
      isWorking = true
      // A full disk, a lock, a damaged file: the recording stays as large as it is, and the next time is another try.
      working = work()
        .catch(() => undefined)
        .finally(() => (isWorking = false))
    },
    async stop() {
      abort.abort()
      await working
    },
  }
}
