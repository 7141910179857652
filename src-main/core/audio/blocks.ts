import type { PcmChunk } from './pcm.ts'
import { Resampler } from '../../../src-shared/sound/resample.ts'

export const TARGET_RATE = 16_000

/** Sound on its way to one rate and to 16 bits, cut into blocks of one length, a second where nothing is said. State for one recording. */
export class BlockMaker {
  readonly #channels: 1 | 2
  readonly #size: number
  #rate = 0
  #isCutSharp = false
  #resamplers: Resampler[] = []
  readonly #open: Int16Array[]
  #filled = 0

  /** @param channels how many come out: sound of more or fewer is mixed or doubled */
  constructor(channels: 1 | 2, blockSamples = TARGET_RATE) {
    this.#channels = channels
    this.#size = blockSamples
    this.#open = this.#blank()
  }

  /** Blocks completed by this chunk: one Int16Array per channel each. */
  *push(chunk: PcmChunk): Generator<Int16Array[]> {
    const isCutSharp = chunk.isCutSharp === true
    if (chunk.rate !== this.#rate || isCutSharp !== this.#isCutSharp) {
      yield* this.#drain()
      this.#rate = chunk.rate
      this.#isCutSharp = isCutSharp
      this.#resamplers = chunk.rate === TARGET_RATE && !isCutSharp ? [] : this.#open.map(() => new Resampler(chunk.rate, TARGET_RATE))
    }
    const planes = mix(chunk.planes, this.#channels)
    yield* this.#collect(planes.map((plane, channel) => this.#resamplers[channel]?.push(plane) ?? plane))
  }

  /** The rest; the last block may be shorter. */
  *end(): Generator<Int16Array[]> {
    yield* this.#drain()
    if (this.#filled > 0) yield this.#open.map((block) => block.slice(0, this.#filled))
    this.#filled = 0
  }

  *#drain(): Generator<Int16Array[]> {
    if (this.#resamplers.length > 0) yield* this.#collect(this.#resamplers.map((resampler) => resampler.flush()))
    this.#resamplers = []
  }

  *#collect(planes: readonly Float32Array[]): Generator<Int16Array[]> {
    const length = planes[0]?.length ?? 0
    for (let at = 0; at < length; ) {
      const take = Math.min(this.#size - this.#filled, length - at)
      for (const [channel, block] of this.#open.entries()) {
        const plane = planes[channel]
        if (plane === undefined) continue
        for (let i = 0; i < take; i += 1) {
          const sample = Math.round((plane[at + i] ?? 0) * 32_768)
          block[this.#filled + i] = sample > 32_767 ? 32_767 : sample < -32_768 ? -32_768 : sample
        }
      }
      at += take
      this.#filled += take
      if (this.#filled === this.#size) {
        this.#filled = 0
        yield this.#open.map((block) => block.slice())
      }
    }
  }

  #blank(): Int16Array[] {
    return Array.from({ length: this.#channels }, () => new Int16Array(this.#size))
  }
}

/** Two of two stay; more than two are a room, not two speakers, and become their mean. */
function mix(planes: readonly Float32Array[], channels: 1 | 2): readonly Float32Array[] {
  const [first] = planes
  if (first === undefined || planes.length === channels) return planes
  if (planes.length === 1) return [first, first]
  const mean = new Float32Array(first.length)
  for (const plane of planes) for (let i = 0; i < mean.length; i += 1) mean[i] = (mean[i] ?? 0) + (plane[i] ?? 0) / planes.length
  return channels === 1 ? [mean] : [mean, mean]
}
