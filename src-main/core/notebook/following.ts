import { EventPublisher } from '@orpc/server'
import type { NoteId, RecordingId } from '../../../src-shared/domain/ids.ts'
import type { Hearing } from '../../../src-shared/domain/live.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { LiveTranscripts } from '../pipeline/index.ts'
import type { Sparing } from '../power/index.ts'
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
  readonly sparing: Sparing
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
  readonly isAny: boolean
  /** Whether its words come now, and if not, why; then every change. Ends with the recording; nothing where none is under way. */
  watchHearing(noteId: NoteId, signal?: AbortSignal): AsyncGenerator<Hearing, void>
  /** Lets go of them all; they are recorded on. */
  stop(): Promise<void>
}

interface UnderWay {
  hearing: Hearing
  readonly over: Promise<void>
}

/** The unlocked side of a recording under way: the side that records knows no word and no name (docs/decisions/0029). */
export function createFollowing({ store, live, bringIn, sparing, open, adopt }: Parts): Following {
  const abort = new AbortController()
  const { signal } = abort
  const notes = new Map<RecordingId, Promise<NoteId>>()
  const underWay = new Map<NoteId, UnderWay>()
  const changes = new EventPublisher<Record<string, Hearing | 'over'>>()

  const say = (noteId: NoteId, hearing: Hearing): void => {
    const following = underWay.get(noteId)
    if (following === undefined || following.hearing === hearing) return
    following.hearing = hearing
    changes.publish(noteId, hearing)
  }

  /** Does something until it is done, or what is to be spared changes. @returns whether it was done */
  const untilStrained = async (work: (until: AbortSignal) => Promise<void>): Promise<boolean> => {
    const changed = new AbortController()
    const leave = sparing.onChange(() => changed.abort())
    try {
      await work(AbortSignal.any([signal, changed.signal]))
      return true
    } catch (thrown) {
      if (signal.aborted || !changed.signal.aborted) throw thrown
      return false
    } finally {
      leave()
    }
  }

  /** Hears while there is nothing to spare, waits while there is; what was not heard is heard after Stop. */
  const hearWhilePossible = async (growing: GrowingRecording, noteId: NoteId, speech: Speech): Promise<void> => {
    for (let isDone = false; !isDone; ) {
      const strain = sparing.now
      say(noteId, strain ?? 'live')
      isDone = await untilStrained((until) => (strain === null ? hear(growing, noteId, speech, until) : growing.over(until)))
    }
  }

  const hearUntilOver = async (growing: GrowingRecording, noteId: NoteId, isHeard: boolean, speech: Speech): Promise<void> => {
    try {
      // Why no words come, whoever watches is told; the recording does not hang on them, and is heard after Stop.
      if (isHeard) await hearWhilePossible(growing, noteId, speech).catch(() => undefined)
      await growing.over(signal)
    } catch (thrown) {
      if (!signal.aborted) throw thrown
    } finally {
      growing.close()
      notes.delete(growing.id)
      underWay.delete(noteId)
      changes.publish(noteId, 'over')
    }
    if (!signal.aborted) await adopt()
  }

  const hear = async (growing: GrowingRecording, noteId: NoteId, speech: Speech, until: AbortSignal): Promise<void> => {
    const heard = await store.read.getHearings({ noteId })
    const fromMs = heard.length < growing.channels ? 0 : Math.min(...heard.map(({ doneMs }) => doneMs))
    const blocks = growing.blocks(fromMs, until)
    await live.hear({ ...speech, noteId, channels: growing.channels, blocks, recordedMs: () => growing.recordedMs() })
  }

  const begin = async (id: RecordingId, about: ToFollow): Promise<NoteId> => {
    const growing = await open(id)
    if (growing === null) throw new Failure('NO_RECORDING', {})
    try {
      const known = (await store.read.listRecordings({})).find((recording) => recording.id === id)
      const noteId = known?.noteId ?? (await bringIn.begun(growing, about))
      const params = (await store.read.getRecorded({ noteId }))?.params
      const isHeard = about.isHeardLive && growing.mode !== 'sound-only'
      const { promise: over, resolve } = Promise.withResolvers<void>()
      underWay.set(noteId, { hearing: isHeard ? 'live' : 'after', over })
      // What goes wrong here is met again by whoever unlocks next: the sound is on the disk.
      hearUntilOver(growing, noteId, isHeard, params?.speech ?? {}).then(resolve, () => resolve())
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
    get isAny() {
      return underWay.size > 0
    },
    isFollowed: (noteId) => underWay.has(noteId),
    async *watchHearing(noteId, watching) {
      const coming = changes.subscribe(noteId, watching === undefined ? {} : { signal: watching })
      const following = underWay.get(noteId)
      if (following === undefined) {
        await coming.return(undefined)
        return
      }
      yield following.hearing
      for await (const hearing of coming) {
        if (hearing === 'over') return
        yield hearing
      }
    },
    async stop() {
      abort.abort()
      await Promise.all([...underWay.values()].map(({ over }) => over))
    },
  }
}

interface Speech {
  readonly model?: string | undefined
  readonly language?: string
}
