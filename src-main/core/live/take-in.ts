import { Failure } from '../../../src-shared/errors/failure.ts'
import { EchoCanceller } from './echo-canceller.ts'
import type { Side } from './side.ts'
import type { Heard } from './utterances.pure.ts'

/** A stretch of a recording as it comes: 16 kHz, one array a channel, all of one length. */
export interface LiveBlock {
  /** Counted from the recording's start; more than the last block's end where something is missing. */
  readonly firstSample: number
  readonly channels: readonly Int16Array[]
}

export interface TakenIn {
  readonly channel: number
  readonly heard: Heard | null
  /** Up to where the sound has come in. */
  readonly atMs: number
}

/** So much at a time, so that nothing else on this thread waits. */
const STRETCH_SAMPLES = 8000

/** Feeds what comes in to its sides, the microphone without the far side's echo. What came twice is taken once. */
export async function* takeIn(
  blocks: AsyncIterable<LiveBlock>,
  { channels, sides, orCancelled }: { channels: number; sides: readonly Side[]; orCancelled: <T>(work: Promise<T>) => Promise<T> },
): AsyncGenerator<TakenIn, { samples: number; missing: number }> {
  const canceller = channels === 2 ? new EchoCanceller() : null
  let next = 0
  let samples = 0
  let missing = 0
  const source = blocks[Symbol.asyncIterator]()

  const feed = async function* (stretch: readonly Int16Array[]): AsyncGenerator<TakenIn> {
    const [mic, far] = stretch
    if (mic === undefined) throw new Failure('STORE_DAMAGED', { part: 'audio' })
    const clean = canceller === null || far === undefined ? mic : await canceller.push(mic, far)
    for (const side of sides) {
      const sound = side.channel === 0 ? clean : stretch[side.channel]
      if (sound === undefined) throw new Failure('STORE_DAMAGED', { part: 'audio' })
      for await (const heard of side.push(sound)) yield { channel: side.channel, heard, atMs: next / 16 }
    }
    yield { channel: 0, heard: null, atMs: next / 16 }
  }
  const jump = async function* (sample: number): AsyncGenerator<TakenIn> {
    const [mic] = sides
    if (canceller !== null && mic !== undefined) {
      for await (const heard of mic.push(await canceller.flush())) yield { channel: 0, heard, atMs: next / 16 }
    }
    for (const side of sides) for await (const heard of side.jump(sample)) yield { channel: side.channel, heard, atMs: next / 16 }
  }

  try {
    for (;;) {
      const step = await orCancelled(source.next())
      if (step.done === true) break
      const block = step.value
      const length = block.channels[0]?.length ?? 0
      if (block.firstSample > next) {
        if (samples > 0) missing += block.firstSample - next
        yield* jump(block.firstSample)
        next = block.firstSample
      }
      for (let at = Math.max(0, next - block.firstSample); at < length; at += STRETCH_SAMPLES) {
        const stretch = block.channels.map((channel) => channel.subarray(at, Math.min(length, at + STRETCH_SAMPLES)))
        samples += stretch[0]?.length ?? 0
        next += stretch[0]?.length ?? 0
        yield* feed(stretch)
      }
    }
    yield* jump(next)
    return { samples, missing }
  } finally {
    await orCancelled(Promise.resolve(source.return?.())).catch(() => undefined)
  }
}
