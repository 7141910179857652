import type { Elapsed } from './elapsed.ts'

/** Whoever is late by more than so much, */
const LATE_MS = 5_000
/** evenly, */
const EVEN_MS = 1_000
/** for so long, is not late: its clock stood still. What waits on a busy machine comes in heaps. */
const STOOD_MS = 30_000

/**
 * When sound was captured, in the recorder's time. A source says it by a clock of its own, which may stand still while the computer sleeps;
 * how late a busy machine brings the sound says nothing about when it was heard.
 */
export class SourceClock {
  readonly #elapsed: Elapsed
  /** Recorder's time less source's. */
  #base: number | null = null
  #asleep: number
  /** Since when everything has been late evenly, and by how much. */
  #late: { readonly since: number; readonly least: number; readonly most: number } | null = null

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
    this.#late = late - this.#base < LATE_MS ? null : this.#lateBy(late, now)
    const stood = this.#late !== null && now - this.#late.since > STOOD_MS
    if (stood) {
      this.#base = this.#late?.least ?? late
      this.#late = null
    }
    return { at: capturedMs + this.#base, slept: more > 0 || stood }
  }

  #lateBy(late: number, now: number): { readonly since: number; readonly least: number; readonly most: number } {
    const { since, least, most } = this.#late ?? { since: now, least: late, most: late }
    const evenly = { since, least: Math.min(least, late), most: Math.max(most, late) }
    return evenly.most - evenly.least < EVEN_MS ? evenly : { since: now, least: late, most: late }
  }
}
