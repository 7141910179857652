import type { Summary } from '../../../src-shared/domain/summary.ts'
import type { Correction } from '../../../src-shared/domain/correction.ts'
import { summaryIdSchema, transcriptIdSchema, type NoteId } from '../../../src-shared/domain/ids.ts'
import type { Job, JobKind } from '../../../src-shared/domain/job.ts'
import type { OwnLine } from '../../../src-shared/domain/own-line.ts'
import type { Note } from '../../../src-shared/domain/note.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import type { Stage } from '../jobs/index.ts'
import { effectiveSegments } from '../../../src-shared/domain/effective-segments.ts'
import type { Clock } from '../platform/index.ts'
import { OWN_LINES } from '../vault/index.ts'
import { inputDigest, orEmbedded, type SummaryEngine, type SummaryInput, type SummaryProgress } from '../summary/index.ts'
import { lookAgain } from './look-again.ts'
import type { TextWorker } from './text-worker.ts'
import { transcribeStage, type SpeechParts } from './transcribe-stage.ts'
import type { Weights } from './weights.ts'

export interface StageParts extends SpeechParts {
  readonly clock: Clock
  readonly text: TextWorker
  /** An engine that talks to a local model server. */
  readonly ollama: (model: string | undefined) => SummaryEngine
  /** Of the built-in engine. */
  readonly weights: Weights
  /** What the person corrected that holds for a note. @throws Failure VAULT_CLOSED */
  readonly corrections: (noteId: NoteId) => Promise<Correction[]>
  /** Called after names have been stored, so that the directory can link them while the vault is open. */
  readonly onRedacted: () => Promise<void>
}

/** The stages behind the job kinds. Each reads what is stored, and commits its result and the job's end at once. */
export function createStages(parts: StageParts): Record<Exclude<JobKind, 'redact-again'>, Stage> {
  return { transcribe: transcribeStage(parts), redact: redactStage(parts), summarize: summarizeStage(parts) }
}

/** Raw sound goes this long after its first words were committed. */
export const KEEP_SOUND_MS = 7 * 24 * 60 * 60 * 1000

const redactStage =
  ({ store, text, ids, clock, corrections, onRedacted }: StageParts): Stage =>
  async function stage(job, context): Promise<void> {
    const { signal } = context
    const key = await store.read.getVaultKey({ noteId: job.noteId })
    if (key === null || key.workSeed === null || key.indexKey === null) throw new Failure('STORE_DAMAGED', { part: 'staging' })
    const { workSeed: seed, indexKey, publicKey } = key
    const transcriptId = transcriptIdSchema.parse(ids.next())
    const inForce = await corrections(job.noteId)
    const [staging, index, note, recordings, recorded] = await Promise.all([
      store.read.getStaging({ noteId: job.noteId }),
      store.read.getIndex({ noteId: job.noteId }),
      store.read.getNote({ noteId: job.noteId }),
      store.read.listRecordings({ noteId: job.noteId }),
      store.read.getRecorded({ noteId: job.noteId }),
    ])
    const keepMs = recorded?.params.mode === 'text-only' ? 0 : KEEP_SOUND_MS
    if (await text.looksWithModel()) await lookFirst(text, { noteId: job.noteId, staging, seed }, context)
    const result = await text.run(
      (worker) =>
        worker.redact({
          noteId: job.noteId,
          staging,
          seed,
          publicKey,
          indexKey,
          index,
          language: note?.language ?? null,
          previous: note?.segments ?? [],
          transcriptId,
          corrections: inForce,
        }),
      { signal },
    )
    signal.throwIfAborted()
    const wasSaid = result.segments.some((segment) => segment.marks === undefined)
    const { isStale } = await store.write.commitRedaction({
      ...result,
      noteId: job.noteId,
      jobId: job.id,
      transcriptId,
      corrections: inForce.map(({ id }) => id),
      ownBatch: staging.rows.find(({ unit }) => unit === OWN_LINES)?.batchId ?? null,
      soundExpiresAt: recordings.length > 0 && wasSaid ? clock.now() + keepMs : null,
    })
    if (isStale === true) return stage(job, context)
    await onRedacted()
  }

