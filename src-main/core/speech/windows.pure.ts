import { FRAME_MS, FRAME_SAMPLES, frameLevel, speechFrames } from './loudness.pure.ts'

/** Whisper hears 30 seconds at a time; anything shorter costs as much. */
const WINDOW_FRAMES = 1500
/** Silence kept before and after the words. Whisper cannot place a first word later than 1.0 s into a window. */
const LEAD_FRAMES = 15
/** Leading silence is dropped in steps of at least this, so that nothing is moved about for a frame. */
const SHORTEST_DROP_FRAMES = 25
/** Where a window may end: not in its first half, and best in the last third. */
const EARLIEST_CUT_FRAME = 750
const EARLIEST_FORCED_CUT_FRAME = 1000
/** A pause (as `speechFrames` leaves it, which has eaten 120 ms of it) worth cutting at, and one good enough. */
const SHORTEST_GAP_FRAMES = 5
const GOOD_GAP_FRAMES = 15
/** A good pause is worth cutting 15 % of a window earlier than a poor one. */
const GAP_WEIGHT = 0.15

/** A stretch of audio to hear as one, at most 30 s, cut in a pause. */
export interface Window {
  readonly startMs: number
  /** 16 kHz mono. */
  readonly samples: Int16Array
  /** One value a 20 ms frame: 1 where there is speech. */
  readonly speech: Uint8Array
  /** Everything before this time is in this window, in one before it, or silent. */
  readonly nextMs: number
}

/**
 * Cuts a stream of PCM into windows that do not overlap: as long as Whisper can hear, ending in a pause, silence left out.
 * The windows depend on the samples alone, not on the blocks they came in; cutting again from any window's `nextMs` gives
 * the windows that followed it. Memory: one window.
 */
export class WindowCutter {
  readonly #buffer = new Int16Array(WINDOW_FRAMES * FRAME_SAMPLES)
  readonly #levels = new Float32Array(WINDOW_FRAMES)
  #filled = 0
  #measured = 0
  #startMs: number

  /** @param startMs the time of the first sample */
  constructor(startMs = 0) {
    this.#startMs = startMs
  }

  /** Takes the next samples; gives the windows they complete. */
  *push(block: Int16Array): Generator<Window> {
    let taken = 0
    while (taken < block.length) {
      const part = block.subarray(taken, taken + this.#buffer.length - this.#filled)
      this.#buffer.set(part, this.#filled)
      this.#filled += part.length
      taken += part.length
      if (this.#filled === this.#buffer.length) yield* this.#cut(false)
    }
  }

  /** The sound is over; gives the last window, if words are in it. */
  *end(): Generator<Window> {
    const whole = Math.ceil(this.#filled / FRAME_SAMPLES) * FRAME_SAMPLES
    this.#buffer.fill(0, this.#filled, whole)
    this.#filled = whole
    while (this.#filled > 0) yield* this.#cut(true)
  }

  *#cut(last: boolean): Generator<Window> {
    const speech = speechFrames(this.#measure())
    const onset = speech.indexOf(1)
    if (onset === -1) {
      this.#drop(last ? speech.length : speech.length - SHORTEST_DROP_FRAMES)
      return
    }
    if (onset - LEAD_FRAMES >= SHORTEST_DROP_FRAMES) {
      this.#drop(onset - LEAD_FRAMES)
      return
    }
    const end = last ? Math.min(speech.length, speech.lastIndexOf(1) + 1 + LEAD_FRAMES) : cutFrame(speech, this.#levels)
    const samples = this.#buffer.slice(0, end * FRAME_SAMPLES)
    const startMs = this.#startMs
    this.#drop(last ? speech.length : end)
    yield { startMs, samples, speech: speech.slice(0, end), nextMs: this.#startMs }
  }

  /** Levels of the whole frames held. */
  #measure(): Float32Array {
    const frames = Math.floor(this.#filled / FRAME_SAMPLES)
    for (; this.#measured < frames; this.#measured++) this.#levels[this.#measured] = frameLevel(this.#buffer, this.#measured * FRAME_SAMPLES)
    return this.#levels.subarray(0, frames)
  }

  #drop(frames: number): void {
    this.#buffer.copyWithin(0, frames * FRAME_SAMPLES, this.#filled)
    this.#levels.copyWithin(0, frames, this.#measured)
    this.#filled -= frames * FRAME_SAMPLES
    this.#measured -= frames
    this.#startMs += frames * FRAME_MS
  }
}

/** A window in two, cut in the longest pause of its middle half; null where nobody pauses there. */
export function halves({ startMs, samples, speech, nextMs }: Window): readonly [Window, Window] | null {
  let [longest, cut] = [SHORTEST_GAP_FRAMES - 1, -1]
  for (let from = 0, to = 0; from < speech.length; from = to) {
    while (to < speech.length && speech[to] === speech[from]) to++
    const middle = (from + to) >> 1
    const isInMiddle = middle * 4 >= speech.length && middle * 4 <= speech.length * 3
    if (speech[from] === 0 && isInMiddle && to - from > longest) [longest, cut] = [to - from, middle]
  }
  if (cut === -1) return null
  const cutMs = startMs + cut * FRAME_MS
  return [
    { startMs, samples: samples.slice(0, cut * FRAME_SAMPLES), speech: speech.slice(0, cut), nextMs: cutMs },
    { startMs: cutMs, samples: samples.slice(cut * FRAME_SAMPLES), speech: speech.slice(cut), nextMs },
  ]
}

/** The frame a full window ends before: in the best pause, else where it is quietest. */
function cutFrame(speech: Uint8Array, levels: Float32Array): number {
  let best = -1
  let bestScore = -1
  for (let from = 0; from < speech.length; ) {
    let to = from
    while (to < speech.length && speech[to] === speech[from]) to++
    const length = to - from
    if (speech[from] === 0 && length >= SHORTEST_GAP_FRAMES) {
      const cut = from + Math.min(Math.ceil(length / 2), LEAD_FRAMES)
      const score = cut / WINDOW_FRAMES + (GAP_WEIGHT * Math.min(length, GOOD_GAP_FRAMES)) / GOOD_GAP_FRAMES
      if (cut >= EARLIEST_CUT_FRAME && score > bestScore) {
        best = cut
        bestScore = score
      }
    }
    from = to
  }
  return best === -1 ? quietestFrame(levels) : best
}

function quietestFrame(levels: Float32Array): number {
  const span = SHORTEST_GAP_FRAMES
  let sum = 0
  let best = levels.length
  let lowest = Number.POSITIVE_INFINITY
  for (let frame = EARLIEST_FORCED_CUT_FRAME; frame < levels.length; frame++) {
    sum += levels[frame] ?? 0
    if (frame >= EARLIEST_FORCED_CUT_FRAME + span) sum -= levels[frame - span] ?? 0
    if (frame >= EARLIEST_FORCED_CUT_FRAME + span - 1 && sum <= lowest) {
      lowest = sum
      best = frame - (span >> 1)
    }
  }
  return best
}
