import { setImmediate } from 'node:timers/promises'
import { BLOCK, EchoFilter, MEMORY_BLOCKS } from './echo-filter.ts'
import { EchoGate, PAIR, energy } from './echo-gate.ts'

/** The microphone may be up to this much ahead of the recorded far side: the two are not captured by one clock. */
const AHEAD_BLOCKS = 4
/** Before anything comes out, so much of the far side has been heard: three seconds. Nothing is held back for longer than five. */
const LEARNING_BLOCKS = 190
/** Learning begins with all that was heard lately, gone through so often. */
const HISTORY_BLOCKS = 640
const TURNS = 3
/** After so much more of the far side, a filter that knows nothing of the room hears the last six seconds; it takes over where it knows better. */
const WATCH_BLOCKS = 375
const WATCHED_BLOCKS = 375
/** By so much: natural logarithm of energy, mean over blocks. In a room that stayed it is -0.1 to -1.7, in another one +0.8 to +2. */
const BETTER = 0.4
/** Of blocks with so little left nobody can tell anything: -70 dBFS. */
const NOTHING = BLOCK * 10 ** (-70 / 10)
/** What of the far side teaches something: -50 dBFS. */
const AUDIBLE = BLOCK * 10 ** (-50 / 10)
/** Once the room is known: so much at a time. */
const STRETCH_BLOCKS = 64
/** So much is computed before others on this thread get their turn: some 8 ms. */
const BLOCKS_A_TURN = 16
const FULL_SCALE = 32_768

interface Block {
  readonly mic: Float32Array
  readonly far: Float32Array
  /** Energy of what the filter left of it before it had learnt from it. */
  left: number
}

/**
 * Takes the far side out of the microphone. What was said before the room is known waits until it is, and every stretch is learnt from
 * before it is cleaned: nobody waits for a live transcript as for a call.
 */
export class EchoCanceller {
  #filter = new EchoFilter()
  #gate = new EchoGate()
  #mic: Float32Array = new Float32Array()
  #far: Float32Array = new Float32Array()
  #isFirst = true
  /** Audible blocks of the far side so far, and since somebody else listened. */
  #learnt = 0
  #unwatched = 0
  #history: Block[] = []

  /**
   * Learns the room beforehand from sound that will be pushed afterwards, where there is time to. Too little of the far side teaches nothing.
   * @param mic and `far`: the same stretch of both sides
   */
  async study(mic: Int16Array, far: Int16Array): Promise<void> {
    const ahead = AHEAD_BLOCKS * BLOCK
    const both = [joined(new Float32Array(ahead), mic), joined(new Float32Array(), far)] as const
    const heard = blocksOf(...both, Math.floor(far.length / BLOCK))
    const audible = heard.filter((block) => isAudible(block.far)).length
    if (audible < LEARNING_BLOCKS) return
    await this.#learnAnew(heard)
    this.#filter.elsewhere()
    this.#learnt = audible
  }

  /**
   * @param mic and `far`: the same stretch of both sides
   * @returns all but the last moments of what came in, which come with the next
   */
  async push(mic: Int16Array, far: Int16Array): Promise<Int16Array> {
    this.#mic = joined(this.#mic, mic)
    this.#far = joined(this.#far, far)
    return this.#clean(false)
  }

