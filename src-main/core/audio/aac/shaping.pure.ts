import { longShaped, shortShaped } from './bands.pure.ts'
import type { Bits } from './bits.pure.ts'
import type { Windows } from './channel-stream.pure.ts'

interface ShapingFilter {
  readonly length: number
  readonly isDownward: boolean
  /** reflection coefficients */
  readonly reflection: readonly number[]
}

/** Filters of each window, from the top of the spectrum down. */
export type Shaping = readonly (readonly ShapingFilter[])[]

/** tns_data (ISO/IEC 14496-3 §4.4.2.7, §4.6.9.3). */
export function readShaping(bits: Bits, isShort: boolean): Shaping {
  return Array.from({ length: isShort ? 8 : 1 }, () => {
    const count = bits.read(isShort ? 1 : 2)
    const resolution = count > 0 ? bits.bit() + 3 : 3
    return Array.from({ length: count }, () => readFilter(bits, isShort, resolution))
  })
}

function readFilter(bits: Bits, isShort: boolean, resolution: number): ShapingFilter {
  const length = bits.read(isShort ? 4 : 6)
  const order = bits.read(isShort ? 3 : 5)
  if (order === 0) return { length, isDownward: false, reflection: [] }
  const isDownward = bits.bit() === 1
  const width = resolution - bits.bit()
  const half = 1 << (resolution - 1)
  const reflection = Array.from({ length: order }, () => {
    const raw = bits.read(width)
    const value = raw >= 1 << (width - 1) ? raw - (1 << width) : raw
    return Math.sin((value * Math.PI) / 2 / (value >= 0 ? half - 0.5 : half + 0.5))
  })
  return { length, isDownward, reflection }
}

/** Runs the filters over the spectrum, in place. */
export function shape(shaping: Shaping, spectrum: Float64Array, { bands, maxBand, sequence, rateIndex }: Windows): void {
  const shaped = (sequence === 2 ? shortShaped : longShaped)[rateIndex] ?? 0
  const limit = Math.min(shaped, maxBand)
  for (const [window, filters] of shaping.entries()) {
    let bottom = bands.length - 1
    for (const { length, isDownward, reflection } of filters) {
      const top = bottom
      bottom = Math.max(0, top - length)
      const from = window * 128 + (bands[Math.min(bottom, limit)] ?? 0)
      const to = window * 128 + (bands[Math.min(top, limit)] ?? 0)
      if (reflection.length > 0 && to > from) run(spectrum, predictor(reflection), from, to, isDownward)
    }
  }
}

/** Levinson's step up: reflection coefficients to those of the all-pole filter. */
function predictor(reflection: readonly number[]): Float64Array {
  const a = new Float64Array(reflection.length)
  for (const [m, k] of reflection.entries()) {
    const before = a.slice(0, m)
    for (let i = 0; i < m; i += 1) a[i] = (before[i] ?? 0) + k * (before[m - 1 - i] ?? 0)
    a[m] = k
  }
  return a
}

function run(spectrum: Float64Array, a: Float64Array, from: number, to: number, isDownward: boolean): void {
  const step = isDownward ? -1 : 1
  const start = isDownward ? to - 1 : from
  for (let n = 0; n < to - from; n += 1) {
    const at = start + n * step
    let value = spectrum[at] ?? 0
    for (let k = 1; k <= Math.min(n, a.length); k += 1) value -= (a[k - 1] ?? 0) * (spectrum[at - k * step] ?? 0)
    spectrum[at] = value
  }
}
