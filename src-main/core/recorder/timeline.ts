/** Sound as it comes from its source: 16 kHz, one array a channel, all of one length. */
export interface SoundBlock {
  /** Counted by the source from its start; more than the last block's end where something is missing. 0: it has begun anew. */
  readonly firstSample: number
  readonly channels: readonly Int16Array[]
}

/** A source that jumps further counts anew: that is no silence to write. */
const LONGEST_SILENCE = 600 * 16_000

export const silenceOf = (samples: number): Int16Array => new Int16Array(samples)

/** Puts what comes into one line of samples: what is missing becomes silence, what came twice is taken once. */
export class Timeline {
  readonly #pending: Int16Array[][]
  #expected = 0
  #queued = 0
  #end = 0
  #unwritten = 0

  constructor(channels: number) {
    this.#pending = Array.from({ length: channels }, () => [])
  }

  /** Up to where the recording reaches. */
  get endMs(): number {
    return Math.floor(this.#end / 16)
  }

  /** Samples that are not on the disk yet. */
  get waiting(): number {
    return this.#unwritten
  }

  written(samples: number): void {
    this.#unwritten -= samples
  }

  /** @returns how many samples were missing before it */
  add({ firstSample, channels }: SoundBlock): number {
    const length = channels[0]?.length ?? 0
    if (channels.length !== this.#pending.length || channels.some((samples) => samples.length !== length)) throw new Error('not a block of this recording')
    const jump = firstSample - this.#expected
    const isAnew = firstSample === 0 || Math.abs(jump) > LONGEST_SILENCE
    const lost = isAnew ? 0 : Math.max(0, jump)
    if (lost > 0) this.#put(this.#pending.map(() => silenceOf(lost)))
    const twice = isAnew ? 0 : Math.min(Math.max(0, -jump), length)
    // Whoever sends keeps its memory; what waits here is a copy.
    this.#put(channels.map((samples) => samples.slice(twice)))
    this.#expected = isAnew ? firstSample + length : Math.max(this.#expected, firstSample + length)
    return lost
  }

  /** Exactly so many samples, or null while there are fewer. */
  take(samples: number): Int16Array[] | null {
    if (this.#queued < samples) return null
    this.#queued -= samples
    return this.#pending.map((pieces) => takeFrom(pieces, samples))
  }

  takeRest(): Int16Array[] | null {
    return this.#queued === 0 ? null : this.take(this.#queued)
  }

  #put(channels: readonly Int16Array[]): void {
    const length = channels[0]?.length ?? 0
    if (length === 0) return
    channels.forEach((samples, channel) => this.#pending[channel]?.push(samples))
    this.#queued += length
    this.#end += length
    this.#unwritten += length
  }
}

function takeFrom(pieces: Int16Array[], samples: number): Int16Array {
  const whole = new Int16Array(samples)
  for (let at = 0; at < samples;) {
    const [first] = pieces
    if (first === undefined) throw new Error('fewer samples than were counted')
    const few = first.subarray(0, samples - at)
    whole.set(few, at)
    at += few.length
    if (few.length === first.length) pieces.shift()
    else pieces[0] = first.subarray(few.length)
  }
  return whole
}
