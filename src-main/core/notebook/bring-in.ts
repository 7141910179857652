import { open } from 'node:fs/promises'
import { jobIdSchema, noteIdSchema, recordingIdSchema, type NoteId } from '../../../src-shared/domain/ids.ts'
import { jobParamsSchema, type Job, type JobKind, type JobParams } from '../../../src-shared/domain/job.ts'
import type { Agreement, Recorded } from '../../../src-shared/domain/recorder.ts'
import type { Recording } from '../../../src-shared/domain/recording.ts'
import type { TypedLine } from '../../../src-shared/domain/own-line.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { decodeInWorker, isRecording, type AudioStream } from '../audio/index.ts'
import type { JobRunner } from '../jobs/index.ts'
import type { Models } from '../models/index.ts'
import { stagedHead, type TextWorker } from '../pipeline/index.ts'
import type { Clock, Ids } from '../platform/index.ts'
import type { FoundRecording, GrowingRecording, Recordings } from '../recorder/index.ts'
import type { Store } from '../store/index.ts'
import { newNoteKeys } from '../vault/index.ts'

/** Bytes a transcript may have; three hundred hours of talk are less. */
export const MAX_TRANSCRIPT_BYTES = 64 * 1024 * 1024
/** As much of a file as tells what it is. */
const HEAD_BYTES = 64 * 1024

export interface ImportRequest {
  readonly fileName: string
  readonly title?: string | undefined
  /** ISO 8601; where absent the file's own date counts, then `fallbackDate`. */
  readonly date?: string | undefined
  readonly fallbackDate: string
  readonly participants: readonly string[]
  /** Words a recording may hold, for the speech engine. */
  readonly vocabulary?: string | undefined
  /** What the person wrote down during the meeting. */
  readonly own?: readonly TypedLine[] | undefined
  readonly params?: JobParams | undefined
  /** Part of a recording that has been taken in, 0 to 1; null where its length is unknown. */
  readonly onProgress?: ((done: number | null) => void) | undefined
}

export type ImportSource = { readonly path: string } | AsyncIterable<Uint8Array>

export interface Imported {
  readonly noteId: NoteId
  readonly emptyCues: number
  /** The recording ended before it should: what was there is kept. */
  readonly isTruncated: boolean
}

interface Parts {
  readonly store: Store
  readonly vaultPublicKey: Uint8Array
  readonly text: TextWorker
  readonly recordings: Recordings
  readonly models: Pick<Models, 'resolve'>
  readonly speechModel: string | undefined
  readonly runner: JobRunner
  readonly clock: Clock
  readonly ids: Ids
}

/** @throws Failure BAD_USAGE for a template whose own words hold personal data */
export async function refuseNamesIn(params: JobParams | undefined): Promise<void> {
  if (params?.template?.custom === undefined) return
  // Recognisers and their dictionaries otherwise live on the text thread; few people type templates.
  const { refusePersonalData } = await import('../redaction/index.ts')
  refusePersonalData(params.template)
}

/** What a person says of a recording while it is made. */
export interface AboutRecording {
  readonly title?: string | undefined
  readonly participants: readonly string[]
  readonly vocabulary?: string | undefined
  readonly agreement: Agreement
  readonly params?: JobParams | undefined
}

/** Channel 0 of what is recorded here is a microphone; it may hear the loudspeakers, which are channel 1. */
function asMadeHere(asked: JobParams = jobParamsSchema.parse({}), { channels, mode }: Pick<GrowingRecording, 'channels' | 'mode'>): JobParams {
  const params = { ...asked, mode }
  return channels === 1 ? params : { ...params, speech: { language: 'auto', ...params.speech, openMicrophone: true } }
}

export type BringIn = ReturnType<typeof createBringIn>

