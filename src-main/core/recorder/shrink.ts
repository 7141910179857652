import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { partEndSchema } from '../../../src-shared/domain/recording.ts'
import { Failure, isFailure } from '../../../src-shared/errors/failure.ts'
import { failureOf } from '../../../src-shared/errors/wire.ts'
import { writeOpusPart } from './opus-part.ts'
import { readPart, type PartEnd, type PartPlace } from './part-file.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const ENTRY = new URL(`../workers/sound.worker.${extension}`, import.meta.url)

export const shrinkingSchema = z.object({
  from: z.string(),
  to: z.string(),
  place: z.object({ recordingId: z.string(), part: z.number(), channels: z.number(), firstSample: z.number() }),
  key: z.instanceof(Uint8Array),
  end: partEndSchema,
})
const answerSchema = z.union([z.object({ end: partEndSchema }), z.object({ failed: z.object({ code: z.string(), data: z.unknown() }) })])

interface Shrinking {
  /** The part as it was recorded, and where it is to lie as Opus. */
  readonly from: string
  readonly to: string
  readonly place: PartPlace
  readonly key: Uint8Array
  readonly end: PartEnd
}

/** Encodes a part on a thread of its own. @throws Failure CANCELLED, DISK_FULL, STORE_DAMAGED (audio), WORKER_DIED */
export async function shrinkPart(work: Shrinking, signal?: AbortSignal): Promise<PartEnd> {
  if (signal?.aborted === true) throw new Failure('CANCELLED', {})
  const worker = new Worker(ENTRY, { workerData: work, name: 'sotto-sound', argv: [], env: {}, resourceLimits: { maxYoungGenerationSizeMb: 12 } })
  const cancel = (): void => void worker.terminate()
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    const answer = await new Promise<unknown>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', (cause) => reject(new Failure('WORKER_DIED', { worker: 'audio' }, { cause })))
      worker.once('exit', () => reject(signal?.aborted === true ? new Failure('CANCELLED', {}) : new Failure('WORKER_DIED', { worker: 'audio' })))
    })
    const said = answerSchema.parse(answer)
    if ('failed' in said) throw failureOf({ ...said.failed, message: '' })
    return said.end
  } finally {
    signal?.removeEventListener('abort', cancel)
    await worker.terminate()
  }
}

/** The thread's side. @returns what is posted to whoever started it */
export async function shrinkHere({ from, to, place, key, end }: Shrinking): Promise<z.infer<typeof answerSchema>> {
  try {
    return { end: await writeOpusPart(to, place, key, readPart(from, place, key, { end })) }
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown
    return { failed: { code: thrown.code, data: thrown.params } }
  } finally {
    key.fill(0)
  }
}
