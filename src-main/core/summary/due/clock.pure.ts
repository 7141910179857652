import { addMonths, weekdayOf, type Day } from './calendar.pure.ts'
import { NUMBERS } from './vocabulary.pure.ts'
import type { DueWord } from './words.pure.ts'

/** So many days, weeks or months; `days` is the unit's length, null for months. */
interface Counted {
  readonly days: number | null
  readonly add: (from: Day) => Day
  readonly end: number
}

/** "Two weeks", "a couple of days", "ten working days". */
export function countAt(words: readonly DueWord[], at: number): Counted | null {
  let from = at
  let amount = amountOf(words[from]?.key)
  if (amount === null) return null
  from++
  if (amount === 1 && /^(?:couple|few)$/.test(words[from]?.key ?? '')) amount = NUMBERS.get(words[from++]?.key ?? '') ?? amount
  if (words[from]?.key === 'of') from++
  const working = /^(?:business|working)$/.test(words[from]?.key ?? '')
  if (working || /^(?:calendar|more)$/.test(words[from]?.key ?? '')) from++
  const unit = words[from]?.key.replace(/s$/, '')
  const [times, end] = [amount, from + 1]
  if (unit === 'day') return { days: 1, end, add: working ? (day) => afterWorkingDays(day, times) : (day) => day + times }
  if (unit === 'week') return { days: 7, end, add: (day) => day + 7 * times }
  if (unit === 'fortnight') return { days: 14, end, add: (day) => day + 14 * times }
  return unit === 'month' ? { days: null, end, add: (day) => addMonths(day, times) } : null
}

const amountOf = (key = ''): number | null => NUMBERS.get(key) ?? (key.length <= 3 && /^\d+$/.test(key) ? Number(key) : null)

function afterWorkingDays(from: Day, amount: number): Day {
  let day = from
  for (let left = amount; left > 0; ) if (weekdayOf(++day) < 5) left--
  return day
}

const NOON = new Set(['noon', 'midday', 'midnight', 'lunch', 'lunchtime', 'teatime'])
const HOURS = /^\d{1,2}(?:[:.]\d{2})?(?:am|pm)$|^\d{1,2}:\d{2}$/
const HOUR_MARK = new Set(['am', 'pm', "o'clock", 'o’clock'])

/** A time of day without a day is today's: "by noon", "before 5pm", "by half past three", "within the hour", "in two hours". */
export function clockToday(words: readonly DueWord[], today: Day): { day: Day; from: number; to: number } | null {
  for (const [from, { key }] of words.entries()) {
    const to = key === 'by' || key === 'before' ? clockAt(words, from + 1) : key === 'within' || key === 'in' ? hoursAt(words, from + 1) : null
    if (to !== null) return { day: today, from, to }
  }
  return null
}

function clockAt(words: readonly DueWord[], start: number): number | null {
  const at = /^(?:about|around|say)$/.test(words[start]?.key ?? '') ? start + 1 : start
  const key = words[at]?.key ?? ''
  if (NOON.has(key) || HOURS.test(key)) return at + 1
  const next = words[at + 1]?.key ?? ''
  if (amountOf(key) !== null && HOUR_MARK.has(next)) return at + 2
  return (key === 'half' || key === 'quarter') && /^(?:past|to)$/.test(next) && amountOf(words[at + 2]?.key) !== null ? at + 3 : null
}

function hoursAt(words: readonly DueWord[], start: number): number | null {
  const at = /^(?:the|next|about|half)$/.test(words[start]?.key ?? '') ? start + 1 : start
  if (words[at]?.key === 'hour' && at > start) return at + 1
  return amountOf(words[at]?.key) !== null && /^hours?$/.test(words[at + 1]?.key ?? '') ? at + 2 : null
}
