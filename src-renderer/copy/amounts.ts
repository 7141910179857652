import { humanTime } from '../../src-shared/text/timecode.ts'

/** How amounts, days and times are said on every screen, in the manner of the person's system. */
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
const DAY_ONLY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
const NUMBER = new Intl.NumberFormat()
const NUMBER_1 = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 })
const AND = new Intl.ListFormat(undefined, { type: 'conjunction' })

const A_DAY = /^\d{4}-\d{2}-\d{2}$/

/** A day without a time is that day everywhere; the standard's parser would take it for midnight in Greenwich. */
const moment = (date: string): Date => new Date(A_DAY.test(date) ? `${date}T12:00:00` : date)

/** "Fri, 20 Nov 2026", with the time where the date has one. */
export function meetingDay(date: string): string {
  const at = moment(date)
  if (Number.isNaN(at.getTime())) return date
  return A_DAY.test(date) ? DAY.format(at) : `${DAY.format(at)}, ${CLOCK.format(at)}`
}

/** "20 Nov" */
export function shortDay(date: string | number): string {
  const at = typeof date === 'number' ? new Date(date) : moment(date)
  return Number.isNaN(at.getTime()) ? String(date) : DAY_ONLY.format(at)
}

export const momentOf = (ms: number): string => MOMENT.format(ms)

/** "24 min", "1 h 5 min", "40 s" */
export function length(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

export const clock = humanTime

/** Decimal units, as shops and file managers of most systems count: "466 MB". */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`
  const [size, unit] = count < 1e6 ? [count / 1e3, 'kB'] : count < 1e9 ? [count / 1e6, 'MB'] : [count / 1e9, 'GB']
  return `${(size < 10 ? NUMBER_1 : NUMBER).format(size < 10 ? size : Math.round(size))} ${unit}`
}

export const count = (value: number): string => NUMBER.format(value)

export const many = (value: number, one: string, more: string): string => `${NUMBER.format(value)} ${value === 1 ? one : more}`

export const allOf = (words: readonly string[]): string => AND.format(words)
