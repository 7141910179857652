import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pace, type Missing } from '../../../../../src-main/hosts/supervisor/recorder/pace.ts'
import { createElapsed } from '../../../../../src-main/hosts/supervisor/recorder/elapsed.ts'

describe('the pace of sound', () => {
  it.each([-300, 0, 300])('of a sound card whose clock is %i ppm off is no loss, in four hours', (partsPerMillion) => {
    const pace = new Pace()
    const told: Missing[] = []
    for (let recordedMs = 100; recordedMs < 4 * 3_600_000; recordedMs += 100) {
      const late = (recordedMs % 700) / 10 // no way is even
      const missing = pace.heard(recordedMs * (1 + partsPerMillion / 1_000_000) + late, recordedMs, 100)
      if (missing !== null) told.push(missing)
    }
    expect(told).toEqual([])
  })

  /** Sound for so long, 64 ms at a time, each piece on its way for a while; `losses` are missing, by where in the recording. */
  function play(seconds: number, losses: ReadonlyMap<number, number>, late: (piece: number) => number): Missing[] {
    const pace = new Pace()
    const told: Missing[] = []
    const take = (missing: Missing | null): void => {
      if (missing === null) return
      pace.tell(missing.ms)
      told.push(missing)
    }
    let now = 0
    let arrived = 0
    for (let piece = 0; piece * 64 < seconds * 1_000; piece++) {
      now += 64 + (losses.get(piece) ?? 0)
      arrived = Math.max(arrived, now + late(piece)) // one after the other
      take(pace.heard(arrived, (piece + 1) * 64, 64))
    }
    take(pace.conclude())
    return told
  }
  const total = (told: readonly Missing[]): number => told.reduce((ms, missing) => ms + missing.ms, 0)

  it('tells a loss of 60 ms after a minute, and where it was', () => {
    const [missing, ...others] = play(200, new Map([[1_000, 60]]), (piece) => piece % 11)
    expect(others).toEqual([])
    expect(missing?.ms).toBeGreaterThan(50)
    expect(missing?.ms).toBeLessThanOrEqual(60)
    expect(Math.abs((missing?.atMs ?? 0) - 64_000)).toBeLessThan(200)
  })

  it('leaves at most 40 ms untold, and what a slow clock may be off by; and is as exact for what it tells', () => {
    const uneven = fc.array(fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 900 })), { minLength: 50, maxLength: 200 })
    const lost = fc.array(fc.tuple(fc.integer({ min: 400, max: 6_000 }), fc.integer({ min: 1, max: 900 })), { maxLength: 8 })
    fc.assert(
      fc.property(uneven, lost, (late, losses) => {
        const seconds = 480
        const missing = new Map(losses)
        const ms = [...missing.values()].reduce((sum, one) => sum + one, 0)
        // Now and then nothing waits on its way, however busy the machine is.
        const told = total(play(seconds, missing, (piece) => (piece % 50 < 20 ? 0 : (late[piece % late.length] ?? 0))))
        expect(told).toBeGreaterThanOrEqual(ms - 40 - seconds * 0.3 - 2)
        expect(told).toBeLessThanOrEqual(ms + 40 * (missing.size + 1))
      }),
      { numRuns: 60 },
    )
  })
})

describe('time gone by', () => {
  it('counts what the computer slept, and not what somebody did to its clock', () => {
    const clocks = { ms: 1_000, slept: 0 }
    const elapsed = createElapsed({ running: () => clocks.ms, up: () => Math.floor((clocks.ms + clocks.slept) / 1_000) * 1_000 })
    const from = elapsed.now()
    clocks.ms += 5_300
    expect(elapsed.now() - from).toBe(5_300)
    expect(elapsed.asleep()).toBe(0)
    clocks.slept = 3_600_000
    clocks.ms += 200
    expect(elapsed.now() - from).toBeGreaterThan(3_600_000 + 5_500 - 1_000)
    expect(elapsed.now() - from).toBeLessThan(3_600_000 + 5_500 + 1_000)
  })
})
