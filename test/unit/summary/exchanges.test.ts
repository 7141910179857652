import { describe, expect, it } from 'vitest'
import { exchangesOf } from '../../../src-main/core/summary/embedded/exchanges.pure.ts'

interface Item {
  readonly index: number
  readonly says: string
  readonly owners?: readonly number[]
  readonly certain?: boolean
  readonly unreadable?: boolean
}

/** The lines that are shown, best first, each with the lines cited besides. */
const shown = (items: readonly Item[], isLong = true): [line: number, beside: readonly number[]][] =>
  exchangesOf(items, isLong, {
    task: ({ index, says }) => ({ index, segments: [index], stems: says.split(' ') }),
    owners: ({ owners = [] }) => owners,
    certain: ({ certain = false }) => certain,
    quote: ({ says, unreadable = false }) => (unreadable ? null : says),
  }).map(({ item, beside }) => [item.index, beside])

/** So far apart and of so different words that each has its own place. */
const apart = (count: number): Item[] => Array.from({ length: count }, (_, at) => ({ index: 100 * (at + 1), says: `matter${at} work${at}` }))

describe('exchanges', () => {
  it('shows once what is said twice, and cites both places', () => {
    expect(shown([{ index: 10, says: 'write report' }, { index: 30, says: 'write report' }], false)).toEqual([[10, [30]]])
  })

  it('takes what speaks of the same matter a few lines on for one, in long talk', () => {
    const matter = [{ index: 10, says: 'sales plan autumn' }, { index: 17, says: 'sales plan market costs' }]
    expect(shown(matter)).toEqual([[10, [17]]])
    expect(shown(matter, false)).toEqual([[10, []], [17, []]])
  })

  it('keeps two people’s work on one matter apart', () => {
    expect(shown([{ index: 10, says: 'sales plan autumn', owners: [0] }, { index: 12, says: 'sales plan market costs', owners: [1] }])).toHaveLength(2)
  })

  it('gives neighbours one place behind the first five, unless one is beyond doubt', () => {
    const neighbour = { index: 503, says: 'book room' }
    expect(shown([...apart(5), neighbour])).toEqual([...apart(4).map(({ index }) => [index, []]), [500, [503]]])
    expect(shown([...apart(4), neighbour, ...apart(5).slice(4)])).toHaveLength(5)
    expect(shown([...apart(5), { ...neighbour, certain: true }])).toHaveLength(6)
  })

  it('cites lines of a shown exchange though all places are taken, and shows more than eight only beyond doubt', () => {
    const all = shown([...apart(10), { index: 310, says: 'matter2 work2 again' }])
    expect(all).toHaveLength(8)
    expect(all[2]).toEqual([300, [310]])
    expect(shown(apart(20).map((item) => ({ ...item, certain: true })))).toHaveLength(12)
  })

  it('gives no place to what cannot be shown', () => {
    expect(shown([{ index: 10, says: 'write report', unreadable: true }, { index: 12, says: 'write report' }])).toEqual([[12, []]])
  })
})
