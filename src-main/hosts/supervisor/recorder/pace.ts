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
/** What is missing without a stall is told: so much after two windows in which no sound came as soon as before, */
const LOSS_MS = 250
/** and so little after a minute of them. Less than that is never told: it is the way's own unevenness. */
const SMALL_LOSS_MS = 40
const WINDOWS = 6
/** By so much in a window a sound card's own clock may be slow (300 ppm): that is no loss. */
const DRIFT_MS = 3
/** Sound that comes so soon after what was the usual delay is on time: nothing is missing before it. */
const ON_TIME_MS = SMALL_LOSS_MS / 2

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
  /** Time less sound at its smallest, in this window and in those before, newest first. */
  #now = Infinity
  #before: number[] = []
  #windowEnds = -Infinity
  /** What the delay would be had nothing been lost. */
  #anchor = Infinity
  /** Where the last sound was on time. */
  #onTimeMs = 0
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
      this.#stall = { atMs: recordedMs - lengthMs, usual: this.#usual, settles: now + SETTLE_MS, least: late }
    }
    this.#lastAt = now
    if (this.#stall !== null) return this.#settle(this.#stall, now, late)
    const lost = now >= this.#windowEnds ? this.#closeWindow(now) : null
    const lateNow = late - (lost?.ms ?? 0)
    this.#now = Math.min(this.#now, lateNow)
    if (lateNow < this.#anchor + ON_TIME_MS) this.#onTimeMs = recordedMs
    return lost
  }

  /** What is missing as far as is known: it is not waited for any longer. */
  conclude(): Missing | null {
    if (this.#stall === null) return this.#lost(2, SMALL_LOSS_MS)
    const { atMs, usual, least } = this.#stall
    this.#startWindows()
    const ms = Math.round(least - usual)
    return ms > SLACK_MS ? { atMs, ms } : null
  }

  /** How much is missing before sound of so many milliseconds, which is known to follow nothing: its source has begun anew. */
  missingBefore(now: number, recordedMs: number, lengthMs: number): number {
    const usual = this.#stall?.usual ?? this.#usual
    if (usual === Infinity) return 0
    const missing = now - recordedMs - lengthMs - this.#told - usual
    this.#startWindows()
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
  #closeWindow(now: number): Missing | null {
    this.#before = [this.#now, ...this.#before].slice(0, WINDOWS)
    this.#now = Infinity
    this.#windowEnds = now + WINDOW_MS
    const lost = this.#lost(2, LOSS_MS) ?? this.#lost(WINDOWS, SMALL_LOSS_MS)
    const [least = Infinity] = this.#before
    // While it is not certain whether something was lost, nothing of it is put down to the clock.
    if (lost === null) this.#anchor = Math.min(least, least - this.#anchor > SMALL_LOSS_MS ? this.#anchor : this.#anchor + DRIFT_MS)
    else this.#before = this.#before.map((late) => late - lost.ms)
    return lost
  }

  /** What was lost if no sound of so many windows came as soon as it should have, and that was more than so much. */
  #lost(windows: number, moreThanMs: number): Missing | null {
    if (this.#before.length < windows) return null
    const ms = Math.round(this.#least(windows) - this.#anchor)
    return ms > moreThanMs && ms < Infinity ? { atMs: this.#onTimeMs, ms } : null
  }

  get #usual(): number {
    const least = this.#least(2)
    return least < Infinity ? least : this.#anchor
  }

  /** What was seen before a stall says nothing of what is lost after it. */
  #startWindows(): void {
    this.#stall = null
    this.#before = []
    this.#now = Infinity
    this.#windowEnds = (this.#lastAt ?? 0) + WINDOW_MS
  }

  /** The smallest delay of this window and the last ones. */
  #least(windows: number): number {
    return Math.min(this.#now, ...this.#before.slice(0, windows))
  }

  #settle(stall: Stall, now: number, late: number): Missing | null {
    if (late < stall.least - GAIN_MS) {
      stall.least = late
      stall.settles = now + SETTLE_MS
    }
    return now < stall.settles ? null : this.conclude()
  }
}
