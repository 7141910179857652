import { BLOCK } from './echo-filter.ts'

/** What is judged as one: 32 ms, a step of voice detection. */
export const PAIR = 2 * BLOCK
/** What is left of a moment whose echo had four times the energy is what the filter missed of the echo, not a voice. */
const LEAST_LEFT = 0.25
/** Echo goes on for a while after the last of its source: 2 dB less each time. */
const ECHO_DECAY = 0.63
/** Fainter than this is nobody: -60 dBFS. */
const QUIET = PAIR * 10 ** (-60 / 10)
/** Within so many moments of a voice nothing is silenced: 320 ms. A voice with holes in it is understood worse than one with an echo under it. */
const AROUND = 10

interface Moment {
  readonly left: Float32Array
  readonly isEcho: boolean
  readonly isVoice: boolean
}

/** Silences what the filter left of the echo while nobody spoke into the microphone; waits a third of a second to know that. */
export class EchoGate {
  #waiting: Moment[] = []
  /** Whether the last moments that went out held a voice. */
  #voices: boolean[] = []
  /** Energy of the last moments' echo. */
  #echo = 0

  /** Samples that wait. */
  get held(): number {
    return this.#waiting.length * PAIR
  }

  /**
   * @param left the microphone without `echo`, a whole number of moments, and so is `echo`
   * @param isLast nothing follows
   * @returns what may go out
   */
  push(left: Float32Array, echo: Float32Array, isLast: boolean): Float32Array[] {
    for (let at = 0; at < left.length; at += PAIR) {
      const moment = left.slice(at, at + PAIR)
      const power = energy(moment)
      this.#echo = Math.max(this.#echo * ECHO_DECAY, energy(echo.subarray(at, at + PAIR)))
      const isEcho = power < LEAST_LEFT * this.#echo
      this.#waiting.push({ left: moment, isEcho, isVoice: !isEcho && power > QUIET })
    }
    const out: Float32Array[] = []
    for (let first = this.#waiting[0]; first !== undefined && (isLast || this.#waiting.length > AROUND); first = this.#waiting[0]) {
      const isNearVoice = this.#voices.includes(true) || this.#waiting.slice(0, AROUND + 1).some(({ isVoice }) => isVoice)
      out.push(first.isEcho && !isNearVoice ? new Float32Array(PAIR) : first.left)
      this.#waiting.shift()
      this.#voices = [...this.#voices, first.isVoice].slice(-AROUND)
    }
    return out
  }
}

export const energy = (samples: Float32Array): number => samples.reduce((sum, sample) => sum + sample * sample, 0)
