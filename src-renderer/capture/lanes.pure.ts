import type { RecordedSide } from '../../src-shared/domain/recorder.ts'
import type { SoundFrame } from '../../src-shared/wire/sound.ts'

/** Samples in a millisecond. */
const PER_MS = 16
/** 64 ms. */
const FRAME = 1_024
/** A side is waited for until the other one is so far ahead: then it is silent until it comes again. */
const PATIENCE = 2_000 * PER_MS
/** Pieces by which is judged where a side that begins has its place: a device's first ones may say a time that is half a second off. */
const TO_PLACE = 10
/** Pieces in which the least delay is the usual one: a second of a browser's. */
const WINDOW = 100
/** Two clocks are brought together when they are so far apart. */
const APART_MS = 40
/** A piece later than this beside the usual has something missing before it, or says a wrong time: those after it tell. */
const HOLE_MS = 500
/** What is as faint as this may be left out, so that a side that is late catches up. */
const QUIET = 100

interface Piece {
  readonly samples: Int16Array
  readonly atMs: number
}

/** One side: its sound lies in the recording up to `end`, and waits there to be taken from `end - queued` on. */
interface Lane {
  end: number
  queue: Int16Array[]
  queued: number
  /** Until it has a place. */
  unplaced: Piece[] | null
  isAwaited: boolean
  /** Time less place of its last pieces, milliseconds: how far its clock is behind the recording's count, and its way's unevenness. */
  delays: number[]
}

/**
 * Brings what is heard on one or two sides into one count of samples, whatever thread was late with it: by when it was captured. The
 * first side (the microphone, where there is one) is taken sample by sample; the other is put beside it. What is left out of that one, if
 * its clock runs faster, is silence. Where no side has anything the count jumps.
 */
export class Lanes {
  readonly #sides: readonly RecordedSide[]
  readonly #hand: (frame: SoundFrame) => void
  readonly #lanes = new Map<RecordedSide, Lane>()
  #given = 0
  /** The delay of whoever came last: who comes after finds its place by it. */
  #usual: number | null = null

  /** @param hand gets 64 ms at a time, and at last less */
  constructor(channels: 1 | 2, hand: (frame: SoundFrame) => void) {
    this.#sides = channels === 2 ? ['me', 'others'] : ['me']
    this.#hand = hand
  }

  begin(side: RecordedSide): void {
    if (!this.#sides.includes(side)) return
    const isFirst = this.#usual === null && this.#lanes.size === 0
    const before = this.#lanes.get(side) ?? { end: this.#given, queue: [], queued: 0, delays: [] }
    this.#lanes.set(side, { ...before, unplaced: isFirst ? null : [], isAwaited: true })
  }

  /** @param atMs when the first of the samples was heard, by one clock for both sides */
  add(side: RecordedSide, samples: Int16Array, atMs: number): void {
    const lane = this.#lanes.get(side)
    if (lane === undefined || samples.length === 0) return
    if (!lane.isAwaited) {
      lane.isAwaited = true
      lane.unplaced = []
    } else if (this.#isBeside(side) && this.#isLate(lane, atMs)) lane.unplaced = []
    if (lane.unplaced === null) this.#put(side, lane, { samples, atMs })
    else {
      lane.unplaced.push({ samples, atMs })
      if (lane.unplaced.length === TO_PLACE) this.#place(side, lane)
    }
    this.#give(FRAME)
  }

  /** Nothing more comes from this side. */
  end(side: RecordedSide): void {
    const lane = this.#lanes.get(side)
    if (lane === undefined) return
    this.#place(side, lane)
    if (this.#lanes.size === 1) this.#give(1)
    lane.isAwaited = false
    this.#give(FRAME)
    if (lane.queued === 0) this.#lanes.delete(side)
  }

  /** Hands over what is left. */
  finish(): void {
    for (const [side, lane] of this.#lanes) {
      this.#place(side, lane)
      lane.isAwaited = false
    }
    this.#give(1)
  }

  #place(side: RecordedSide, lane: Lane): void {
    const pieces = lane.unplaced
    if (pieces === null) return
    lane.unplaced = null
    let length = 0
    let began = Infinity
    for (const { samples, atMs } of pieces) {
      began = Math.min(began, atMs - length / PER_MS)
      length += samples.length
    }
    const usual = this.#delayBeside(side)
    const place = usual === null || began === Infinity ? this.#given : Math.round((began - usual) * PER_MS)
    if (lane.queued === 0) lane.end = Math.max(this.#given, place)
    else if (place > lane.end) push(lane, new Int16Array(place - lane.end))
    lane.delays = []
    for (const piece of pieces) this.#put(side, lane, piece)
  }

  /** What time less place is by the other side, or by whoever was there before. */
  #delayBeside(side: RecordedSide): number | null {
    for (const [other, { delays, unplaced }] of this.#lanes) if (other !== side && unplaced === null && delays.length > 0) return Math.min(...delays)
    return this.#usual
  }

  #put(side: RecordedSide, lane: Lane, { samples, atMs }: Piece): void {
    const isBeside = this.#isBeside(side)
    if (isBeside && this.#isTooMuch(lane, samples)) return this.#move(lane, samples.length, false)
    const apart = isBeside ? this.#apart(lane) : 0
    if (apart > APART_MS) this.#move(lane, Math.round(apart * PER_MS), true)
    lane.delays = [...lane.delays.slice(1 - WINDOW), atMs - lane.end / PER_MS]
    if (!isBeside) this.#usual = Math.min(...lane.delays)
    push(lane, samples)
  }

  /** Whether this side is put beside the microphone that comes. */
  #isBeside(side: RecordedSide): boolean {
    return side === 'others' && this.#lanes.get('me')?.isAwaited === true
  }

  #isLate(lane: Lane, atMs: number): boolean {
    return lane.unplaced === null && lane.delays.length > 0 && atMs - lane.end / PER_MS - Math.min(...lane.delays) > HOLE_MS
  }

  /** By how many milliseconds more than the microphone this side is late; less than nothing: it is ahead in the recording's count. */
  #apart(lane: Lane): number {
    const beside = this.#delayBeside('others')
    return beside === null || lane.delays.length < WINDOW ? 0 : Math.min(...lane.delays) - beside
  }

