import { implement, ORPCError } from '@orpc/server'
import { textWorkerContract } from '../../../src-shared/contract/text-worker.ts'
import type { OptionalType } from '../../../src-shared/domain/pii.ts'
import { segmentIdSchema } from '../../../src-shared/domain/ids.ts'
import { rawText } from '../../../src-shared/domain/raw-text/make.ts'
import { isFailure } from '../../../src-shared/errors/failure.ts'
import { readTranscript } from '../importers/index.ts'
import { redactTail } from '../live/index.ts'
import { createLooking, textsToScan } from '../redaction/index.ts'
import type { Ids } from '../platform/index.ts'
import { createEmbeddedEngine } from '../summary/embedded/index.ts'
import { refitShipped } from '../summary/refit/index.ts'
import { answer } from '../summary/answer/index.ts'
import { openStaging, sealStaging, startBatch } from '../vault/index.ts'
import { correctStored } from './correct-note.ts'
import { findAgain } from './find-again.ts'
import { scanStored } from './look-again.ts'
import { redactStaged, redactTyped, toRedact } from './redact-stage.ts'

/** One call's worth of looking with a model: short enough to show progress by, and to be cancelled between. */
const LOOK_MS = 3_000

/** What the text worker does for each call of its contract. */
export function serveText({ ids, now }: { ids: Ids; now: () => number }) {
  const os = implement(textWorkerContract)
  const looking = createLooking(now)
  let alsoTypes: readonly OptionalType[] = []

  return {
    stage: os.stage.handler(({ input }) =>
      crossing(async () => {
        const transcript = await readTranscript(input.bytes, input.fileName === undefined ? {} : { fileName: input.fileName })
        const sealer = startBatch(input.noteId, input.publicKey, ids.next())
        const title = input.title === undefined ? transcript.title : rawText(input.title)
        const rows = sealStaging(
          {
            ...(title === undefined ? {} : { title }),
            participants: [...input.participants.map(rawText), ...transcript.speakers, ...transcript.attendees],
            cues: transcript.cues,
            own: input.own,
          },
          sealer,
        )
        const ends = transcript.cues.map((cue) => cue.endMs ?? cue.startMs ?? 0)
        const durationMs = ends.reduce((latest, end) => Math.max(latest, end), 0)
        return {
          batch: sealer.batch,
          rows,
          format: transcript.format,
          segmentCount: transcript.cues.length,
          speakerCount: transcript.speakers.length,
          durationMs: durationMs > 0 ? Math.round(durationMs) : null,
          date: transcript.date ?? null,
          language: transcript.language ?? null,
          emptyCues: transcript.emptyCues,
        }
      }),
    ),

    redact: os.redact.handler(({ input }) =>
      crossing(async () => {
        const meeting = openStaging(input.noteId, input.seed, input.staging.batches, input.staging.rows)
        // Sealed to the public key that follows from the same seed the staging was opened with.
        const sealer = startBatch(input.noteId, input.publicKey, ids.next())
        const { found } = await looking.look(textsToScan(toRedact(meeting)))
        looking.forget()
        return redactStaged(meeting, { ...input, sealer, nextSegmentId: () => segmentIdSchema.parse(ids.next()), foundByModel: found, alsoTypes })
      }),
    ),

    lookWith: os.lookWith.handler(({ input }) =>
      crossing(async () => {
        alsoTypes = input.alsoTypes
        await looking.use(input.model)
        return {}
      }),
    ),

    look: os.look.handler(({ input }) =>
      crossing(async () => {
        const meeting = openStaging(input.noteId, input.seed, input.staging.batches, input.staging.rows)
        const { done, total } = await looking.look(textsToScan(toRedact(meeting)), LOOK_MS)
        return { done, total }
      }),
    ),

    redactEdit: os.redactEdit.handler(({ input }) => crossing(() => redactTyped(input, ids.next(), { looking, alsoTypes }))),

    correct: os.correct.handler(({ input }) => crossing(() => correctStored(input, ids.next()))),

    findAgain: os.findAgain.handler(({ input }) => crossing(() => findAgain(input, looking, { limitMs: LOOK_MS, alsoTypes }))),

    scanMade: os.scanMade.handler(({ input }) => crossing(() => scanStored({ ...input, alsoTypes }, ids.next()))),

    redactTail: os.redactTail.handler(({ input }) => crossing(() => redactTail({ ...input, alsoTypes }, looking))),

    answer: os.answer.handler(({ input: { asked, sources, from, most } }) => crossing(() => answer(asked, sources, { from, most }))),

    summarize: os.summarize.handler(({ input: { weights, ...input }, signal }) =>
      crossing(() => createEmbeddedEngine({ now, weights }).summarize(input, { signal: signal ?? new AbortController().signal })),
    ),

    refit: os.refit.handler(({ input }) => crossing(() => refitShipped(input.meetings))),
  }
}

async function crossing<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    if (isFailure(thrown)) throw new ORPCError(thrown.code, { data: thrown.params, message: thrown.message })
    throw thrown
  }
}
