import { describe, expect, it } from 'vitest'
import { createPiiFinder } from '../../../src-shared/pii/index.ts'

/** What makes a pattern try again and again: its own beginning, over and over, and nothing that ends it. */
const BEGINNINGS = ['a', '1', 'a.', '1 ', 'a@', '@a.', 'one ', 'my number is ', 'password is ', 'w w ', ' ', 'A1 ', '://a:', '12 rue a ', 'calle a ', 'Aa ',
  '1-', '1, ', 'é', 'ssh ', 'name ', '[0:00', 'log in as a ', 'telefontn', 'user_', ',;.', '!?']

/** Of three tries the best, since a busy machine may stop any one. */
function best(work: () => void): number {
  return Math.min(...[1, 2, 3].map(() => {
    const began = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(began)
    return user + system
  }))
}

describe('a hostile text takes time in proportion to its length', () => {
  it.each(BEGINNINGS)('%j', { timeout: 120_000 }, (beginning) => {
    const find = createPiiFinder({ lang: 'fr', participants: ['Alice Okonjo'] })
    const text = (chars: number): string => beginning.repeat(Math.ceil(chars / beginning.length))
    find(text(1000))
    const short = best(() => void find(text(4000)))
    const long = best(() => void find(text(32_000)))
    // Eight times the length: linear is 8, the square would be 64.
    expect(long / Math.max(short, 2000)).toBeLessThan(32)
  })
})