  #isTooMuch(lane: Lane, samples: Int16Array): boolean {
    return this.#apart(lane) < -APART_MS && samples.every((sample) => Math.abs(sample) < QUIET)
  }

  /** Silence put in, or left out: its delay is another by so much. */
  #move(lane: Lane, samples: number, isIn: boolean): void {
    if (isIn) push(lane, new Int16Array(samples))
    const ms = isIn ? -samples / PER_MS : samples / PER_MS
    lane.delays = lane.delays.map((delay) => delay + ms)
  }

  #give(least: number): void {
    for (let ready = this.#ready(); ready - this.#given >= least; ready = this.#ready()) {
      const from = Math.min(...[...this.#lanes.values()].filter(({ queued }) => queued > 0).map(({ end, queued }) => end - queued))
      if (from > this.#given) this.#given = Math.min(from, ready)
      const length = Math.min(FRAME, ready - this.#given)
      if (length < least) return
      const firstSample = this.#given
      const channels = this.#sides.map((side) => this.#take(this.#lanes.get(side), firstSample, length))
      this.#given += length
      this.#hand({ firstSample, capturedMs: firstSample / PER_MS + this.#now(), channels })
    }
  }

  /** Up to where there is everything that is waited for. */
  #ready(): number {
    const lanes = [...this.#lanes.values()]
    const most = Math.max(this.#given, ...lanes.map(({ end, queued }) => (queued > 0 ? end : 0)))
    let ready = most
    for (const lane of lanes) {
      if (!lane.isAwaited) continue
      const reach = lane.unplaced === null ? lane.end : this.#given
      if (most - reach > PATIENCE) lane.isAwaited = false
      else ready = Math.min(ready, reach)
    }
    return ready
  }

  /** Time less place just now, by the side that counts. */
  #now(): number {
    const lanes = this.#sides.flatMap((side) => this.#lanes.get(side) ?? [])
    const counts = lanes.find(({ isAwaited }) => isAwaited) ?? lanes[0]
    return counts?.delays.at(-1) ?? Number.NaN
  }

  #take(lane: Lane | undefined, first: number, length: number): Int16Array {
    const taken = new Int16Array(length)
    if (lane === undefined) return taken
    for (let [piece] = lane.queue; piece !== undefined; [piece] = lane.queue) {
      const at = lane.end - lane.queued - first
      if (at >= length) break
      const some = piece.subarray(0, length - at)
      taken.set(some, at)
      lane.queued -= some.length
      if (some.length < piece.length) lane.queue[0] = piece.subarray(some.length)
      else lane.queue.shift()
    }
    // What was given is given: what comes later has its place after it.
    if (lane.queued === 0) lane.end = Math.max(lane.end, first + length)
    return taken
  }
}

function push(lane: Lane, samples: Int16Array): void {
  lane.queue.push(samples)
  lane.queued += samples.length
  lane.end += samples.length
}