/** Where files become notes: staged and sealed, in one transaction with the jobs that do the rest. */
export function createBringIn({ store, vaultPublicKey, text, recordings, models, speechModel, runner, clock, ids }: Parts) {
  const newJob = (noteId: NoteId, kind: JobKind, params: JobParams): Job => ({
    id: jobIdSchema.parse(ids.next()),
    noteId,
    kind,
    state: 'queued',
    attempt: 0,
    progress: 0,
    notBefore: clock.now(),
    params,
    error: null,
  })

  const paramsOf = async ({ params }: ImportRequest): Promise<JobParams> => {
    await refuseNamesIn(params)
    return params ?? jobParamsSchema.parse({})
  }

  async function transcript(bytes: Uint8Array<ArrayBuffer>, request: ImportRequest, signal?: AbortSignal): Promise<Imported> {
    const params = await paramsOf(request)
    if (bytes.length > MAX_TRANSCRIPT_BYTES) throw tooLarge(bytes.length)
    const noteId = noteIdSchema.parse(ids.next())
    const { seed, publicKey, sealedSeed, indexKey } = newNoteKeys(vaultPublicKey)
    const { fileName, title, participants, own = [] } = request
    const staged = await text.run(
      (worker) => worker.stage({ bytes, fileName, ...(title === undefined ? {} : { title }), participants: [...participants], own, publicKey, noteId }),
      { signal },
    )
    await store.write.stageNote({
      note: {
        id: noteId,
        createdAt: clock.now(),
        date: request.date ?? staged.date ?? request.fallbackDate,
        format: staged.format,
        language: staged.language,
        durationMs: staged.durationMs,
        segmentCount: staged.segmentCount,
        speakerCount: staged.speakerCount,
      },
      vaultKey: { publicKey, sealedSeed, workSeed: seed, indexKey },
      batch: staged.batch,
      staging: staged.rows,
      recording: null,
      jobs: [newJob(noteId, 'redact', params), newJob(noteId, 'summarize', params)],
    })
    runner.wake()
    return { noteId, emptyCues: staged.emptyCues, isTruncated: false }
  }

  async function stageRecording(
    recording: Recording,
    { date, ...head }: Pick<ImportRequest, 'title' | 'participants' | 'vocabulary' | 'own'> & { date: string },
    params: JobParams,
    recorded: Recorded | null,
  ): Promise<void> {
    const { noteId } = recording
    const { seed, publicKey, sealedSeed, indexKey } = newNoteKeys(vaultPublicKey)
    const { batch, rows } = stagedHead({ noteId, publicKey, batchId: ids.next(), ...head })
    await store.write.stageNote({
      note: {
        id: noteId,
        createdAt: clock.now(),
        date,
        format: 'recording',
        language: null,
        durationMs: Math.round(recording.samples / 16),
        segmentCount: 0,
        speakerCount: 0,
      },
      vaultKey: { publicKey, sealedSeed, workSeed: seed, indexKey },
      batch,
      staging: rows,
      recording,
      recorded: recorded && { ...recorded, params },
      jobs: recorded?.ending === 'under-way' ? [] : hearingJobs(noteId, params),
    })
  }

  /** None for sound that nobody wants words of yet. */
  const hearingJobs = (noteId: NoteId, params: JobParams): Job[] => (params.mode === 'sound-only' ? [] : newHearing(noteId, params))
  const newHearing = (noteId: NoteId, params: JobParams): Job[] =>
    (['transcribe', 'redact', 'summarize'] as const).map((kind) => newJob(noteId, kind, params))

  async function recording(open: () => Promise<AudioStream>, request: ImportRequest, signal?: AbortSignal): Promise<Imported> {
    const params = await paramsOf(request)
    // Whoever has no model is told before an hour of sound is copied.
    await models.resolve({ model: params.speech?.model, fromEnvironment: speechModel, language: params.speech?.language, signal })
    const noteId = noteIdSchema.parse(ids.next())
    const recordingId = recordingIdSchema.parse(ids.next())
    const audio = await open()
    const { wrappedKey, parts, samples } = await recordings.write(recordingId, audio.channels, reported(audio, request.onProgress), signal)
    try {
      const sound = { id: recordingId, noteId, channels: audio.channels, samples, wrappedKey, parts: [...parts], expiresAt: null }
      await stageRecording(sound, { ...request, date: request.date ?? request.fallbackDate }, params, null)
    } catch (thrown) {
      recordings.remove(recordingId)
      throw thrown
    }
    runner.wake()
    return { noteId, emptyCues: 0, isTruncated: audio.isTruncated() }
  }

  return {
    newJob,
    transcript,

    /** Makes the note of a recording that is being made; its sound and its jobs come when it is over. @throws Failure DISK_FULL */
    async begun({ id, key, startedAt, channels, mode, title, participants }: GrowingRecording, about: AboutRecording): Promise<NoteId> {
      await refuseNamesIn(about.params)
      const noteId = noteIdSchema.parse(ids.next())
      const sound = { id, noteId, channels, samples: 0, wrappedKey: recordings.wrapKey(id, key), parts: [], expiresAt: null }
      const head = {
        title: about.title ?? title,
        participants: about.participants.length > 0 ? about.participants : participants,
        vocabulary: about.vocabulary,
        date: new Date(startedAt).toISOString(),
      }
      const recorded: Recorded = { agreement: about.agreement, ending: 'under-way', gaps: [], marks: [] }
      await stageRecording(sound, head, asMadeHere(about.params, { channels, mode }), recorded)
      return noteId
    },

    /**
     * A recording that was made here, or cut off, and whose note is there or not; the caller wakes the runner.
     * @param begun what the store knows of it since it began
     * @throws Failure DISK_FULL
     */
    async found(found: FoundRecording, begun: Recording | undefined): Promise<NoteId> {
      const { id, key, startedAt, channels, mode, title, participants, part, ending, gaps, marks } = found
      const story = { ending, gaps: [...gaps], marks: [...marks] }
      if (begun !== undefined) {
        const { noteId } = begun
        const params = (await store.read.getRecorded({ noteId }))?.params ?? jobParamsSchema.parse({})
        const recording = { id, noteId, samples: part.samples, parts: [part] }
        await store.write.endRecording({ recording, recorded: story, jobs: hearingJobs(noteId, params) })
        return noteId
      }
      const noteId = noteIdSchema.parse(ids.next())
      const minutes = Math.max(1, Math.round(part.samples / 16_000 / 60))
      const name = ending === 'stopped' ? `Recording, ${minutes} min` : `Recording recovered, ${minutes} min`
      const sound = { id, noteId, channels, samples: part.samples, wrappedKey: recordings.wrapKey(id, key), parts: [part], expiresAt: null }
      const head = { title: title ?? name, participants, date: new Date(startedAt).toISOString() }
      await stageRecording(sound, head, asMadeHere(undefined, { channels, mode }), { agreement: 'not-asked', ...story })
      await store.write.appendAudit({ kind: 'recording.adopted', data: { note: noteId, ending, seconds: Math.round(part.samples / 16_000) } })
      return noteId
    },

    /**
     * A transcript or a recording, recognised by its content.
     * @throws Failure as reading a transcript or sound does (exit 2), SPEECH_MODEL_MISSING, DISK_FULL, CANCELLED; nothing is stored then
     */
    async file(source: ImportSource, request: ImportRequest, signal?: AbortSignal): Promise<Imported> {
      if ('path' in source) {
        const head = await headOf(source.path)
        if (isRecording(head)) return recording(() => decodeInWorker(source, { keepTruncated: true, signal }), request, signal)
        return transcript(await wholeOf(source.path), request, signal)
      }
      const { head, whole } = await peek(source)
      if (isRecording(head)) return recording(() => decodeInWorker(whole, { keepTruncated: true, signal }), request, signal)
      return transcript(await collected(whole), request, signal)
    },
  }
}

