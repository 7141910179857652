import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SourceClock } from '../../../../../src-main/hosts/supervisor/recorder/source-clock.ts'

/** A computer: time that goes by, what of it is known to have been slept, and a source's clock that does not count that. */
function computer() {
  const time = { ms: 7_000, asleep: 0, source: 50_000 }
  const clock = new SourceClock({ now: () => time.ms, asleep: () => time.asleep })
  return {
    clock,
    pass(ms: number): void {
      time.ms += ms
      time.source += ms
    },
    sleep(ms: number, isKnown = true): void {
      time.ms += ms
      if (isKnown) time.asleep += ms
    },
    /** What was captured so long ago comes now. */
    hear: (lateMs: number) => clock.heard(time.source - lateMs, time.ms),
    get now() {
      return time.ms
    },
  }
}

describe('when sound was captured', () => {
  it('is said by its source, however late a busy machine brings it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 100 }), (delays) => {
        const { hear, pass } = computer()
        const first = hear(0).at
        let gone = 0
        for (const delay of delays) {
          pass(100)
          gone += 100
          const late = Math.min(delay, gone)
          expect(hear(late)).toEqual({ at: first + gone - late, slept: false })
        }
      }),
    )
  })

  it('counts what the computer slept, though the source’s clock stood still; and says so', () => {
    const one = computer()
    one.hear(0)
    one.pass(1_000)
    one.sleep(3_600_000)
    one.pass(100)
    expect(one.hear(0)).toEqual({ at: one.now, slept: true })
    one.pass(100)
    expect(one.hear(0)).toEqual({ at: one.now, slept: false })
  })

  it('counts it, too, where only the source’s clock shows it, once nothing else can be the reason', () => {
    const one = computer()
    one.hear(0)
    one.sleep(600_000, false)
    const said = Array.from({ length: 400 }, () => {
      one.pass(100)
      return { ...one.hear(0), now: one.now }
    })
    expect(said.filter(({ slept }) => slept)).toHaveLength(1)
    expect(said.at(-1)?.at).toBe(one.now)
    expect(said[0]?.at).toBe((said[0]?.now ?? 0) - 600_000)
  })

  it('takes no machine that is behind for minutes for one that slept', () => {
    const one = computer()
    one.hear(0)
    for (let tenth = 1; tenth < 3_000; tenth++) {
      one.pass(100)
      // Every ten seconds what has piled up for that long comes at once, and the way is eight seconds behind all the time.
      if (tenth <= 200 || tenth % 100 !== 0) continue
      for (let late = 17_900; late >= 8_000; late -= 100) expect(one.hear(late)).toEqual({ at: one.now - late, slept: false })
    }
  })

  it('is when it comes, where the source does not know', () => {
    const one = computer()
    expect(one.clock.heard(undefined, one.now)).toEqual({ at: one.now, slept: false })
    one.sleep(5_000)
    expect(one.clock.heard(undefined, one.now)).toEqual({ at: one.now, slept: true })
  })
})
