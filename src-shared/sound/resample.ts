/**
 * Band-limited change of sampling rate, streaming: a polyphase filter of Kaiser-windowed sinc (Oppenheim & Schafer,
 * Discrete-Time Signal Processing, §7.6 for the window, §4.6 for polyphase). State runs across calls, so seams between blocks
 * do not exist for the ear or for a measurement.
 *
 * Length, window and edge are those of ffmpeg's own resampler by default (libswresample), docs/decisions/0016: speech models
 * were trained on what it makes of recordings. Flat up to 6.4 kHz, −6 dB at 7.76 kHz; what lies above 9.2 kHz is gone.
 */
const TAPS_AT_LOWER_RATE = 32
const KAISER_BETA = 9
/** Where the filter is at −6 dB, as a share of the new Nyquist frequency. Going up, the edge is the old one's. */
const EDGE = 0.97
const EXACT_PHASES = 1280
const INTERPOLATED_PHASES = 1024

interface Bank {
  /** taps per phase; row p holds the filter for a delay of p/phases of an input sample */
  readonly taps: number
  /** the tap that stands at the output's own place where the delay is none */
  readonly centre: number
  readonly phases: number
  /** (phases + 1) rows: the last is the first moved by one, so that interpolation needs no wrap */
  readonly rows: Float64Array
}

export class Resampler {
  readonly #up: number
  readonly #down: number
  readonly #bank: Bank
  #held: Float64Array
  /** input samples in `#held` that are real */
  #filled: number
  /** start of the next output's window in `#held`, plus `#phase / #up` of a sample */
  #start = 0
  #phase = 0
  #read = 0
  #written = 0

  /** @param from,to samples per second, whole numbers; where they are equal only the band's edge is shaped, as from a higher rate */
  constructor(from: number, to: number) {
    const divisor = gcd(from, to)
    this.#up = to / divisor
    this.#down = from / divisor
    this.#bank = bankFor(from, to, this.#up)
    // Half a window of silence ahead, so that the first output sample stands at the first input sample.
    this.#filled = this.#bank.centre
    this.#held = new Float64Array(this.#bank.taps * 2)
  }

  /** All output that the samples so far determine. */
  push(samples: Float32Array): Float32Array {
    this.#read += samples.length
    return this.#run(samples)
  }

  /** The rest, so that the whole output has round(input × to / from) samples. Nothing may be pushed afterwards. */
  flush(): Float32Array {
    const total = Math.round((this.#read * this.#up) / this.#down)
    const wanted = total - this.#written
    const tail = this.#run(new Float32Array(this.#bank.taps + Math.ceil(this.#down / this.#up)))
    return tail.subarray(0, Math.max(0, wanted))
  }

  #run(samples: Float32Array): Float32Array {
    this.#append(samples)
    const { taps, phases, rows } = this.#bank
    const possible = this.#filled - taps - this.#start
    const out = new Float32Array(possible < 0 ? 0 : Math.floor((possible * this.#up + this.#up - 1 - this.#phase) / this.#down) + 1)
    const isExact = phases === this.#up
    let made = 0
    while (this.#start + taps <= this.#filled && made < out.length) {
      const place = isExact ? this.#phase : (this.#phase * phases) / this.#up
      const row = Math.floor(place)
      const sum = dot(this.#held, this.#start, rows, row * taps, taps)
      const part = place - row
      out[made] = part === 0 ? sum : sum + part * (dot(this.#held, this.#start, rows, (row + 1) * taps, taps) - sum)
      made += 1
      this.#phase += this.#down
      const whole = Math.floor(this.#phase / this.#up)
      this.#start += whole
      this.#phase -= whole * this.#up
    }
    this.#written += made
    return out.subarray(0, made)
  }

  #append(samples: Float32Array): void {
    const dropped = Math.min(this.#start, this.#filled)
    const kept = this.#filled - dropped
    if (kept + samples.length > this.#held.length) {
      const larger = new Float64Array(kept + samples.length)
      larger.set(this.#held.subarray(dropped, this.#filled))
      this.#held = larger
    } else this.#held.copyWithin(0, dropped, this.#filled)
    this.#held.set(samples, kept)
    this.#filled = kept + samples.length
    this.#start -= dropped
  }
}

/** In doubles, four sums side by side: twice as fast in V8 as the plain loop over 32-bit floats. `taps` is a multiple of four. */
function dot(samples: Float64Array, at: number, filter: Float64Array, row: number, taps: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let i = 0; i < taps; i += 4) {
    a += (samples[at + i] ?? 0) * (filter[row + i] ?? 0)
    b += (samples[at + i + 1] ?? 0) * (filter[row + i + 1] ?? 0)
    c += (samples[at + i + 2] ?? 0) * (filter[row + i + 2] ?? 0)
    d += (samples[at + i + 3] ?? 0) * (filter[row + i + 3] ?? 0)
  }
  return a + b + (c + d)
}

/** The two channels of one recording share their filter. */
let latest: { readonly from: number; readonly to: number; readonly bank: Bank } | undefined

function bankFor(from: number, to: number, up: number): Bank {
  if (latest?.from !== from || latest.to !== to) latest = { from, to, bank: from === to ? edgeBank(to) : makeBank(from, to, up) }
  return latest.bank
}

function makeBank(from: number, to: number, up: number): Bank {
  const edge = Math.min(1, (to * EDGE) / from)
  const length = Math.ceil(TAPS_AT_LOWER_RATE / edge)
  // The inner loop takes four taps at once; those added are zero.
  const taps = Math.ceil(length / 4) * 4
  const centre = Math.floor((length - 1) / 2)
  const phases = up <= EXACT_PHASES ? up : INTERPOLATED_PHASES
  const rows = new Float64Array((phases + 1) * taps)
  for (let phase = 0; phase <= phases; phase += 1) {
    const row = rows.subarray(phase * taps, phase * taps + length)
    let sum = 0
    for (let tap = 0; tap < length; tap += 1) {
      const time = tap - centre - phase / phases
      const inside = 1 - (time / (length / 2)) ** 2
      const value = sinc(edge * time) * bessel0(KAISER_BETA * Math.sqrt(Math.max(0, inside)))
      row[tap] = value
      sum += value
    }
    // Every phase passes a constant unchanged, or the phases' differences would be heard as a tone.
    for (let tap = 0; tap < length; tap += 1) row[tap] = (row[tap] ?? 0) / sum
  }
  return { taps, centre, phases, rows }
}

/** What the filter from a higher rate does to a band that ends at the Nyquist frequency already: its taps, limited to that band. */
function edgeBank(rate: number): Bank {
  const fine = 6
  const { rows: finer, centre: middle, taps: many } = makeBank(fine * rate, rate, 1)
  const centre = 24
  const taps = 52
  const rows = new Float64Array(2 * taps)
  for (let tap = 0; tap <= 2 * centre; tap += 1) {
    let sum = 0
    for (let i = 0; i < many; i += 1) sum += (finer[i] ?? 0) * sinc(tap - centre - (i - middle) / fine)
    rows[tap] = sum
  }
  return { taps, centre, phases: 1, rows }
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))

/** Modified Bessel function of the first kind and order zero, by its power series. */
function bessel0(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-17; k += 1) {
    term *= (x / 2 / k) ** 2
    sum += term
  }
  return sum
}
