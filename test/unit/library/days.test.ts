import { describe, expect, it } from 'vitest'
import { byDay, neighbourOf, newestFirst } from '../../../src-renderer/features/library/days.ts'

const meeting = (id: string, date: string, createdAt = 0) => ({ id, date, createdAt })
const NOW = new Date('2026-11-21T10:00:00')
const MEETINGS = [
  meeting('yesterday', '2026-11-20'),
  meeting('morning', '2026-11-21T09:00:00'),
  meeting('last year', '2025-12-31T23:59:00'),
  meeting('noon', '2026-11-21T12:00:00'),
]

describe('meetings by day', () => {
  it('puts the newest first, and names days as people do', () => {
    const days = byDay(newestFirst(MEETINGS), NOW, 'en-GB')
    expect(days.map(({ title, rows }) => [title, rows.map(({ id }) => id)])).toEqual([
      ['Today', ['noon', 'morning']],
      ['Yesterday', ['yesterday']],
      [expect.stringMatching(/^Wednesday,? 31 December 2025$/), ['last year']],
    ])
  })

  it('takes a day without a time for that day here, in every zone', () => {
    expect(byDay([meeting('a', '2026-11-21')], NOW, 'en-GB').map(({ title }) => title)).toEqual(['Today'])
  })

  it('orders meetings of one moment by when they came in', () => {
    expect(newestFirst([meeting('first', '2026-11-21', 1), meeting('second', '2026-11-21', 2)]).map(({ id }) => id)).toEqual(['second', 'first'])
  })

  it('finds the meeting above and below another, and none beyond the ends', () => {
    expect(neighbourOf(MEETINGS, 'morning', 1)).toBe('yesterday')
    expect(neighbourOf(MEETINGS, 'morning', -1)).toBe('noon')
    expect(neighbourOf(MEETINGS, 'last year', 1)).toBeUndefined()
    expect(neighbourOf(MEETINGS, 'gone', 1)).toBeUndefined()
  })
})
