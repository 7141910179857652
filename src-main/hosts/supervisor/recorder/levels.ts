import type { RecordedSide } from '../../../../src-shared/domain/recorder.ts'

export const SIDES: readonly RecordedSide[] = ['me', 'others']
export const SILENCE_DB = -100

const TENTH = 1_600
/** Fainter than this is nothing at all: no microphone is so quiet. */
const NOTHING_DB = -70
/** Nobody speaks more softly than this into a microphone that works. */
const SPEECH_DB = -45
/** So much above what is always there. */
const ABOVE_FLOOR_DB = 10
/** What is always there may rise by so much in a second: a fan that starts is not speech for long. */
const FLOOR_RISE_DB = 1
const ONE_SIDED_MS = 30_000

interface Side {
  peak: number
  /** The loudest of the last whole tenth of a second. */
  level: number
  floor: number
  nothingMs: number
  spokenMs: number
}

/** What the meters show, who is silent, and since when nobody speaks: counted in the sound's own time. */
export class Levels {
  readonly #sides: Side[]
  #inTenth = 0
  #quietMs = 0

  constructor(channels: number) {
    this.#sides = Array.from({ length: channels }, () => ({ peak: 0, level: SILENCE_DB, floor: 0, nothingMs: 0, spokenMs: 0 }))
  }

  /** In dB of full scale, one a channel. */
  get now(): number[] {
    return this.#sides.map(({ level }) => level)
  }

  /** Nobody has spoken for so long. */
  get quietMs(): number {
    return this.#quietMs
  }

  /** A side that was silent for half a minute in which there was speech on the other. @param muted are silent because somebody wants it */
  silentSide(muted: ReadonlySet<RecordedSide>): RecordedSide | null {
    const [me, others] = this.#sides
    if (me === undefined || others === undefined) return null
    const isSilent = (side: Side, other: Side): boolean => side.nothingMs >= ONE_SIDED_MS && other.spokenMs > 1_000
    if (isSilent(me, others) && !muted.has('me')) return 'me'
    return isSilent(others, me) && !muted.has('others') ? 'others' : null
  }

  /** @param channels of one length */
  hear(channels: readonly Int16Array[]): void {
    const length = channels[0]?.length ?? 0
    for (let at = 0; at < length;) {
      const end = Math.min(length, at + TENTH - this.#inTenth)
      this.#sides.forEach((side, index) => {
        const samples = channels[index]
        if (samples !== undefined) side.peak = Math.max(side.peak, peakOf(samples, at, end))
      })
      this.#inTenth += end - at
      at = end
      if (this.#inTenth === TENTH) this.#closeTenth()
    }
  }

  /** Nothing comes, or nothing of it is wanted. */
  still(): void {
    for (const side of this.#sides) side.level = SILENCE_DB
  }

  #closeTenth(): void {
    this.#inTenth = 0
    let isSpeech = false
    for (const side of this.#sides) {
      side.level = side.peak === 0 ? SILENCE_DB : Math.round(200 * Math.log10(side.peak / 32_768)) / 10
      side.peak = 0
      const speaks = side.level > Math.max(SPEECH_DB, side.floor + ABOVE_FLOOR_DB)
      side.floor = Math.max(SILENCE_DB, Math.min(side.level, side.floor + FLOOR_RISE_DB / 10))
      side.nothingMs = side.level < NOTHING_DB ? side.nothingMs + 100 : 0
      if (speaks) side.spokenMs += 100
      isSpeech ||= speaks
    }
    // What was spoken counts while the other side has been silent.
    const [me, others] = this.#sides
    if (me !== undefined && others !== undefined) {
      if (others.nothingMs === 0) me.spokenMs = 0
      if (me.nothingMs === 0) others.spokenMs = 0
    }
    this.#quietMs = isSpeech ? 0 : this.#quietMs + 100
  }
}

function peakOf(samples: Int16Array, from: number, to: number): number {
  let peak = 0
  for (let at = from; at < to; at++) peak = Math.max(peak, Math.abs(samples[at] ?? 0))
  return peak
}
