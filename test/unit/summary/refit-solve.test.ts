import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitLogistic, fitRidge } from '../../../src-main/core/summary/refit/solve.pure.ts'

const free = { mean: [0, 0], strength: [1e-9, 1e-9] }

describe('fitting of weights', () => {
  it('finds the line that made the data', () => {
    fc.assert(fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), (slope, offset) => {
      const examples = [0, 1, 2, 5].map((at) => ({ x: [1, at], y: offset + slope * at }))
      const [foundOffset = NaN, foundSlope = NaN] = fitRidge(examples, free)
      expect(foundOffset).toBeCloseTo(offset, 4)
      expect(foundSlope).toBeCloseTo(slope, 4)
    }))
  })

  it('finds the odds of a feature', () => {
    // With the feature three of four are items, without it one of four.
    const examples = [1, 1, 1, 0].map((y) => ({ x: [1, 1], y })).concat([1, 0, 0, 0].map((y) => ({ x: [1, 0], y })))
    const [bias = NaN, weight = NaN] = fitLogistic(examples, free)
    expect(bias).toBeCloseTo(Math.log(1 / 3), 3)
    expect(weight).toBeCloseTo(Math.log(9), 3)
  })

  it('counts an example as often as its weight says', () => {
    const [once, twice] = [{ x: [1, 1], y: 1 }, { x: [1, 0], y: 0 }]
    const others = [{ x: [1, 0], y: 1 }, { x: [1, 1], y: 0 }]
    const held = { mean: [0, 0], strength: [1, 1] }
    const weighed = fitLogistic([once, { ...twice, weight: 2 }, ...others, { x: [1, 1], y: 1, weight: 0 }], held)
    const repeated = fitLogistic([once, twice, twice, ...others], held)
    weighed.forEach((weight, at) => expect(weight).toBeCloseTo(repeated[at] ?? NaN, 6))
  })

  it('stays at the prior where the data say nothing, and settles from far off', () => {
    const examples = Array.from({ length: 40 }, (_, i) => ({ x: [1, 0], y: i % 4 === 0 ? 1 : 0 }))
    const [bias = NaN, weight = NaN] = fitLogistic(examples, { mean: [30, 1.25], strength: [1e-9, 1] })
    expect(bias).toBeCloseTo(Math.log(1 / 3), 3)
    expect(weight).toBeCloseTo(1.25, 6)
  })
})
