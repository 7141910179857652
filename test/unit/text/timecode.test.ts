import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { humanTime, leadingClock, parseClock, parseSpokenClock, srtTime, vttTime } from '../../../src-shared/text/timecode.ts'

describe('clock times', () => {
  it.each([
    ['0:35', 35_000], ['00:00:01.250', 1250], ['00:00:01,250', 1250], ['1:02:03.5', 3_723_500], ['123:00:00', 442_800_000], ['75:30', 4_530_000],
      ['0:01.123456', 1123],
  ])('%s', (text, ms) => {
    expect(parseClock(text)).toBe(ms)
  })

  it.each(['', '35', '0:60', '1:60:00', '0:1:2:3', '0:35 ', 'a0:35', '0:35.', '1234567:00:00'])('%j is none', (text) => {
    expect(parseClock(text)).toBeUndefined()
  })

  it('finds a clock at the start only, whole', () => {
    expect(leadingClock('0:05 words')).toEqual({ ms: 5000, length: 4 })
    expect([leadingClock(' 0:05'), leadingClock('0:0:0:05'), leadingClock('0:055')]).toEqual([undefined, undefined, undefined])
  })

  it('reads times said in words', () => {
    expect(['30 seconds', '1 minute 10 seconds', '12 minutes', '1 hour 1 second', '2 hours 3 minutes 4 seconds'].map(parseSpokenClock)).toEqual([
      30_000, 70_000, 720_000, 3_601_000, 7_384_000,
    ])
    expect(['', 'minutes', '1 second 2 minutes', 'in 3 minutes'].map(parseSpokenClock)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('writes what it reads, for any time', () => {
    fc.assert(
      fc.property(fc.nat(400_000_000), (ms) => {
        expect(parseClock(vttTime(ms))).toBe(ms)
        expect(parseClock(srtTime(ms))).toBe(ms)
        expect(parseClock(humanTime(ms))).toBe(ms - (ms % 1000))
      }),
    )
  })
})
