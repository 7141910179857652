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
})

describe('time gone by', () => {
  it('counts what the computer slept, and not what somebody did to its clock', () => {
    const clocks = { ms: 1_000, slept: 0 }
    const elapsed = createElapsed({ running: () => clocks.ms, up: () => Math.floor((clocks.ms + clocks.slept) / 1_000) * 1_000 })
    const from = elapsed()
    clocks.ms += 5_300
    expect(elapsed() - from).toBe(5_300)
    clocks.slept = 3_600_000
    clocks.ms += 200
    expect(elapsed() - from).toBeGreaterThan(3_600_000 + 5_500 - 1_000)
    expect(elapsed() - from).toBeLessThan(3_600_000 + 5_500 + 1_000)
  })
})
