import type { Utterance } from './utterances.pure.ts'

const SAMPLES_PER_MS = 16
/** The engine hears 30 s at a time, and takes as long for less. */
const LONGEST_MS = 29_000
const FRAME_SAMPLES = 320

export interface Waiting {
  readonly channel: number
  readonly utterance: Utterance
}

export const endMs = ({ startMs, samples }: Utterance): number => startMs + samples.length / SAMPLES_PER_MS

/**
 * Utterances that are over and wait for the engine, oldest first. Hearing several costs hardly more than hearing one: whoever is
 * behind is given as many of one side as the engine hears at a time, with the silence that was between them.
 */
export class Backlog {
  #waiting: Waiting[] = []

  add(waiting: Waiting): void {
    this.#waiting.push(waiting)
  }

  /** The oldest, with those of its side that fit. */
  take(): Waiting | null {
    const [first] = this.#waiting
    if (first === undefined) return null
    const together: Utterance[] = []
    const left: Waiting[] = []
    let isFull = false
    for (const waiting of this.#waiting) {
      const fits = waiting.channel === first.channel && endMs(waiting.utterance) - first.utterance.startMs <= LONGEST_MS
      if (waiting.channel === first.channel && !fits) isFull = true
      if (waiting === first || (fits && !isFull)) together.push(waiting.utterance)
      else left.push(waiting)
    }
    this.#waiting = left
    return { channel: first.channel, utterance: joined(together) }
  }

  /** When the oldest of a side began; null where none waits. */
  startMs(channel: number): number | null {
    return this.#waiting.find((waiting) => waiting.channel === channel)?.utterance.startMs ?? null
  }

  /** When the oldest was over; null where none waits. */
  oldestEndMs(): number | null {
    const [first] = this.#waiting
    return first === undefined ? null : endMs(first.utterance)
  }

  /** Sound waiting, in milliseconds. */
  get lengthMs(): number {
    return this.#waiting.reduce((sum, { utterance }) => sum + utterance.samples.length / SAMPLES_PER_MS, 0)
  }
}

function joined(utterances: readonly Utterance[]): Utterance {
  const [first] = utterances
  const last = utterances.at(-1)
  if (first === undefined || last === undefined) throw new Error('nothing to join')
  if (first === last) return first
  const samples = new Int16Array(Math.round((endMs(last) - first.startMs) * SAMPLES_PER_MS))
  const speech = new Uint8Array(Math.ceil(samples.length / FRAME_SAMPLES))
  for (const utterance of utterances) {
    const from = Math.round((utterance.startMs - first.startMs) * SAMPLES_PER_MS)
    samples.set(utterance.samples, from)
    const frame = Math.round(from / FRAME_SAMPLES)
    speech.set(utterance.speech.subarray(0, speech.length - frame), frame)
  }
  return { startMs: first.startMs, samples, speech }
}
