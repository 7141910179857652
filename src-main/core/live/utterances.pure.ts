/** Milliseconds a step of voice detection. */
export const STEP_SAMPLES = 512
const SAMPLES_PER_MS = 16
const stepsOf = (ms: number): number => Math.round((ms * SAMPLES_PER_MS) / STEP_SAMPLES)

/** Speech begins above the one and ends below the other (Silero's own defaults). */
const BEGINS = 0.5
const ENDS = 0.35
/** Sound kept before the first and after the last frame with speech in it: consonants are faint. */
const LEAD_STEPS = stepsOf(300)
const TAIL_STEPS = stepsOf(260)
/** So much silence ends an utterance, and so much one whose words are known to end a sentence; a long one ends at shorter pauses. */
const PAUSE_STEPS = stepsOf(510)
const SENTENCE_PAUSE_STEPS = stepsOf(385)
const LONG_STEPS = stepsOf(12_000)
const LONG_PAUSE_STEPS = stepsOf(260)
/** The engine hears 30 seconds at most. */
const LONGEST_STEPS = stepsOf(28_000)
/** What is shorter was a click. */
const SHORTEST_STEPS = 2

/** A stretch of one side's sound with speech in it, to be heard as one. */
export interface Utterance {
  readonly startMs: number
  /** 16 kHz mono. */
  readonly samples: Int16Array
  /** One value a 20 ms frame: 1 where there is speech. */
  readonly speech: Uint8Array
}

export type Heard =
  /** So much silence that the utterance ends unless speech goes on at once: what it will be, if it does end. */
  | { readonly kind: 'pause'; readonly utterance: Utterance }
  | { readonly kind: 'end'; readonly utterance: Utterance }

/**
 * Cuts one side's sound into utterances by how likely each step holds speech. Between them nothing is kept; inside one, all of it.
 */
export class UtteranceCutter {
  #steps: { samples: Int16Array; isSpeech: boolean }[] = []
  #startMs = 0
  #speaking = false
  /** Steps since the last one with speech, and steps with speech. */
  #quiet = 0
  #spoken = 0
  /** What was said before this pause ends a sentence. */
  #isSentence = false

  /** @param atMs the time of the step's first sample, 32 ms after the one before */
  push(samples: Int16Array, probability: number, atMs: number): Heard | null {
    if (this.#steps.length === 0) this.#startMs = atMs
    const isSpeech = probability >= (this.#speaking ? ENDS : BEGINS)
    this.#steps.push({ samples: samples.slice(), isSpeech })
    if (!this.#speaking) {
      if (isSpeech) {
        this.#speaking = true
        this.#spoken = 1
        this.#quiet = 0
      } else this.#forget(Math.max(0, this.#steps.length - LEAD_STEPS))
      return null
    }
    this.#quiet = isSpeech ? 0 : this.#quiet + 1
    if (isSpeech) {
      this.#spoken++
      this.#isSentence = false
    }
    const length = this.#steps.length
    if (this.#isPauseLongEnough()) return this.#end()
    if (length >= LONGEST_STEPS) return this.#endAt(this.#bestCut())
    if (this.#quiet === TAIL_STEPS && this.#isSaid()) return { kind: 'pause', utterance: this.#utterance(length) }
    return null
  }

  /**
   * The words up to the pause were heard, and they end a sentence.
   * @param pause as `push` gave it
   * @returns the utterance, where the silence is long enough for that by now
   */
  sentence(pause: Utterance): Heard | null {
    if (!this.isStill(pause)) return null
    this.#isSentence = true
    return this.#isPauseLongEnough() ? this.#end() : null
  }

  /** Nobody has spoken since this pause. */
  isStill({ startMs, samples }: Utterance): boolean {
    return this.#speaking && this.#startMs === startMs && (this.#steps.length - this.#quiet + TAIL_STEPS) * STEP_SAMPLES === samples.length
  }

  /** Somebody is silent between two words, or after the last one. */
  get isBetweenWords(): boolean {
    return this.#speaking && this.#quiet >= 2
  }

  #isPauseLongEnough(): boolean {
    if (this.#steps.length >= LONG_STEPS) return this.#quiet >= LONG_PAUSE_STEPS
    return this.#quiet >= (this.#isSentence ? SENTENCE_PAUSE_STEPS : PAUSE_STEPS)
  }

  /** The utterance so far; null where nobody speaks. */
  running(): Utterance | null {
    return this.#speaking && this.#isSaid() ? this.#utterance(this.#steps.length) : null
  }

  /** Everything before this has been cut off or is silent. @param nowMs the end of the last step */
  doneMs(nowMs: number): number {
    return this.#steps.length === 0 ? nowMs : this.#startMs
  }

  /** The sound is over, or does not go on from here. */
  flush(): Heard | null {
    const ended = this.#speaking ? this.#end() : null
    this.#forget(this.#steps.length)
    return ended
  }

  #end(): Heard | null {
    const keep = this.#steps.length - Math.max(0, this.#quiet - TAIL_STEPS)
    return this.#endAt(keep)
  }

  #endAt(step: number): Heard | null {
    const utterance = this.#isSaid() ? this.#utterance(step) : null
    this.#isSentence = false
    this.#forget(step)
    this.#spoken = this.#steps.filter(({ isSpeech }) => isSpeech).length
    this.#speaking = this.#spoken > 0
    this.#quiet = this.#speaking ? this.#steps.length - 1 - this.#steps.findLastIndex(({ isSpeech }) => isSpeech) : 0
    if (!this.#speaking) this.#forget(Math.max(0, this.#steps.length - LEAD_STEPS))
    return utterance === null ? null : { kind: 'end', utterance }
  }

  #isSaid(): boolean {
    return this.#spoken >= SHORTEST_STEPS
  }

  /** Where nobody takes a breath for half a minute: the longest pause of the last third, or its end. */
  #bestCut(): number {
    let best = this.#steps.length
    let longest = 0
    let run = 0
    for (let at = Math.floor((this.#steps.length * 2) / 3); at < this.#steps.length; at++) {
      run = this.#steps[at]?.isSpeech === true ? 0 : run + 1
      if (run > longest) {
        longest = run
        best = at + 1 - Math.floor(run / 2)
      }
    }
    return best
  }

  #utterance(steps: number): Utterance {
    const samples = new Int16Array(steps * STEP_SAMPLES)
    const speech = new Uint8Array(Math.ceil(samples.length / 320))
    for (let at = 0; at < steps; at++) {
      const step = this.#steps[at]
      if (step === undefined) break
      samples.set(step.samples, at * STEP_SAMPLES)
      if (step.isSpeech) speech.fill(1, Math.floor((at * STEP_SAMPLES) / 320), Math.ceil(((at + 1) * STEP_SAMPLES) / 320))
    }
    return { startMs: this.#startMs, samples, speech }
  }

  #forget(steps: number): void {
    this.#steps = this.#steps.slice(steps)
    this.#startMs += (steps * STEP_SAMPLES) / SAMPLES_PER_MS
  }
}
