import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Resampler } from '../../../src-shared/sound/resample.ts'
import { sine, snr } from './sounds.ts'

const run = (samples: Float32Array, from: number, pieces: readonly number[] = [samples.length]): Float32Array => {
  const resampler = new Resampler(from, 16_000)
  const out: number[] = []
  let at = 0
  for (let i = 0; at < samples.length; i += 1) {
    const take = Math.max(1, pieces[i % pieces.length] ?? 1)
    out.push(...resampler.push(samples.subarray(at, at + take)))
    at += take
  }
  out.push(...resampler.flush())
  return Float32Array.from(out)
}

const level = (samples: Float32Array): number => {
  const inner = samples.subarray(800, samples.length - 800)
  return 10 * Math.log10(inner.reduce((sum, sample) => sum + sample * sample, 0) / inner.length / 0.125 + 1e-30)
}

const RATES = [8000, 11_025, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000, 44_101]

describe('resampling to 16 kHz', () => {
  it.each(RATES)('from %i Hz leaves the passband as it was, in level and in time', (rate) => {
    const edge = (Math.min(rate, 16_000) / 2) * 0.78
    for (const hz of [50, 440, edge / 2, edge]) {
      const out = run(sine(hz, 0.5, rate), rate)
      const wanted = sine(hz, 0.5, 16_000)
      expect(out.length).toBe(Math.round((Math.round(0.5 * rate) * 16_000) / rate))
      expect(snr(out, wanted, 800, out.length - 800)).toBeGreaterThan(75)
    }
  })

  it.each(RATES.filter((rate) => rate > 16_000))('from %i Hz lets nothing above 9.2 kHz fold back (below −85 dB)', (rate) => {
    for (let hz = 9200; hz < rate / 2; hz += rate / 17) expect(level(run(sine(hz, 0.3, rate), rate))).toBeLessThan(-85)
  })

  it('gives the same samples however the sound is cut into pieces', () => {
    const sound = sine(997, 0.2, 44_100)
    const whole = run(sound, 44_100)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 20 }), (pieces) => {
        expect(run(sound, 44_100, pieces)).toEqual(whole)
      }),
      { numRuns: 20 },
    )
  })

  it('makes the right number of samples from any rate and length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 200_000 }), fc.integer({ min: 0, max: 3000 }), (rate, length) => {
        expect(run(new Float32Array(length), rate, [701]).length).toBe(Math.round((length * 16_000) / rate))
      }),
      { numRuns: 8 },
    )
  })
})
