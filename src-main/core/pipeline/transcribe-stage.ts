import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { Job } from '../../../src-shared/domain/job.ts'
import type { Hearing, Recording } from '../../../src-shared/domain/recording.ts'
import type { RawCue } from '../../../src-shared/domain/transcript.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { Stage } from '../jobs/index.ts'
import { withoutEcho } from '../live/index.ts'
import type { Models } from '../models/index.ts'
import type { Ids } from '../platform/index.ts'
import type { Recordings } from '../recorder/index.ts'
import { engineInfo, promptFrom, transcribe, type SpokenSegment } from '../speech/index.ts'
import type { Store } from '../store/index.ts'
import { openStagedHead, openStaging, sealHeard, startBatch, type Sealer } from '../vault/index.ts'
import { cueOf } from './spoken-cue.ts'

export interface SpeechParts {
  readonly store: Store
  readonly ids: Ids
  readonly recordings: Recordings
  readonly models: Pick<Models, 'resolve'>
  /** A model file for machines without network (`SOTTO_WHISPER_MODEL`). */
  readonly speechModel: string | undefined
}

/**
 * Hears a note's recording, one channel after the other. What each window holds is sealed and stored with the time it reaches,
 * in one transaction, so that a job that was cut off goes on there and hears nothing twice.
 */
export const transcribeStage =
  ({ store, ids, recordings, models, speechModel }: SpeechParts): Stage =>
  async (job, { signal, onProgress }) => {
    const { noteId } = job
    const [key, [recording], hearings, staging] = await Promise.all([
      store.read.getVaultKey({ noteId }),
      store.read.listRecordings({ noteId }),
      store.read.getHearings({ noteId }),
      store.read.getStaging({ noteId }),
    ])
    if (recording === undefined) throw new Failure('NO_RECORDING', {})
    if (key === null || key.workSeed === null) throw new Failure('STORE_DAMAGED', { part: 'staging' })

    const asked = job.params.speech?.language ?? 'auto'
    const model = await models.resolve({ model: job.params.speech?.model, fromEnvironment: speechModel, language: asked, signal })
    const { participants, vocabulary } = openStagedHead(noteId, key.workSeed, staging.batches, staging.rows)
    const sealer = startBatch(noteId, key.publicKey, ids.next())
    const durationMs = Math.round(recording.samples / 16)
    let language = hearings.find((hearing) => hearing.language !== 'auto')?.language ?? asked

    for (let channel = 0; channel < recording.channels; channel++) {
      const before = hearings.find((hearing) => hearing.channel === channel)
      if (before?.isDone === true) continue
      language = await hearChannel({
        channel,
        startMs: before?.doneMs ?? 0,
        language,
        model: model.path,
        prompt: promptFrom({ participants, vocabulary, language }),
        recording,
        recordings,
        withoutEcho: channel === 0 && recording.channels === 2 && job.params.speech?.openMicrophone === true,
        signal,
        onHeard: (doneMs) => onProgress(Math.min(1, (channel * durationMs + doneMs) / (durationMs * recording.channels))),
        save: (hearing, cues) => save({ store, job, sealer }, hearing, cues, model.name ?? 'file'),
      })
    }

    signal.throwIfAborted()
    const heard = await store.read.getStaging({ noteId })
    const { cues } = openStaging(noteId, key.workSeed, heard.batches, heard.rows)
    if (cues.length === 0) throw new Failure('NOTHING_HEARD', { seconds: Math.round(durationMs / 1000) })
    await store.write.commitHearing({
      noteId,
      jobId: job.id,
      language: language === 'auto' ? null : language,
      segmentCount: cues.length,
      speakerCount: recording.channels === 2 ? 2 : 0,
    })
  }

async function save(
  { store, job, sealer }: { store: Store; job: Job; sealer: Sealer },
  hearing: Hearing,
  cues: readonly RawCue[],
  model: string,
): Promise<void> {
  const noteId: NoteId = job.noteId
  await store.write.addHeard({
    noteId,
    jobId: job.id,
    hearing,
    heardBy: { model, engine: engineInfo().build, language: hearing.language === 'auto' ? null : hearing.language },
    batch: sealer.batch,
    rows: sealHeard(cues, hearing, sealer),
  })
}

interface ChannelToHear {
  readonly channel: number
  readonly startMs: number
  readonly language: string
  readonly model: string
  readonly prompt: string
  readonly recording: Recording
  readonly recordings: Recordings
  /** Take what channel 1 has to say out of it. */
  readonly withoutEcho: boolean
  readonly signal: AbortSignal
  readonly onHeard: (doneMs: number) => void
  readonly save: (hearing: Hearing, cues: readonly RawCue[]) => Promise<void>
}

/** @returns the language told; the other side is taken to speak it too */
async function hearChannel(job: ChannelToHear): Promise<string> {
  const { channel, recording, signal } = job
  const failed = new AbortController()
  let saving: Promise<void> = Promise.resolve()
  let fresh: SpokenSegment[] = []
  const keep = (doneMs: number, language: string, isDone: boolean): void => {
    const cues = fresh.map((segment) => cueOf(segment, recording.channels === 2 ? channel : null))
    fresh = []
    saving = saving.then(() => job.save({ channel, doneMs, language, isDone }, cues))
    saving.catch(() => failed.abort()) // thrown below; there is no use in hearing on
  }
  try {
    const heard = await transcribe({
      pcm: job.withoutEcho ? cleanFrom(job.recordings, recording, job.startMs) : samplesOf(job.recordings.read(recording, job.startMs), channel),
      model: job.model,
      language: job.language,
      prompt: job.prompt,
      startMs: job.startMs,
      signal: AbortSignal.any([signal, failed.signal]),
      onSegments: (found) => fresh.push(...found),
      onProgress: ({ doneMs, language }) => {
        keep(Math.round(doneMs), language, false)
        job.onHeard(doneMs)
      },
    })
    const language = heard.language ?? job.language
    keep(Math.round(heard.audioMs), language, true)
    await saving
    return language
  } catch (thrown) {
    await saving // its own failure is the reason, where there is one
    throw thrown
  }
}

/** So much is listened to before, to know how the far side sounds in the microphone. */
const LEARN_MS = 30_000

async function* cleanFrom(recordings: Recordings, recording: Recording, startMs: number): AsyncGenerator<Int16Array> {
  const learnMs = Math.min(startMs, LEARN_MS)
  let toDrop = Math.round(startMs * 16) - Math.round((startMs - learnMs) * 16)
  for await (const samples of withoutEcho(recordings.read(recording, startMs - learnMs))) {
    const dropped = Math.min(toDrop, samples.length)
    toDrop -= dropped
    yield samples.subarray(dropped)
  }
}

async function* samplesOf(blocks: AsyncIterable<Int16Array[]>, channel: number): AsyncGenerator<Int16Array> {
  for await (const block of blocks) {
    const samples = block[channel]
    if (samples === undefined) throw new Failure('STORE_DAMAGED', { part: 'audio' })
    yield samples
  }
}
