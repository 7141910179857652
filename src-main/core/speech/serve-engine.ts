import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import { implement } from '@orpc/server'
import { z } from 'zod'
import { speechContract, type Heard } from '../../../src-shared/contract/speech.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'

/** What of the addon is used (@fugood/whisper.node 1.1.1, lib/binding.ts). */
interface WhisperContext {
  transcribeData(pcm: ArrayBuffer, options: Record<string, unknown>): { promise: Promise<unknown> }
}
type Addon = { WhisperContext: new (options: { filePath: string; useGpu: boolean; useFlashAttn: boolean }) => WhisperContext }

const answerSchema = z.object({ language: z.string(), segments: z.array(z.object({ text: z.string(), t0: z.number(), t1: z.number() })) })

/** A token that ends inside a character comes out as this; see `tokens` below. */
const TORN = '\uFFFD'

/** How long the process may sit without using its processors before a call counts as lost. */
const IDLE_TICK_MS = 2000
const IDLE_TICKS = 5
const IDLE_CPU_MICROSECONDS = 20_000

/**
 * The router of a speech process.
 *
 * Decoding is at temperature 0 without whisper.cpp's fallback to higher ones: its random numbers go on from call to call,
 * so a process that was restarted would hear a difficult window differently. Loops are dealt with by the parent.
 * Live callbacks are not used: the addon reads whisper's results from another thread while they are written.
 */
export function serveEngine(audio: Readable) {
  const os = implement(speechContract)
  let context: WhisperContext | null = null
  return os.router({
    load: os.load.handler(({ input }) => {
      try {
        const addon = createRequire(import.meta.url)(input.addon) as Addon // native code; its own TypeScript sources declare the above
        context = new addon.WhisperContext({ filePath: input.model, useGpu: input.gpu, useFlashAttn: true })
      } catch (thrown) {
        throw new Error('the addon or the model did not load', { cause: thrown })
      }
      return {}
    }),
    hear: os.hear.handler(async ({ input }): Promise<Heard> => {
      if (context === null) throw new Error('hear before load')
      const engine = context
      const pcm = await take(audio, input.samples * 2)
      const listen = async (tokens: boolean): Promise<z.infer<typeof answerSchema>> => {
        const { promise } = engine.transcribeData(pcm, {
          language: input.language,
          temperature: 0,
          temperatureInc: 0,
          maxThreads: input.threads,
          ...(input.prompt === '' ? {} : { prompt: input.prompt }),
          ...(tokens ? { tokenTimestamps: true, maxLen: 1 } : {}),
        })
        return answerSchema.parse(await orIdle(promise))
      }
      const answer = await listen(input.tokens)
      // Tokens are bytes: one that ends inside a character loses it. Then only whole spans are right.
      const torn = input.tokens && answer.segments.some(({ text }) => text.includes(TORN))
      const { language, segments } = torn ? await listen(false) : answer
      return { language, tokens: input.tokens && !torn, spans: segments }
    }),
  })
}

/** Exactly `size` bytes of a stream. */
async function take(stream: Readable, size: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let filled = 0
  while (filled < size) {
    const chunk: unknown = stream.read(Math.min(size - filled, Math.max(stream.readableLength, 1)))
    if (chunk instanceof Uint8Array) {
      bytes.set(chunk, filled)
      filled += chunk.length
    } else {
      if (stream.readableEnded || stream.destroyed) throw new Error('the audio ended early')
      await new Promise((resolve) => stream.once('readable', resolve))
    }
  }
  return bytes.buffer
}

/** The addon's promise never settles after an error (its wrapper drops the callback), so a process that does nothing has failed. */
async function orIdle<T>(work: Promise<T>): Promise<T> {
  let idle = 0
  let last = process.cpuUsage()
  const { promise: gaveUp, reject } = Promise.withResolvers<never>()
  const timer = setInterval(() => {
    const used = process.cpuUsage(last)
    last = process.cpuUsage()
    idle = used.user + used.system < IDLE_CPU_MICROSECONDS ? idle + 1 : 0
    if (idle >= IDLE_TICKS) reject(new Failure('WORKER_DIED', { worker: 'speech' }))
  }, IDLE_TICK_MS)
  try {
    return await Promise.race([work, gaveUp])
  } finally {
    clearInterval(timer)
  }
}
