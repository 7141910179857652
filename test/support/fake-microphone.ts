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

export interface Likeness {
  /** Where the speech begins in what was captured, samples. */
  readonly lag: number
  /** Signal to noise of every half second in which there is something to hear, dB. */
  readonly blocks: readonly { readonly atMs: number; readonly snr: number }[]
}

const BLOCK = 8_000
const TAPS = 16

/**
 * Compares half a second at a time, all at one and the same shift, so that a sample that was dropped anywhere spoils all that follows.
 * A short filter is fitted to each: the two clocks differ by less than a sample, and the way through two rates is no straight line.
 */
export function likeness(captured: Int16Array, speech: Int16Array): Likeness {
  const lag = shiftOf(captured, speech)
  const blocks: { atMs: number; snr: number }[] = []
  for (let from = BLOCK; from + BLOCK + TAPS < speech.length; from += BLOCK) {
    const wanted = captured.subarray(lag + from, lag + from + BLOCK)
    if (wanted.length < BLOCK || energy(speech.subarray(from, from + BLOCK)) < BLOCK * 200 * 200) continue
    blocks.push({ atMs: from / 16, snr: snrOf(wanted, speech, from) })
  }
  return { lag, blocks }
}

const energy = (samples: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < samples.length; at++) sum += (samples[at] ?? 0) ** 2
  return sum
}

/** Where the loudest quarter of a second of the speech's first seconds lies in what was captured. */
function shiftOf(captured: Int16Array, speech: Int16Array): number {
  const length = 4_000
  let loudest = 0
  let most = 0
  for (let at = 0; at + length < Math.min(speech.length, 5 * RATE); at += 1_000) {
    const loud = energy(speech.subarray(at, at + length))
    if (loud > most) [most, loudest] = [loud, at]
  }
  let best = 0
  let closest = -Infinity
  for (let at = 0; at + length < captured.length && at < loudest + 8 * RATE; at++) {
    let sum = 0
    for (let index = 0; index < length; index++) sum += (captured[at + index] ?? 0) * (speech[loudest + index] ?? 0)
    if (sum > closest) [closest, best] = [sum, at]
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
