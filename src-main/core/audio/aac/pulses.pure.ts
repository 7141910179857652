import type { Bits } from './bits.pure.ts'

export interface Pulses {
  readonly startBand: number
  readonly pulses: readonly { readonly offset: number; readonly height: number }[]
}

/** pulse_data (ISO/IEC 14496-3 §4.4.2.7): a few coefficients too tall for their codebook. */
export function readPulses(bits: Bits): Pulses {
  const count = bits.read(2) + 1
  const startBand = bits.read(6)
  return { startBand, pulses: Array.from({ length: count }, () => ({ offset: bits.read(5), height: bits.read(4) })) }
}

export function applyPulses({ startBand, pulses }: Pulses, quantised: Int32Array, bands: readonly number[]): void {
  let at = bands[startBand] ?? quantised.length
  for (const { offset, height } of pulses) {
    at += offset
    const value = quantised[at]
    if (value !== undefined) quantised[at] = value > 0 ? value + height : value - height
  }
}