  /** What is still held back. The sound does not go on from here; what was learnt of the room stays. */
  async flush(): Promise<Int16Array> {
    const length = this.#gate.held + this.#mic.length
    const blocks = 2 * Math.ceil(this.#mic.length / PAIR)
    this.#mic = joined(this.#mic, new Int16Array(blocks * BLOCK - this.#mic.length))
    this.#far = joined(this.#far, new Int16Array((blocks + AHEAD_BLOCKS) * BLOCK))
    const rest = await this.#clean(true)
    this.#mic = new Float32Array()
    this.#far = new Float32Array()
    this.#gate = new EchoGate()
    this.#history = []
    this.#isFirst = true
    return rest.subarray(0, length)
  }

  async #clean(isLast: boolean): Promise<Int16Array> {
    if (this.#isFirst && this.#far.length >= AHEAD_BLOCKS * BLOCK) {
      const nothing = new Float32Array(BLOCK)
      for (let at = 0; at < AHEAD_BLOCKS; at++) this.#hear({ mic: nothing, far: this.#far.slice(at * BLOCK, (at + 1) * BLOCK), left: 0 })
      this.#far = this.#far.slice(AHEAD_BLOCKS * BLOCK)
      this.#isFirst = false
    }
    const parts: Float32Array[] = []
    for (let blocks = this.#ready(isLast); blocks > 0; blocks = this.#ready(isLast)) {
      const cleaned = await this.#stretch(blocks)
      this.#mic = this.#mic.slice(blocks * BLOCK)
      this.#far = this.#far.slice(blocks * BLOCK)
      parts.push(...this.#gate.push(cleaned.left, cleaned.echo, false))
    }
    if (isLast) parts.push(...this.#gate.push(new Float32Array(), new Float32Array(), true))
    return pcmOf(parts)
  }

  /** How many blocks may be cleaned now. */
  #ready(isLast: boolean): number {
    const here = this.#isFirst ? 0 : Math.min(MEMORY_BLOCKS, 2 * Math.floor(Math.min(this.#mic.length, this.#far.length) / PAIR))
    if (this.#learnt >= LEARNING_BLOCKS) return Math.min(here, STRETCH_BLOCKS)
    let audible = 0
    for (let block = 0; block < here; block++) if (isAudible(this.#far.subarray(block * BLOCK, (block + 1) * BLOCK))) audible++
    const isEnough = audible === 0 || this.#learnt + audible >= LEARNING_BLOCKS
    return isEnough || isLast || here === MEMORY_BLOCKS ? here : 0
  }

  async #stretch(count: number): Promise<{ left: Float32Array; echo: Float32Array }> {
    const isLearning = this.#learnt < LEARNING_BLOCKS
    const blocks = blocksOf(this.#mic, this.#far, count)
    const audible = blocks.filter(({ far }) => isAudible(far)).length
    this.#learnt += audible
    this.#unwatched += audible
    await inTurns(blocks, (block) => void (block.left = learn(this.#filter, block)))
    this.#history = [...this.#history, ...blocks].slice(-HISTORY_BLOCKS)
    if (isLearning && audible > 0) await this.#learnAnew(this.#history)
    else if (this.#unwatched >= WATCH_BLOCKS) await this.#watch()

    const left = new Float32Array(count * BLOCK)
    const echo = new Float32Array(count * BLOCK)
    await inTurns(blocks, ({ mic }, block) => {
      const own = echo.subarray(block * BLOCK, (block + 1) * BLOCK)
      this.#filter.predict(count - 1 - block, own)
      mic.forEach((sample, at) => (left[block * BLOCK + at] = sample - (own[at] ?? 0)))
    })
    return { left, echo }
  }

  #hear(block: Block): void {
    this.#filter.hear(block.far)
    this.#history.push(block)
  }

  async #learnAnew(heard: readonly Block[]): Promise<void> {
    const filter = new EchoFilter()
    for (let turn = 0; turn < TURNS; turn++) {
      if (turn > 0) filter.again()
      await inTurns(heard, (block) => void learn(filter, block))
    }
    this.#filter = filter
  }

  /** Who takes off headphones or carries the computer away has another echo, and a filter that knew its room well would never notice. */
  async #watch(): Promise<void> {
    this.#unwatched = 0
    const lately = this.#history.slice(-WATCHED_BLOCKS)
    const other = new EchoFilter()
    await inTurns(lately, (block) => void learn(other, block))
    other.again()
    let gain = 0
    let count = 0
    await inTurns(lately, (block, at) => {
      const left = learn(other, block)
      if (at < lately.length / 2 || block.left < NOTHING) return
      gain += Math.log((block.left + NOTHING) / (left + NOTHING))
      count++
    })
    if (gain > BETTER * count) await this.#learnAnew(lately)
  }
}

/** @returns the energy of what was left of a block before it was learnt from */
function learn(filter: EchoFilter, { mic, far }: Block): number {
  const left = new Float32Array(BLOCK)
  filter.hear(far)
  filter.predict(0, left)
  mic.forEach((sample, at) => (left[at] = sample - (left[at] ?? 0)))
  filter.learn(left)
  return energy(left)
}

const blocksOf = (mic: Float32Array, far: Float32Array, count: number): Block[] =>
  Array.from({ length: count }, (_, block) => {
    const [from, to] = [block * BLOCK, (block + 1) * BLOCK]
    return { mic: mic.slice(from, to), far: far.slice(from, to), left: 0 }
  })

/** How many blocks of a far side teach something. */
export function audibleIn(samples: Int16Array): number {
  const far = joined(new Float32Array(), samples)
  let audible = 0
  for (let at = 0; at < far.length; at += BLOCK) if (isAudible(far.subarray(at, at + BLOCK))) audible++
  return audible
}

const isAudible = (far: Float32Array): boolean => energy(far) > AUDIBLE

async function inTurns<T>(items: readonly T[], work: (item: T, at: number) => void): Promise<void> {
  for (const [at, item] of items.entries()) {
    if (at % BLOCKS_A_TURN === 0) await setImmediate()
    work(item, at)
  }
}

function joined(before: Float32Array, samples: Int16Array): Float32Array {
  const both = new Float32Array(before.length + samples.length)
  both.set(before)
  for (let at = 0; at < samples.length; at++) both[before.length + at] = (samples[at] ?? 0) / FULL_SCALE
  return both
}

function pcmOf(parts: readonly Float32Array[]): Int16Array {
  const all = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) for (const sample of part) all[at++] = Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, Math.round(sample * FULL_SCALE)))
  return all
}
