import { EventPublisher } from '@orpc/server'
import type { Correction } from '../../../src-shared/domain/correction.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { LiveEvent } from '../../../src-shared/domain/live.ts'
import { Failure, toFailure } from '../../../src-shared/errors/failure.ts'
import { createLiveText, hearLive, type LiveBlock, type LiveHeard } from '../live/index.ts'
import type { Models } from '../models/index.ts'
import type { Ids } from '../platform/index.ts'
import { engineInfo, promptFrom } from '../speech/index.ts'
import type { Store } from '../store/index.ts'
import { openStagedHead, sealHeard, startBatch } from '../vault/index.ts'
import { cueOf } from './spoken-cue.ts'
import type { TextWorker } from './text-worker.ts'

export interface RecordingUnderWay {
  /** Staged already, with what is known of the meeting. */
  readonly noteId: NoteId
  /** 2: channel 0 is the microphone, channel 1 the far side. */
  readonly channels: 1 | 2
  /** The recording as it grows, from its start or from where its sides were heard up to; ends when it is over, throws when it cannot be read. */
  readonly blocks: AsyncIterable<LiveBlock>
  /** Up to where it has grown. */
  readonly recordedMs?: () => number
  /** A model of the manifest and a language, where the person chose them. */
  readonly model?: string | undefined
  readonly language?: string | undefined
}

export interface LiveTranscripts {
  /**
   * Hears a recording while it is made. Final words are staged in the note as they come, with how far they reach, so that the note's
   * transcribe job, now or after a crash, hears only what is missing. Resolves when the recording is over and all of it is heard.
   * @throws Failure CANCELLED (the store is being locked, or a job of the note hears it now), or what kept the words from coming
   */
  hear(recording: RecordingUnderWay): Promise<void>
  /** Everything shown so far, then what comes; ends with the live transcript. Nothing but how it ended where it is over. */
  watch(noteId: NoteId, signal?: AbortSignal): AsyncGenerator<LiveEvent, void>
  /** Ends them all; what is staged stays. */
  stop(): Promise<void>
}

type LiveFinal = Extract<LiveHeard, { kind: 'final' }>

interface Live {
  readonly shown: Map<string, LiveEvent>
  readonly abort: AbortController
  readonly ended: Promise<void>
}

interface Parts {
  readonly store: Store
  readonly text: TextWorker
  readonly ids: Ids
  readonly models: Pick<Models, 'resolve'>
  readonly speechModel: string | undefined
  /** Those in force for a note now. */
  readonly corrections: (noteId: NoteId) => Promise<Correction[]>
}

export function createLiveTranscripts(parts: Parts): LiveTranscripts {
  const events = new EventPublisher<Record<string, LiveEvent>>()
  const under = new Map<NoteId, Live>()
  const ends = new Map<NoteId, LiveEvent>()
  /** Final words of hearings before this one, which waited in between: whoever watches sees the whole meeting. */
  const earlier = new Map<NoteId, readonly LiveEvent[]>()

  return {
    async hear(recording) {
      const { noteId } = recording
      if (under.has(noteId)) throw new Error('this recording is being heard')
      const abort = new AbortController()
      const { promise: ended, resolve } = Promise.withResolvers<void>()
      const before = earlier.get(noteId) ?? []
      const firstId = 1 + Math.max(-1, ...before.map((event) => (event.kind === 'segment' ? event.id : -1)))
      const shown = new Map<string, LiveEvent>(before.map((event) => [keyOf(event), event]))
      under.set(noteId, { shown, abort, ended })
      ends.delete(noteId)
      const show = (said: LiveEvent): void => {
        // Each hearing counts its segments anew.
        const event = said.kind === 'segment' ? { ...said, id: said.id + firstId } : said
        shown.set(keyOf(event), event)
        events.publish(noteId, event)
      }
      let code: string | null = null
      try {
        await hearAndStage(parts, recording, abort, show)
      } catch (thrown) {
        code = toFailure(thrown).code
        throw thrown
      } finally {
        under.delete(noteId)
        earlier.set(noteId, [...shown.values()].filter(({ kind }) => kind === 'segment'))
        const end: LiveEvent = { kind: 'end', code }
        ends.set(noteId, end)
        show(end)
        resolve()
      }
    },

    async *watch(noteId, signal) {
      const live = under.get(noteId)
      if (live === undefined) {
        const end = ends.get(noteId)
        if (end !== undefined) yield end
        return
      }
      const coming = events.subscribe(noteId, signal === undefined ? {} : { signal })
      yield* live.shown.values()
      for await (const event of coming) {
        yield event
        if (event.kind === 'end') return
      }
    },

    async stop() {
      for (const { abort, ended } of under.values()) {
        abort.abort()
        await ended
      }
    },
  }
}

