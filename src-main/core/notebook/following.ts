import type { NoteId, RecordingId } from '../../../src-shared/domain/ids.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { LiveTranscripts } from '../pipeline/index.ts'
import type { GrowingRecording } from '../recorder/index.ts'
import type { Store } from '../store/index.ts'
import type { AboutRecording, BringIn } from './bring-in.ts'

export interface ToFollow extends AboutRecording {
  /** Words as they are spoken; otherwise they come after Stop. */
  readonly isHeardLive: boolean
}

interface Parts {
  readonly store: Store
  readonly live: LiveTranscripts
  readonly bringIn: Pick<BringIn, 'begun'>
  /** @returns null where no recording of that id is being made */
  readonly open: (id: RecordingId) => Promise<GrowingRecording | null>
  /** Takes up what is no longer being made. */
  readonly adopt: () => Promise<unknown>
}

export interface Following {
  /**
   * Makes the note of a recording that is being made now, and hears it as it grows. Whoever follows it already keeps what was said of it
   * first. What becomes of it after that needs nobody: its end is seen, and its jobs begin.
   * @throws Failure NO_RECORDING, DISK_FULL
   */
  follow(id: RecordingId, about: ToFollow): Promise<NoteId>
  isFollowed(noteId: NoteId): boolean
  /** Lets go of them all; they are recorded on. */
  stop(): Promise<void>
}

/** The unlocked side of a recording under way: the side that records knows no word and no name (docs/decisions/0029). */
export function createFollowing({ store, live, bringIn, open, adopt }: Parts): Following {
  const abort = new AbortController()
  const { signal } = abort
  const notes = new Map<RecordingId, Promise<NoteId>>()
  const underWay = new Map<NoteId, Promise<void>>()

  const hearUntilOver = async (growing: GrowingRecording, noteId: NoteId, { isHeardLive, params }: ToFollow): Promise<void> => {
    try {
      // Why no words come, whoever watches is told; the recording does not hang on them, and is heard after Stop.
      if (isHeardLive && growing.mode !== 'sound-only') await hear(growing, noteId, params?.speech).catch(() => undefined)
      await growing.over(signal)
    } catch (thrown) {
      if (!signal.aborted) throw thrown
    } finally {
      growing.close()
      notes.delete(growing.id)
      underWay.delete(noteId)
    }
    if (!signal.aborted) await adopt()
  }

  const hear = async (growing: GrowingRecording, noteId: NoteId, speech: { model?: string | undefined; language?: string } = {}): Promise<void> => {
    const heard = await store.read.getHearings({ noteId })
    const fromMs = heard.length < growing.channels ? 0 : Math.min(...heard.map(({ doneMs }) => doneMs))
    const blocks = growing.blocks(fromMs, signal)
    await live.hear({ ...speech, noteId, channels: growing.channels, blocks, recordedMs: () => growing.recordedMs() })
  }

  const begin = async (id: RecordingId, about: ToFollow): Promise<NoteId> => {
    const growing = await open(id)
    if (growing === null) throw new Failure('NO_RECORDING', {})
    try {
      const known = (await store.read.listRecordings({})).find((recording) => recording.id === id)
      const noteId = known?.noteId ?? (await bringIn.begun(growing, about))
      const params = (await store.read.getRecorded({ noteId }))?.params
      // What goes wrong here is met again by whoever unlocks next: the sound is on the disk.
      underWay.set(noteId, hearUntilOver(growing, noteId, { ...about, params }).catch(() => undefined))
      return noteId
    } catch (thrown) {
      growing.close()
      throw thrown
    }
  }

  return {
    follow(id, about) {
      const followed = notes.get(id)
      if (followed !== undefined) return followed
      const begun = begin(id, about)
      notes.set(id, begun)
      begun.catch(() => notes.delete(id))
      return begun
    },
    isFollowed: (noteId) => underWay.has(noteId),
    async stop() {
      abort.abort()
      await Promise.all(underWay.values())
    },
  }
}
