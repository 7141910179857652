/** 100 ms: what is shorter may be a digital silence in a voice. */
const LEAST = 1_600

/** Silence in samples of the recording. */
export interface Silence {
  readonly from: number
  readonly to: number
}

/**
 * A microphone that sends nothing while the other side goes on is written as silence. Nothing but zeros comes from its last sound to its
 * next one, so the gap is known to the sample once somebody says that it has stopped.
 */
export class Stoppage {
  #silentFrom = 0
  #end = 0
  #isStopped = false
  /** It has stopped, or had, and has not been heard since. */
  #isTold = false

  /** Where its sound is captured it is known to have stopped, or to be back; in order with the sound. */
  tell(isStopped: boolean): void {
    this.#isStopped = isStopped
    this.#isTold ||= isStopped
  }

  /** @returns what was silent, once there is sound again */
  hear(first: number, samples: Int16Array): Silence | null {
    this.#end = first + samples.length
    const sound = samples.findIndex((sample) => sample !== 0)
    if (sound === -1) return null
    const silence = { from: this.#silentFrom, to: first + sound }
    this.#silentFrom = first + samples.findLastIndex((sample) => sample !== 0) + 1
    const told = this.#told(silence)
    this.#isTold = this.#isStopped
    return told
  }

  /** @returns what has been silent to the end */
  end(): Silence | null {
    return this.#told({ from: this.#silentFrom, to: this.#end })
  }

  #told(silence: Silence): Silence | null {
    return this.#isTold && silence.to - silence.from >= LEAST ? silence : null
  }
}