const tooLarge = (bytes: number): Failure =>
  new Failure('FILE_TOO_LARGE', { limitMb: MAX_TRANSCRIPT_BYTES / 1024 / 1024, sizeMb: Math.ceil(bytes / 1024 / 1024) })

async function* reported(audio: AudioStream, onProgress: ImportRequest['onProgress']): AsyncGenerator<Int16Array[]> {
  let samples = 0
  for await (const block of audio.blocks()) {
    yield block
    samples += block[0]?.length ?? 0
    onProgress?.(audio.durationMs === null ? null : Math.min(1, samples / 16 / audio.durationMs))
  }
}

const unreadable = (cause: unknown): Failure => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  const reason = code === 'ENOENT' ? 'missing' : code === 'EACCES' || code === 'EPERM' ? 'denied' : code === 'EISDIR' ? 'directory' : 'other'
  return new Failure('FILE_UNREADABLE', { reason }, { cause })
}

async function headOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (cause) {
    throw unreadable(cause)
  }
}

async function wholeOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > MAX_TRANSCRIPT_BYTES) throw tooLarge(size)
      return new Uint8Array(await file.readFile())
    } finally {
      await file.close()
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : unreadable(cause)
  }
}

async function peek(stream: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const rest = stream[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  for (let length = 0; length < HEAD_BYTES;) {
    const next = await rest.next()
    if (next.done === true) break
    first.push(next.value)
    length += next.value.length
  }
  return {
    head: Buffer.concat(first),
    whole: (async function* () {
      yield* first
      for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
    })(),
  }
}

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of stream) {
    length += part.length
    if (length > MAX_TRANSCRIPT_BYTES) throw tooLarge(length)
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
