import { EIGHT_SHORT, FRAME, type Windows } from './channel-stream.pure.ts'
import { Imdct } from './imdct.pure.ts'

const SHORT = 128
const LONG_START = 1
const LONG_STOP = 3
/** Flat part of a start or stop window on either side of its short slope. */
const FLAT = (FRAME - SHORT) / 2

const long = new Imdct(FRAME)
const short = new Imdct(SHORT)
const slopes = { long: [sineSlope(FRAME), kaiserSlope(FRAME, 4)], short: [sineSlope(SHORT), kaiserSlope(SHORT, 6)] } as const

/** From spectra to sound for one channel (ISO/IEC 14496-3 §4.6.11): windows overlap by half, so state runs from frame to frame. */
export class Filterbank {
  #overlap = new Float64Array(FRAME)
  #shapeBefore = 0

  /** FRAME samples, of full scale 1. */
  run(spectrum: Float64Array, { sequence, shape }: Windows): Float32Array {
    const block = sequence === EIGHT_SHORT ? this.#shorts(spectrum, shape) : this.#long(spectrum, sequence, shape)
    const out = new Float32Array(FRAME)
    for (let i = 0; i < FRAME; i += 1) out[i] = ((block[i] ?? 0) + (this.#overlap[i] ?? 0)) / 32_768
    this.#overlap = block.slice(FRAME)
    this.#shapeBefore = shape
    return out
  }

  #long(spectrum: Float64Array, sequence: number, shape: number): Float64Array {
    const block = long.run(spectrum, 0)
    if (sequence === LONG_STOP) {
      block.fill(0, 0, FLAT)
      rise(block, FLAT, slopes.short[this.#shapeBefore])
    } else rise(block, 0, slopes.long[this.#shapeBefore])
    if (sequence === LONG_START) {
      fall(block, FRAME + FLAT, slopes.short[shape])
      block.fill(0, FRAME + FLAT + SHORT)
    } else fall(block, FRAME, slopes.long[shape])
    return block
  }

  #shorts(spectrum: Float64Array, shape: number): Float64Array {
    const block = new Float64Array(FRAME * 2)
    for (let window = 0; window < 8; window += 1) {
      const part = short.run(spectrum, window * SHORT)
      rise(part, 0, slopes.short[window === 0 ? this.#shapeBefore : shape])
      fall(part, SHORT, slopes.short[shape])
      const at = FLAT + window * SHORT
      for (let i = 0; i < SHORT * 2; i += 1) block[at + i] = (block[at + i] ?? 0) + (part[i] ?? 0)
    }
    return block
  }
}

function rise(block: Float64Array, at: number, slope: Float64Array | undefined): void {
  for (const [i, factor] of (slope ?? []).entries()) block[at + i] = (block[at + i] ?? 0) * factor
}

function fall(block: Float64Array, at: number, slope: Float64Array | undefined): void {
  const length = slope?.length ?? 0
  for (const [i, factor] of (slope ?? []).entries()) block[at + length - 1 - i] = (block[at + length - 1 - i] ?? 0) * factor
}

function sineSlope(length: number): Float64Array {
  return Float64Array.from({ length }, (_, n) => Math.sin((Math.PI / (2 * length)) * (n + 0.5)))
}

/** Kaiser-Bessel-derived (§4.6.11.3.2): the root of a running sum over a Kaiser window. */
function kaiserSlope(length: number, alpha: number): Float64Array {
  const kaiser = Float64Array.from({ length: length + 1 }, (_, n) => bessel0(Math.PI * alpha * Math.sqrt(1 - ((2 * n) / length - 1) ** 2)))
  const total = kaiser.reduce((sum, value) => sum + value, 0)
  let running = 0
  return Float64Array.from({ length }, (_, n) => {
    running += kaiser[n] ?? 0
    return Math.sqrt(running / total)
  })
}

function bessel0(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-17; k += 1) {
    term *= (x / 2 / k) ** 2
    sum += term
  }
  return sum
}