/** A model takes its time: it looks some seconds at a time, so that it can be watched and cancelled. */
async function lookFirst(
  text: TextWorker,
  input: Parameters<Parameters<Parameters<TextWorker['run']>[0]>[0]['look']>[0],
  { signal, onProgress }: Parameters<Stage>[1],
): Promise<void> {
  for (;;) {
    const { done, total } = await text.run((worker) => worker.look(input), { signal })
    if (done >= total) return
    onProgress(done / total)
  }
}

/** What an engine is given of a note: what may never have been said is shown, but nothing is concluded from it. */
export const inputOf = (
  { segments, participants, date }: Pick<Note, 'segments' | 'participants' | 'date'>,
  template: SummaryInput['template'],
  own: readonly OwnLine[] = [],
): SummaryInput => ({
  segments: segments.filter((segment) => segment.marks === undefined),
  participants,
  date,
  ...(template === undefined ? {} : { template }),
  ...(own.length === 0 ? {} : { own }),
})

const summarizeStage =
  ({ store, text, ids, ollama, weights, corrections }: StageParts): Stage =>
  async function stage(job, context): Promise<void> {
    const { signal, onProgress } = context
    const said = await corrections(job.noteId)
    const inForce = said.map(({ id }) => id)
    const note = await store.read.getNote({ noteId: job.noteId })
    if (note === null || note.transcriptId === null) throw new Failure('NOT_FOUND', { what: 'note' })
    const own = await store.read.listOwnLines({ noteId: job.noteId })
    const input = inputOf({ ...note, segments: effectiveSegments(note) }, job.params.template, own)
    const made = await makeSummary(job, input, { signal, onProgress }, { text, ollama, weights })
    const { only } = job.params
    const run = { ...made.run, inputDigest: inputDigest(input) }
    const summary: Summary =
      only === undefined || note.summary === null ? { ...made, run } : { ...note.summary, [only]: made[only], run: { ...run, only } }
    // The built-in engine quotes; a model writes.
    const again = { noteId: job.noteId, language: note.language, summary, corrections: said, signal }
    const looked = run.engine === 'embedded' ? { summary, found: null } : await lookAgain({ store, text }, again)
    signal.throwIfAborted()
    const { isStale } = await store.write.commitSummary({
      noteId: job.noteId,
      jobId: job.id,
      summaryId: summaryIdSchema.parse(ids.next()),
      transcriptId: note.transcriptId,
      ...looked,
      corrections: inForce,
    })
    // Made of words that are hidden by now: they must not be stored.
    if (isStale === true) await stage(job, context)
  }

/** The wanted engine's summary, or the built-in one's with a note of what went wrong: a meeting never stays without notes. */
async function makeSummary(
  job: Job,
  input: SummaryInput,
  { signal, onProgress }: { signal: AbortSignal; onProgress: Parameters<Stage>[1]['onProgress'] },
  { text, ollama, weights }: Pick<StageParts, 'text' | 'ollama' | 'weights'>,
): Promise<Summary> {
  const embedded = async (): Promise<Summary> => {
    const inForce = await weights.inForce()
    await weights.keep(inForce)
    const given = { ...input, segments: [...input.segments], participants: [...input.participants], weights: inForce }
    return text.run((worker) => worker.summarize(given), { signal })
  }
  if (job.params.engine === 'embedded') return embedded()
  const { model } = job.params
  const tell = ({ done, isLoading }: SummaryProgress): void => onProgress(done, isLoading === true ? 'loading-model' : undefined)
  const byModel = (): Promise<Summary> => ollama(model).summarize(input, { signal, onProgress: tell })
  return orEmbedded(byModel, embedded, { model, signal })
}
