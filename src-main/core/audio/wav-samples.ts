import { A_LAW, MU_LAW } from './g711.pure.ts'

/** Reads one sample, little-endian, as a number of full scale ±1. */
export type SampleReader = (view: DataView, at: number) => number

const INTEGERS: Readonly<Record<number, SampleReader>> = {
  // Eight-bit WAV is unsigned with silence at 128; all wider ones are signed.
  1: (view, at) => (view.getUint8(at) - 128) / 128,
  2: (view, at) => view.getInt16(at, true) / 32_768,
  3: (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65_536) / 8_388_608,
  4: (view, at) => view.getInt32(at, true) / 2_147_483_648,
}
// A broken recorder can write NaN: it is silence here, or one such sample would wipe out a filter's length of sound.
const finite = (sample: number): number => (Number.isFinite(sample) ? Math.max(-16, Math.min(16, sample)) : 0)
const FLOATS: Readonly<Record<number, SampleReader>> = {
  4: (view, at) => finite(view.getFloat32(at, true)),
  8: (view, at) => finite(view.getFloat64(at, true)),
}

const LAWS: Readonly<Record<'mu-law' | 'a-law', SampleReader>> = {
  'mu-law': (view, at) => MU_LAW[view.getUint8(at)] ?? 0,
  'a-law': (view, at) => A_LAW[view.getUint8(at)] ?? 0,
}

/** What a format chunk's tag says of the samples (RFC 2361). */
export const SAMPLE_KINDS: Readonly<Record<number, 'integer' | 'float' | 'a-law' | 'mu-law'>> = { 1: 'integer', 3: 'float', 6: 'a-law', 7: 'mu-law' }
export type SampleKind = (typeof SAMPLE_KINDS)[number]

export function readerOf(kind: SampleKind, sampleBytes: number): SampleReader | undefined {
  if (kind === 'integer') return INTEGERS[sampleBytes]
  if (kind === 'float') return FLOATS[sampleBytes]
  return sampleBytes === 1 ? LAWS[kind] : undefined
}
