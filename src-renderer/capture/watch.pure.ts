import type { RecordedSide } from '../../src-shared/domain/recorder.ts'

/** Milliseconds a turn. A thread that has none for seconds misses turns, not sound: so what is late is not taken for what has stopped. */
export const TURN_MS = 250
/** Nothing in so many turns, */
const STOPPED_TURNS = 12
/** while so many pieces of 10 ms came from the other side: it has stopped. */
const OTHERS_PIECES = 200

/**
 * Tells when the microphone has stopped sending while the other side goes on, and when it sends again. Alone, and before its first piece, a
 * busy machine looks the same: there the recorder says that no sound comes.
 */
export class Watch {
  #isOpen = false
  #wasHeard = false
  #turns = 0
  #others = 0
  #isStopped = false

  begin(side: RecordedSide): void {
    if (side !== 'me') return
    this.#isOpen = true
    this.#wasHeard = false
    this.#turns = this.#others = 0
  }

  /** Whoever ended it, knows. */
  end(side: RecordedSide): void {
    if (side === 'me') this.#isOpen = false
  }

  /** A piece came. @returns whether the microphone, which had stopped, is back */
  heard(side: RecordedSide): boolean {
    if (side === 'others') {
      this.#others++
      return false
    }
    const isBack = this.#isStopped
    this.#isStopped = false
    this.#wasHeard = true
    this.#turns = this.#others = 0
    return isBack
  }

  /** Time has gone by. @returns whether the microphone has stopped just now */
  turn(): boolean {
    if (!this.#isOpen || this.#isStopped) return false
    this.#turns++
    this.#isStopped = this.#wasHeard && this.#turns >= STOPPED_TURNS && this.#others >= OTHERS_PIECES
    return this.#isStopped
  }
}
