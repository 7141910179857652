import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secondLook } from '../../../src-main/core/summary/embedded/second-look.pure.ts'

const seen = (at: readonly number[], scores: readonly number[]) => secondLook(at, scores).map((found) => Object.fromEntries(found))

describe('a second look at candidates', () => {
  it('sees likely lines in the same exchange and in the same stretch, and not the line itself', () => {
    const [alone] = seen([10], [5])
    expect(alone).toEqual({ 'likely close by': 0, 'likely around': 0 })
    const [first, second, third] = seen([10, 12, 20], [-9, 5, -9])
    expect(first?.['likely close by']).toBeGreaterThan(0.9)
    expect(second?.['likely close by']).toBeLessThan(0.01)
    expect(third?.['likely close by']).toBeLessThan(0.01)
    expect(third?.['likely around']).toBeGreaterThan(0.4)
  })

  it('stays between nothing and one, and is the same for what stands as far apart elsewhere', () => {
    const candidates = fc.array(fc.record({ gap: fc.nat(8), score: fc.double({ min: -12, max: 12, noNaN: true }) }), { maxLength: 30 })
    fc.assert(
      fc.property(candidates, fc.nat(500), (given, moved) => {
        let line = 0
        const at = given.map(({ gap }) => (line += gap))
        const scores = given.map(({ score }) => score)
        const found = seen(at, scores)
        for (const value of found.flatMap((one) => Object.values(one))) expect(value >= 0 && value <= 1).toBe(true)
        expect(seen(at.map((one) => one + moved), scores)).toEqual(found)
      }),
    )
  })
})
