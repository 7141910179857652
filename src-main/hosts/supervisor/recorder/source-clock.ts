import type { Elapsed } from './elapsed.ts'

/** Nobody is late by so much, */
const LATE_MS = 1_000
/** for so long: the source's clock stood still. */
const STOOD_MS = 30_000
/** And if it was for so long, the machine did. */
const SLEPT_MS = 5_000

/**
 * When sound was captured, in the recorder's time. A source says it by a clock of its own, which may stand still while the computer sleeps;
 * how late a busy machine brings the sound says nothing about when it was heard.
 */
export class SourceClock {
  readonly #elapsed: Elapsed
  /** Recorder's time less source's. */
  #base: number | null = null
  #asleep: number
  /** Since when everything has been late, and by how much at least. */
  #late: { readonly since: number; least: number } | null = null

  constructor(elapsed: Elapsed) {
    this.#elapsed = elapsed
    this.#asleep = elapsed.asleep()
  }

  /** Another source follows, with another clock. */
  expectAnew(): void {
    this.#base = null
    this.#late = null
  }

  /**
   * @param capturedMs by the source's clock; undefined: it has none, and its sound is taken to be heard when it comes
   * @param now when it came
   * @returns when it was heard, and whether the computer slept before
   */
  heard(capturedMs: number | undefined, now: number): { readonly at: number; readonly slept: boolean } {
    const more = this.#elapsed.asleep() - this.#asleep
    this.#asleep += more
    if (capturedMs === undefined) return { at: now, slept: more > 0 }
    const late = now - capturedMs
    // As much as it may be; should the source have counted the sleep too, the next line says so.
    if (this.#base !== null) this.#base += more
    this.#base = Math.min(this.#base ?? late, late)
    if (late - this.#base < LATE_MS) this.#late = null
    else this.#late = { since: this.#late?.since ?? now, least: Math.min(this.#late?.least ?? late, late) }
    let stood = 0
    if (this.#late !== null && now - this.#late.since > STOOD_MS) {
      stood = this.#late.least - this.#base
      this.#base = this.#late.least
      this.#late = null
    }
    return { at: capturedMs + this.#base, slept: more > 0 || stood > SLEPT_MS }
  }
}
