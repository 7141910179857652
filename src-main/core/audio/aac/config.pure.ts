import { Bits } from './bits.pure.ts'

export const RATES = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350] as const
/** Lowest rate that still counts as the row's (table 4.82). */
const NEAREST_FROM = [92_017, 75_132, 55_426, 46_009, 37_566, 27_713, 23_004, 18_783, 13_856, 11_502, 9391]
const LOW_COMPLEXITY = 2
const SPECTRAL_BAND_REPLICATION = 5
const PARAMETRIC_STEREO = 29

export interface AacConfig {
  /** of the coded core: half the played rate where spectral band replication doubles it */
  readonly rate: number
  readonly rateIndex: number
  /** 0 where the stream's own programme configuration says it */
  readonly channels: number
}

/**
 * AudioSpecificConfig (ISO/IEC 14496-3 §1.6.2.1). Of HE-AAC the core is taken and the replicated band above it left out: it
 * carries little that speech recognition hears.
 * @returns undefined for object types and frame lengths other than low complexity with 1024 samples
 */
export function readConfig(bytes: Uint8Array): AacConfig | undefined {
  const bits = new Bits(bytes)
  let type = objectType(bits)
  const core = rate(bits)
  const channels = bits.read(4)
  if (type === SPECTRAL_BAND_REPLICATION || type === PARAMETRIC_STEREO) {
    rate(bits)
    type = objectType(bits)
  }
  const isShortened = bits.bit() === 1
  if (type !== LOW_COMPLEXITY || isShortened || bits.isOver) return undefined
  return configOf(core, channels)
}

/** The tables' row is that of the nearest rate, for the odd rates an escape can spell (§4.5.1.1). */
export function configOf(rate: number, channels: number): AacConfig | undefined {
  const known = RATES.findIndex((r) => rate === r)
  const rateIndex = known >= 0 ? known : NEAREST_FROM.findIndex((from) => rate >= from)
  const count = channels === 7 ? 8 : channels
  if (rate < 1000 || rate > 192_000 || count > 8) return undefined
  return { rate, rateIndex: rateIndex < 0 ? 11 : rateIndex, channels: count }
}

const objectType = (bits: Bits): number => {
  const type = bits.read(5)
  return type === 31 ? 32 + bits.read(6) : type
}

const rate = (bits: Bits): number => {
  const index = bits.read(4)
  return index === 15 ? bits.read(24) : (RATES[index] ?? 0)
}
