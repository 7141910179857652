/** Nothing for so long: sound has stopped coming. */
export const STALL_MS = 1_000
/** What had piled up on the way comes faster than it is spoken; the heap is over when nothing has for so long. A busy machine is slow. */
const SETTLE_MS = 10_000
/** Faster than that. */
const GAIN_MS = 5
/** Less than this is the way's own unevenness. */
const SLACK_MS = 200
/** How far back the usual delay is looked for. */
const WINDOW_MS = 10_000
/** What is missing little by little, on a machine with too much to do, is told from here on. */
const LOSS_MS = 250
/** By so much in a window a sound card's own clock may be slow: that is no loss. */
const DRIFT_MS = 5

/** Time that went by without sound. */
export interface Missing {
  /** Where in the recording. */
  readonly atMs: number
  readonly ms: number
}

interface Stall {
  readonly atMs: number
  /** Time less sound before it. */
  readonly usual: number
  settles: number
  least: number
}

/**
 * Compares how much sound there is with how much time has gone by. Sound that comes late, in a heap, is not missing; sound that did
 * not come for more than a second and is not in the heap after it is.
 */
export class Pace {
  /** Time less sound at its smallest, in this window and in the one before. */
  #now = Infinity
  #before = Infinity
  #windowEnds = -Infinity
  /** What the delay would be had nothing been lost. */
  #anchor = Infinity
  #windowAtMs = 0
  #lastAt: number | null = null
  #stall: Stall | null = null
  /** Time that is accounted for and is no sound: gaps. */
  #told = 0

  /** Whether sound came once and has stopped coming. */
  isStalled(now: number): boolean {
    return this.#lastAt !== null && now - this.#lastAt > STALL_MS
  }

  /** Whether it is not yet certain how much was missing. */
  get isSettling(): boolean {
    return this.#stall !== null
  }

  /** Time since the last sound. */
  silence(now: number): number {
    return this.#lastAt === null ? 0 : now - this.#lastAt
  }

  /**
   * Sound has come.
   * @param recordedMs how much there is, this included
   * @returns what was missing, once that is certain
   */
  heard(now: number, recordedMs: number, lengthMs: number): Missing | null {
    const late = now - recordedMs - this.#told
    if (this.isStalled(now) && this.#stall === null) {
      this.#stall = { atMs: recordedMs - lengthMs, usual: Math.min(this.#now, this.#before), settles: now + SETTLE_MS, least: late }
    }
    this.#lastAt = now
    if (this.#stall !== null) return this.#settle(this.#stall, now, late)
    const lost = now >= this.#windowEnds ? this.#closeWindow(now, recordedMs) : null
    this.#now = Math.min(this.#now, late - (lost?.ms ?? 0))
    return lost
  }

  /** What is missing as far as is known: it is not waited for any longer. */
  conclude(): Missing | null {
    if (this.#stall === null) return null
    const { atMs, usual, least } = this.#stall
    this.#stall = null
    const ms = Math.round(least - usual)
    return ms > SLACK_MS ? { atMs, ms } : null
  }

  /** How much is missing before sound of so many milliseconds, which is known to follow nothing: its source has begun anew. */
  missingBefore(now: number, recordedMs: number, lengthMs: number): number {
    const usual = this.#stall?.usual ?? Math.min(this.#now, this.#before)
    if (usual === Infinity) return 0
    const missing = now - recordedMs - lengthMs - this.#told - usual
    this.#stall = null
    this.#lastAt = now
    return missing > SLACK_MS ? Math.round(missing) : 0
  }

  /** Time was accounted for: the recording says so, or nobody wanted it recorded. */
  tell(ms: number): void {
    this.#told += ms
  }

  /** Recording goes on after a pause: nothing was expected meanwhile. */
  resume(now: number): void {
    if (this.#lastAt !== null) this.#lastAt = now
  }

  /** @returns what was lost without a stall */
  #closeWindow(now: number, recordedMs: number): Missing | null {
    const least = this.#now
    const atMs = this.#windowAtMs
    // Two windows long: what is only on its way for longer than usual comes in the end.
    const slow = Math.min(least, this.#before) - this.#anchor
    const ms = slow > LOSS_MS && slow < Infinity ? Math.round(slow) : 0
    if (ms === 0) this.#anchor = Math.min(least, this.#anchor + DRIFT_MS)
    this.#before = least - ms
    this.#now = Infinity
    this.#windowEnds = now + WINDOW_MS
    this.#windowAtMs = recordedMs
    return ms === 0 ? null : { atMs, ms }
  }

  #settle(stall: Stall, now: number, late: number): Missing | null {
    if (late < stall.least - GAIN_MS) {
      stall.least = late
      stall.settles = now + SETTLE_MS
    }
    return now < stall.settles ? null : this.conclude()
  }
}
