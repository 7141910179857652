import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EchoCanceller } from '../../../src-main/core/live/echo-canceller.ts'
import { withoutEcho } from '../../../src-main/core/live/index.ts'
import { samplesOf } from '../speech/recording.ts'

const RATE = 16_000
const energy = (samples: Int16Array): number => samples.reduce((sum, sample) => sum + sample * sample, 0)
const decibels = (above: number, below: number): number => 10 * Math.log10((above + 1) / (below + 1))

async function cleaned(mic: Int16Array, far: Int16Array, size = 8000): Promise<Int16Array> {
  const canceller = new EchoCanceller()
  const out: number[] = []
  for (let at = 0; at < mic.length; at += size) out.push(...(await canceller.push(mic.slice(at, at + size), far.slice(at, at + size))))
  out.push(...(await canceller.flush()))
  return Int16Array.from(out)
}

const far = samplesOf('meeting-launch').subarray(0, 12 * RATE)
const near = samplesOf('agenda')
/** The far side `ms` late and at `level` dB, and the near side from its first second on. */
const openMicrophone = (ms: number, level: number, withNear: boolean): Int16Array =>
  far.map((_, at) => (far[at - ms * 16] ?? 0) * 10 ** (level / 20) + (withNear ? (near[at - RATE] ?? 0) : 0))

describe('the far side in an open microphone', () => {
  it.each([[20, -10], [100, -15], [250, -20]])('is gone where it comes %i ms late at %i dB', async (ms, level) => {
    const mic = openMicrophone(ms, level, false)
    expect(decibels(energy(mic), energy(await cleaned(mic, far)))).toBeGreaterThan(15)
  })

  it('is taken out from under a voice that is kept', async () => {
    const alone = openMicrophone(100, Number.NEGATIVE_INFINITY, true)
    const both = await cleaned(openMicrophone(100, -10, true), far)
    const spoken = (samples: Int16Array): Int16Array => samples.subarray(1.3 * RATE, 3 * RATE)
    expect(Math.abs(decibels(energy(spoken(both)), energy(spoken(alone))))).toBeLessThan(1.5)
  })

  it('is found under a voice from the first moment on', async () => {
    const both = await cleaned(openMicrophone(100, -10, true), far)
    const echo = openMicrophone(100, -10, false)
    const missed = both.map((sample, at) => sample - (near[at - RATE] ?? 0))
    expect(decibels(energy(echo.subarray(0, 5 * RATE)), energy(missed.subarray(0, 5 * RATE)))).toBeGreaterThan(12)
  })

  it('is found where it begins late, as when somebody takes off headphones', async () => {
    const long = samplesOf('meeting-launch').subarray(0, 30 * RATE)
    const mic = long.map((_, at) => (at < 10 * RATE ? 0 : 0.3 * (long[at - 3200] ?? 0)))
    const missed = await cleaned(mic, long)
    expect(decibels(energy(mic.subarray(25 * RATE)), energy(missed.subarray(25 * RATE)))).toBeGreaterThan(20)
  })

  it('changes little where there is no echo, once that is known', async () => {
    const alone = openMicrophone(0, Number.NEGATIVE_INFINITY, true)
    const kept = await cleaned(alone, far)
    const change = kept.map((sample, at) => sample - (alone[at] ?? 0))
    expect(decibels(energy(alone.subarray(6 * RATE)), energy(change.subarray(6 * RATE)))).toBeGreaterThan(20)
  })
})

describe('a recording on disk', () => {
  const cleanedFromDisk = async (mic: Int16Array, other: Int16Array): Promise<Int16Array> => {
    async function* blocks() {
      for (let at = 0; at < mic.length; at += 4000) yield [mic.slice(at, at + 4000), other.slice(at, at + 4000)]
    }
    const out: number[] = []
    for await (const samples of withoutEcho(blocks())) out.push(...samples)
    return Int16Array.from(out)
  }

  it('is cleaned from the far side’s first word on, for the room is learnt from what follows', async () => {
    const long = samplesOf('meeting-launch').subarray(0, 30 * RATE)
    // One greeting, and nothing for the next six seconds.
    const late = Int16Array.from({ length: 30 * RATE }, (_, at) => (at < 2.5 * RATE || at > 8.5 * RATE ? (long[at] ?? 0) : 0))
    const mic = late.map((_, at) => 0.3 * (late[at - 4000] ?? 0))
    const left = await cleanedFromDisk(mic, late)
    expect(left).toHaveLength(mic.length)
    expect(decibels(energy(mic.subarray(0, 3 * RATE)), energy(left.subarray(0, 3 * RATE)))).toBeGreaterThan(25)
  })

  it('is as long as it was, however short or quiet', async () => {
    for (const length of [0, 1, 3999, 20_000]) expect(await cleanedFromDisk(near.slice(0, length), new Int16Array(length))).toHaveLength(length)
  })
})

it('gives back as many samples as came in, and silence for silence, however they come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 }), async (sizes) => {
      const canceller = new EchoCanceller()
      let length = 0
      for (const size of sizes) length += (await canceller.push(new Int16Array(size), new Int16Array(size))).length
      const rest = await canceller.flush()
      expect(length + rest.length).toBe(sizes.reduce((sum, size) => sum + size, 0))
      expect(energy(rest)).toBe(0)
    }),
    { numRuns: 10 },
  )
})
