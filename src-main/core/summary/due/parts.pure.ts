import { addMonths, dateInMonth, dayFrom, endOfMonth, endOfQuarter, endOfYear, fridayOf, monthOf, weekdayOf, yearOf, type Day } from './calendar.pure.ts'
import { FIRST_ORDINALS, monthNamed, ORDINALS } from './vocabulary.pure.ts'
import type { DueWord } from './words.pure.ts'

/** Days that belong together, from the first to the last working one of a week, else to the very last; `end` is the index behind its words. */
export interface Period {
  readonly unit: 'week' | 'month' | 'quarter' | 'year'
  readonly first: Day
  readonly last: Day
  readonly end: number
}

const QUARTERS = new Map([['first', 1], ['second', 2], ['third', 3], ['fourth', 4], ['last', 4]])

/** "Next week", "the month", "November", "Q1", "the third quarter", "2027". One that is over is next year's. */
export function periodAt(words: readonly DueWord[], from: number, today: Day): Period | null {
  let at = from
  if (words[at]?.key === 'the') at++
  const key = words[at]?.key ?? ''
  const month = monthNamed(key)
  if (month !== null) return monthFrom(dayFrom(yearOf(today) + (month < monthOf(today) ? 1 : 0), month, 1), at + 1)
  const quarter = /^q[1-4]$/.test(key) ? Number(key[1]) : words[at + 1]?.key === 'quarter' ? QUARTERS.get(key) : undefined
  if (quarter !== undefined) {
    const end = at + (key.startsWith('q') ? 1 : 2)
    const ahead = (quarter - Math.ceil(monthOf(today) / 3) + 4) % 4
    return { unit: 'quarter', first: endOfQuarter(today, ahead - 1) + 1, last: endOfQuarter(today, ahead), end }
  }
  if (/^20\d\d$/.test(key)) {
    const years = Number(key) - yearOf(today)
    return years < 0 ? null : { unit: 'year', first: endOfYear(today, years - 1) + 1, last: endOfYear(today, years), end: at + 1 }
  }
  const later = key === 'next' ? 1 : 0
  if (later === 1 || key === 'this') at++
  const unit = words[at]?.key
  if (unit === 'week') return { unit, first: fridayOf(today, later) - 4, last: fridayOf(today, later), end: at + 1 }
  if (unit === 'month') return monthFrom(addMonths(today - dateInMonth(today) + 1, later), at + 1)
  if (unit === 'quarter') return { unit, first: endOfQuarter(today, later - 1) + 1, last: endOfQuarter(today, later), end: at + 1 }
  return unit === 'year' ? { unit, first: endOfYear(today, later - 1) + 1, last: endOfYear(today, later), end: at + 1 } : null
}

const monthFrom = (first: Day | null, end: number): Period | null => (first === null ? null : { unit: 'month', first, last: endOfMonth(first), end })

interface Part {
  readonly day: Day
  readonly end: number
  readonly unit: Period['unit']
}

/**
 * A part of a period: "early next week", "mid-November", "the middle of next week", "the first half of May", "the second week of
 * November", "year end". Null for a day that is over.
 */
export function partOf(words: readonly DueWord[], start: number, today: Day): Part | null {
  const found = anyPart(words, start, today)
  return found === null || found.day < today ? null : found
}

const UNITS = new Map<string, Period['unit']>([['week', 'week'], ['month', 'month'], ['quarter', 'quarter'], ['year', 'year']])

function anyPart(words: readonly DueWord[], start: number, today: Day): Part | null {
  const at = words[start]?.key === 'the' ? start + 1 : start
  const word = words[at]
  if (word === undefined) return null
  const [key, next = ''] = [word.key, words[at + 1]?.key]
  // "Mid-November", "year-end", "midweek": one word or two.
  const [head = '', tail] = key.includes('-') ? key.split('-') : [key]
  if (head === 'mid' && tail !== undefined) {
    const period = periodAt([{ ...word, key: tail }], 0, today)
    return period === null ? null : middleOf(period, at + 1)
  }
  if (key === 'midweek') return middleOf({ unit: 'week', first: fridayOf(today) - 4, last: fridayOf(today), end: at + 1 }, at + 1)
  const ends = UNITS.get(head)
  if (ends !== undefined && (tail === 'end' || (tail === undefined && next === 'end'))) {
    const period = periodAt([{ ...word, key: head }], 0, today)
    return period === null ? null : { unit: ends, day: period.last, end: at + (tail === 'end' ? 1 : 2) }
  }
  const of = next === 'of' ? at + 2 : at + 1
  if (key === 'early' || key === 'mid' || key === 'late' || ((key === 'middle' || key === 'start' || key === 'beginning') && next === 'of')) {
    const period = periodAt(words, of, today)
    if (period === null) return null
    if (key === 'mid' || key === 'middle') return middleOf(period, period.end)
    if (key === 'early' || key === 'late') {
      return period.unit === 'week' ? { unit: 'week', day: key === 'late' ? period.last : period.first + 1, end: period.end } : null
    }
    return { unit: period.unit, day: period.first, end: period.end }
  }
  if (words[at + 2]?.key !== 'of') return null
  const period = periodAt(words, at + 3, today)
  if (period?.unit !== 'month') return null
  const { first, last, end } = period
  if (next === 'half' && (key === 'first' || key === 'second')) return { unit: 'month', day: key === 'first' ? first + 14 : last, end }
  const nth = key === 'last' ? 5 : (FIRST_ORDINALS.get(key) ?? ORDINALS.get(key) ?? 0)
  return next === 'week' && nth > 0 && nth <= 5 ? { unit: 'month', day: fridayWithin(period, nth), end } : null
}

function middleOf({ unit, first }: Period, end: number): Part | null {
  return unit === 'week' ? { unit, day: first + 2, end } : unit === 'month' ? { unit, day: first + 14, end } : null
}

/** The Friday of a month's nth seven days; of its last ones for the fifth. */
function fridayWithin({ first, last }: Period, nth: number): Day {
  const friday = first + ((4 - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)
  return friday > last ? friday - 7 : friday
}
