import { setImmediate } from 'node:timers/promises'
import { BLOCK, EchoFilter, MEMORY_BLOCKS } from './echo-filter.ts'

/** The microphone may be up to this much ahead of the recorded far side: the two are not captured by one clock. */
const AHEAD_BLOCKS = 4
/** So much is computed before others on this thread get their turn: some 8 ms. */
const BLOCKS_A_TURN = 16
const FULL_SCALE = 32_768

/**
 * Takes the far side out of the microphone. The filter learns from each stretch first and is then applied to the same stretch, so
 * that the first words of a meeting are already without most of their echo: nobody waits for a live transcript as for a call.
 */
export class EchoCanceller {
  #filter = new EchoFilter()
  #mic: Float32Array = new Float32Array()
  #far: Float32Array = new Float32Array()
  #isFirst = true

  /**
   * @param mic and `far`: the same stretch of both sides
   * @returns the microphone without echo: all but the last moments of what came in, which come with the next
   */
  async push(mic: Int16Array, far: Int16Array): Promise<Int16Array> {
    this.#mic = joined(this.#mic, mic)
    this.#far = joined(this.#far, far)
    return this.#clean()
  }

  /** What is still held back. The sound does not go on from here; what was learnt of the room stays. */
  async flush(): Promise<Int16Array> {
    const left = this.#mic.length
    const blocks = Math.ceil(left / BLOCK)
    this.#mic = joined(this.#mic, new Int16Array(blocks * BLOCK - left))
    this.#far = joined(this.#far, new Int16Array((blocks + AHEAD_BLOCKS) * BLOCK))
    const rest = await this.#clean()
    this.#mic = new Float32Array()
    this.#far = new Float32Array()
    this.#isFirst = true
    return rest.subarray(0, left)
  }

  async #clean(): Promise<Int16Array> {
    const parts: Int16Array[] = []
    if (this.#isFirst && this.#far.length >= AHEAD_BLOCKS * BLOCK) {
      for (let at = 0; at < AHEAD_BLOCKS; at++) this.#filter.hear(this.#far.subarray(at * BLOCK, (at + 1) * BLOCK))
      this.#far = this.#far.slice(AHEAD_BLOCKS * BLOCK)
      this.#isFirst = false
    }
    for (;;) {
      const blocks = this.#isFirst ? 0 : Math.min(MEMORY_BLOCKS, Math.floor(Math.min(this.#mic.length, this.#far.length) / BLOCK))
      if (blocks === 0) return whole(parts)
      parts.push(await this.#stretch(blocks))
      this.#mic = this.#mic.slice(blocks * BLOCK)
      this.#far = this.#far.slice(blocks * BLOCK)
    }
  }

  async #stretch(blocks: number): Promise<Int16Array> {
    const echo = new Float32Array(BLOCK)
    const left = new Float32Array(BLOCK)
    for (let block = 0; block < blocks; block++) {
      if (block % BLOCKS_A_TURN === 0) await setImmediate()
      this.#filter.hear(this.#far.subarray(block * BLOCK, (block + 1) * BLOCK))
      this.#filter.predict(0, echo)
      for (let at = 0; at < BLOCK; at++) left[at] = (this.#mic[block * BLOCK + at] ?? 0) - (echo[at] ?? 0)
      this.#filter.learn(left)
    }
    const clean = new Int16Array(blocks * BLOCK)
    for (let block = 0; block < blocks; block++) {
      if (block % BLOCKS_A_TURN === 0) await setImmediate()
      this.#filter.predict(blocks - 1 - block, echo)
      for (let at = 0; at < BLOCK; at++) {
        const sample = Math.round(((this.#mic[block * BLOCK + at] ?? 0) - (echo[at] ?? 0)) * FULL_SCALE)
        clean[block * BLOCK + at] = Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, sample))
      }
    }
    return clean
  }
}

function joined(before: Float32Array, samples: Int16Array): Float32Array {
  const both = new Float32Array(before.length + samples.length)
  both.set(before)
  for (let at = 0; at < samples.length; at++) both[before.length + at] = (samples[at] ?? 0) / FULL_SCALE
  return both
}

function whole(parts: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
