import { readFileSync, writeFileSync } from 'node:fs'

/** The microphone of a browser that plays a file, and how well what it captured is that file. */
const RATE = 16_000
const FAKE_RATE = 44_100
const HALF_WIDTH = 32

/** The samples of a WAV of ours: 16 kHz, 16 bits, one channel, the usual 44 bytes before them. */
export function readSpeech(path: string, seconds: number): Int16Array {
  const bytes = readFileSync(path).subarray(44)
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + Math.min(bytes.length, seconds * RATE * 2)))
}

/**
 * Writes what the fake device of Chromium wants: 44.1 kHz, stereo, with silence before (it runs before anybody listens) and after it
 * (its last buffer is repeated for ever).
 */
export function writeFakeMicrophone(path: string, speech: Int16Array, before: number, after: number): void {
  const samples = Math.round((speech.length / RATE) * FAKE_RATE)
  const [lead, tail] = [before * FAKE_RATE, after * FAKE_RATE]
  const bytes = Buffer.alloc(44 + (lead + samples + tail) * 4)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8)
  for (const [at, value] of [[16, 16], [24, FAKE_RATE], [28, FAKE_RATE * 4]] as const) bytes.writeUInt32LE(value, at)
  for (const [at, value] of [[20, 1], [22, 2], [32, 4], [34, 16]] as const) bytes.writeUInt16LE(value, at)
  bytes.write('data', 36)
  bytes.writeUInt32LE(bytes.length - 44, 40)
  for (let at = 0; at < samples; at++) {
    const value = Math.max(-32_768, Math.min(32_767, Math.round(between(speech, (at * RATE) / FAKE_RATE))))
    bytes.writeInt16LE(value, 44 + (lead + at) * 4)
    bytes.writeInt16LE(value, 46 + (lead + at) * 4)
  }
  writeFileSync(path, bytes)
}

/** A signal between its samples: a windowed sinc. */
function between(samples: Int16Array, at: number): number {
  const whole = Math.floor(at)
  let sum = 0
  for (let tap = whole - HALF_WIDTH + 1; tap <= whole + HALF_WIDTH; tap++) {
    const away = at - tap
    const sinc = away === 0 ? 1 : Math.sin(Math.PI * away) / (Math.PI * away)
    sum += (samples[tap] ?? 0) * sinc * (0.5 + 0.5 * Math.cos((Math.PI * away) / (HALF_WIDTH + 1)))
  }
  return sum
}

export interface Block {
  /** In the speech. */
  readonly atMs: number
  /** Signal to noise, dB. */
  readonly snr: number
  /** How much later it lies in what was captured than in the speech, samples. */
  readonly lag: number
  /** How much later than its neighbour before it lies in what was captured; less than nothing: something is missing. Samples. */
  readonly moved: number
}

const BLOCK = 8_000
const TAPS = 16
/** How far a block may lie from where the one before it says. */
const NEAR = 10_000

/**
 * Compares half a second at a time, in which there is something to hear, each where it lies in what was captured. A short filter is
 * fitted to each: the two clocks differ by less than a sample, and the way through two rates is no straight line.
 */
export function likeness(captured: Int16Array, speech: Int16Array): Block[] {
  const blocks: Block[] = []
  let lag: number | null = null
  for (let from = BLOCK; from + BLOCK + TAPS < speech.length; from += BLOCK) {
    if (energy(speech.subarray(from, from + BLOCK)) < BLOCK * 200 * 200) continue
    const found: number = shiftOf(captured, speech, from, lag)
    const wanted = captured.subarray(found + from, found + from + BLOCK)
    if (wanted.length === BLOCK) blocks.push({ atMs: from / 16, snr: snrOf(wanted, speech, from), lag: found, moved: found - (lag ?? found) })
    lag = found
  }
  return blocks
}

const energy = (samples: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < samples.length; at++) sum += (samples[at] ?? 0) ** 2
  return sum
}

/** How much later the loudest eighth of a second of a block comes in what was captured. @param near looked for only there */
function shiftOf(captured: Int16Array, speech: Int16Array, from: number, near: number | null): number {
  const length = 2_000
  let loudest = from
  let most = -1
  for (let at = from; at + length <= from + BLOCK; at += 500) {
    const loud = energy(speech.subarray(at, at + length))
    if (loud > most) [most, loudest] = [loud, at]
  }
  const first = near === null ? 0 : Math.max(0, loudest + near - NEAR)
  const last = near === null ? captured.length - length : loudest + near + NEAR
  let best = first
  let closest = -Infinity
  let power = energy(captured.subarray(first, first + length))
  for (let at = first; at <= last; at++) {
    let sum = 0
    for (let index = 0; index < length; index++) sum += (captured[at + index] ?? 0) * (speech[loudest + index] ?? 0)
    // By how loud it is there, or a louder neighbour would win.
    const close = sum / Math.sqrt(power + 1)
    if (close > closest) [closest, best] = [close, at]
    power += (captured[at + length] ?? 0) ** 2 - (captured[at] ?? 0) ** 2
  }
  return best - loudest
}

function snrOf(wanted: Int16Array, speech: Int16Array, from: number): number {
  const size = 2 * TAPS + 1
  const heard = (at: number, tap: number): number => speech[from + at + tap - TAPS] ?? 0
  const matrix = Array.from({ length: size }, () => new Float64Array(size + 1))
  matrix.forEach((row, tap) => {
    for (let other = 0; other < size; other++) for (let at = 0; at < BLOCK; at++) row[other] = (row[other] ?? 0) + heard(at, tap) * heard(at, other)
    row[tap] = (row[tap] ?? 0) + 1 // keeps it solvable where a block says little
    for (let at = 0; at < BLOCK; at++) row[size] = (row[size] ?? 0) + heard(at, tap) * (wanted[at] ?? 0)
  })
  const filter = solve(matrix)
  let noise = 0
  for (let at = 0; at < BLOCK; at++) noise += ((wanted[at] ?? 0) - filter.reduce((sum, weight, tap) => sum + weight * heard(at, tap), 0)) ** 2
  return 10 * Math.log10(energy(wanted) / noise)
}

/** Gauss; the matrix is symmetric and positive, so no row has to change its place. @param rows coefficients, and the right side last */
function solve(rows: Float64Array[]): number[] {
  const size = rows.length
  for (let column = 0; column < size; column++) {
    const pivot = rows[column] ?? new Float64Array()
    for (const row of rows.slice(column + 1)) {
      const times = (row[column] ?? 0) / (pivot[column] ?? 1)
      for (let at = column; at <= size; at++) row[at] = (row[at] ?? 0) - times * (pivot[at] ?? 0)
    }
  }
  const solved = Array.from({ length: size }, () => 0)
  for (let at = size - 1; at >= 0; at--) {
    const row = rows[at] ?? new Float64Array()
    let sum = row[size] ?? 0
    for (let other = at + 1; other < size; other++) sum -= (row[other] ?? 0) * (solved[other] ?? 0)
    solved[at] = sum / (row[at] ?? 1)
  }
  return solved
}
