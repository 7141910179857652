import { setImmediate } from 'node:timers/promises'
import { BLOCK, EchoFilter, MEMORY_BLOCKS } from './echo-filter.ts'

/** The microphone may be up to this much ahead of the recorded far side: the two are not captured by one clock. */
const AHEAD_BLOCKS = 4
/** As long as less of the far side has been heard than this, as much as can be is learnt from before anything comes out. */
const LEARNING_BLOCKS = 190
/** Until then an echo may be louder than it is taken for: as loud as this share of the far side's energy. */
const LOUDEST_ECHO = 0.125
/** What of the far side teaches something: -50 dBFS. */
const AUDIBLE = 10 ** (-50 / 10)
/** What is left of 32 ms, where their echo had four times the energy, is what the filter missed of the echo, not a voice. */
const LEAST_LEFT = 0.25
const PAIR = 2 * BLOCK
/** Echo goes on for a while after the last of its source: 2 dB less each time. */
const ECHO_DECAY = 0.63
const LATE_ECHO_DECAY = 0.9
/** So much is computed before others on this thread get their turn: some 8 ms. */
const BLOCKS_A_TURN = 16
const FULL_SCALE = 32_768

export interface Cleaned {
  readonly clean: Int16Array
  /** One for every 512 samples: what is left there may still be an echo, since its way is not known well yet. */
  readonly doubtful: readonly boolean[]
}

/**
 * Takes the far side out of the microphone. The filter learns from each stretch first and is then applied to the same stretch, so
 * that the first words of a meeting are already without most of their echo: nobody waits for a live transcript as for a call.
 */
export class EchoCanceller {
  #filter = new EchoFilter()
  #mic: Float32Array = new Float32Array()
  #far: Float32Array = new Float32Array()
  #isFirst = true
  /** Blocks of the far side that were audible. */
  #learnt = 0
  /** Energy of the last blocks' echo. */
  #echo = 0
  /** What an echo of the far side's last moments may have at most, however late it comes. */
  #loudest = 0

  /**
   * @param mic and `far`: the same stretch of both sides
   * @returns all but the last moments of what came in, which come with the next
   */
  async push(mic: Int16Array, far: Int16Array): Promise<Cleaned> {
    this.#mic = joined(this.#mic, mic)
    this.#far = joined(this.#far, far)
    return this.#clean(this.#learnt < LEARNING_BLOCKS ? MEMORY_BLOCKS : 2)
  }

  /** What is still held back. The sound does not go on from here; what was learnt of the room stays. */
  async flush(): Promise<Cleaned> {
    const left = this.#mic.length
    const blocks = 2 * Math.ceil(left / PAIR)
    this.#mic = joined(this.#mic, new Int16Array(blocks * BLOCK - left))
    this.#far = joined(this.#far, new Int16Array((blocks + AHEAD_BLOCKS) * BLOCK))
    const rest = await this.#clean(2)
    this.#mic = new Float32Array()
    this.#far = new Float32Array()
    this.#isFirst = true
    return { ...rest, clean: rest.clean.subarray(0, left) }
  }

  async #clean(fewestBlocks: number): Promise<Cleaned> {
    const parts: Int16Array[] = []
    const doubtful: boolean[] = []
    if (this.#isFirst && this.#far.length >= AHEAD_BLOCKS * BLOCK) {
      for (let at = 0; at < AHEAD_BLOCKS; at++) this.#filter.hear(this.#far.subarray(at * BLOCK, (at + 1) * BLOCK))
      this.#far = this.#far.slice(AHEAD_BLOCKS * BLOCK)
      this.#isFirst = false
    }
    for (;;) {
      const blocks = this.#isFirst ? 0 : Math.min(MEMORY_BLOCKS, 2 * Math.floor(Math.min(this.#mic.length, this.#far.length) / PAIR))
      if (blocks < fewestBlocks) return { clean: whole(parts), doubtful }
      const stretch = await this.#stretch(blocks)
      parts.push(stretch.clean)
      doubtful.push(...stretch.doubtful)
      this.#mic = this.#mic.slice(blocks * BLOCK)
      this.#far = this.#far.slice(blocks * BLOCK)
    }
  }

  async #stretch(blocks: number): Promise<Cleaned> {
    const echo = new Float32Array(BLOCK)
    const left = new Float32Array(BLOCK)
    const wasLearning = this.#learnt < LEARNING_BLOCKS
    for (let block = 0; block < blocks; block++) {
      if (block % BLOCKS_A_TURN === 0) await setImmediate()
      const far = this.#far.subarray(block * BLOCK, (block + 1) * BLOCK)
      if (energy(far) / BLOCK > AUDIBLE) this.#learnt++
      this.#filter.hear(far)
      this.#filter.predict(0, echo)
      for (let at = 0; at < BLOCK; at++) left[at] = (this.#mic[block * BLOCK + at] ?? 0) - (echo[at] ?? 0)
      this.#filter.learn(left)
    }
    const clean = new Float32Array(blocks * BLOCK)
    const echoes = new Float32Array(blocks * BLOCK)
    const doubtful: boolean[] = []
    for (let block = 0; block < blocks; block++) {
      if (block % BLOCKS_A_TURN === 0) await setImmediate()
      this.#filter.predict(blocks - 1 - block, echo)
      const out = clean.subarray(block * BLOCK, (block + 1) * BLOCK)
      for (let at = 0; at < BLOCK; at++) out[at] = (this.#mic[block * BLOCK + at] ?? 0) - (echo[at] ?? 0)
      echoes.set(echo, block * BLOCK)
    }
    for (let at = 0; at < clean.length; at += PAIR) {
      this.#echo = Math.max(this.#echo * ECHO_DECAY, energy(echoes.subarray(at, at + PAIR)))
      this.#loudest = Math.max(this.#loudest * LATE_ECHO_DECAY, LOUDEST_ECHO * energy(this.#far.subarray(at, at + PAIR)))
      const left = clean.subarray(at, at + PAIR)
      doubtful.push(wasLearning && energy(left) < this.#loudest)
      if (energy(left) < LEAST_LEFT * this.#echo) left.fill(0)
    }
    return { clean: pcmOf(clean), doubtful }
  }
}

function joined(before: Float32Array, samples: Int16Array): Float32Array {
  const both = new Float32Array(before.length + samples.length)
  both.set(before)
  for (let at = 0; at < samples.length; at++) both[before.length + at] = (samples[at] ?? 0) / FULL_SCALE
  return both
}

const energy = (samples: Float32Array): number => samples.reduce((sum, sample) => sum + sample * sample, 0)

const pcmOf = (samples: Float32Array): Int16Array =>
  Int16Array.from(samples, (sample) => Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, Math.round(sample * FULL_SCALE))))

function whole(parts: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The microphone's side (channel 0) of a recording without the far side's echo, nor what may be one; its blocks are not those that came in. */
export async function* withoutEcho(blocks: AsyncIterable<readonly Int16Array[]>): AsyncGenerator<Int16Array> {
  const canceller = new EchoCanceller()
  const sure = ({ clean, doubtful }: Cleaned): Int16Array => {
    doubtful.forEach((isDoubtful, at) => isDoubtful && clean.fill(0, at * PAIR, (at + 1) * PAIR))
    return clean
  }
  for await (const [mic, far] of blocks) if (mic !== undefined && far !== undefined) yield sure(await canceller.push(mic, far))
  yield sure(await canceller.flush())
}