const keyOf = (event: LiveEvent): string =>
  event.kind === 'segment' ? `segment:${event.id}` : event.kind === 'provisional' ? `provisional:${event.speaker}` : event.kind

async function hearAndStage(
  { store, text, ids, models, speechModel, corrections }: Parts,
  { noteId, channels, blocks, recordedMs, ...asked }: RecordingUnderWay,
  abort: AbortController,
  show: (event: LiveEvent) => void,
): Promise<void> {
  const { signal } = abort
  const [key, staging, index, hearings] = await Promise.all([
    store.read.getVaultKey({ noteId }),
    store.read.getStaging({ noteId }),
    store.read.getIndex({ noteId }),
    store.read.getHearings({ noteId }),
  ])
  if (key === null || key.workSeed === null || key.indexKey === null) throw new Failure('STORE_DAMAGED', { part: 'staging' })
  const { publicKey, indexKey } = key
  const language = asked.language ?? 'auto'
  const model = await models.resolve({ model: asked.model, fromEnvironment: speechModel, language, signal })
  const { participants, vocabulary } = openStagedHead(noteId, key.workSeed, staging.batches, staging.rows)
  const sealer = startBatch(noteId, publicKey, ids.next())
  const liveText = createLiveText({
    channels,
    index,
    redact: async ({ tail, provisional, index }) => {
      // Each time anew: a rule for all meetings may be made in another note meanwhile.
      const inForce = await corrections(noteId)
      const input = { tail: [...tail], provisional, index: [...index], participants, language: spoken(language), indexKey, corrections: inForce }
      return text.run((worker) => worker.redactTail(input), { signal })
    },
  })

  const save = async (channel: number, doneMs: number, told: string, isDone: boolean, cues: ReturnType<typeof cueOf>[]): Promise<void> => {
    const hearing = { channel, doneMs, language: told, isDone }
    const { committed } = await store.write.addHeard({
      noteId,
      jobId: null,
      hearing,
      heardBy: { model: model.name ?? 'file', engine: engineInfo().build, language: spoken(told) },
      batch: sealer.batch,
      rows: sealHeard(cues, hearing, sealer),
      index: [...liveText.index],
    })
    if (!committed) throw new Failure('CANCELLED', {})
  }
  const heardBefore = (channel: number): number => hearings.find((hearing) => hearing.channel === channel)?.doneMs ?? 0
  const notYetHeard = (final: LiveFinal): LiveFinal => ({ ...final, segments: final.segments.filter(({ endMs }) => endMs > heardBefore(final.channel)) })
  let waiting: LiveHeard[] = []
  let working: Promise<void> = Promise.resolve()
  const workOn = async (): Promise<void> => {
    const heard = waiting.shift()
    if (heard === undefined) return
    // Provisional words that are out of date by now are not worth redacting.
    if (heard.kind === 'provisional' && waiting.some((later) => later.kind !== 'behind' && later.channel === heard.channel)) return
    const fresh = heard.kind === 'final' ? notYetHeard(heard) : heard
    if (fresh.kind === 'final') {
      const cues = fresh.segments.map((segment) => cueOf(segment, channels === 2 ? fresh.channel : null))
      if (fresh.doneMs > heardBefore(fresh.channel)) await save(fresh.channel, fresh.doneMs, fresh.language, false, cues)
    }
    for (const event of await liveText.take(fresh)) show(event)
  }
  const onHeard = (heard: LiveHeard): void => {
    waiting.push(heard)
    working = working.then(workOn)
    working.catch(() => abort.abort()) // thrown below; there is no use in hearing on
  }

  try {
    const prompt = promptFrom({ participants, vocabulary, language })
    const end = await hearLive({ blocks, channels, model: model.path, language, prompt, signal, onHeard, ...(recordedMs === undefined ? {} : { recordedMs }) })
    await working
    for (const [channel, doneMs] of end.doneMs.entries()) await save(channel, doneMs, end.language ?? language, true, [])
  } catch (thrown) {
    waiting = []
    await working // its own failure is the reason, where there is one
    throw thrown
  }
}

const spoken = (language: string): string | null => (language === 'auto' ? null : language)
