/** A day as the number of days since 1970-01-01, so that reckoning needs no time zone. */
export type Day = number

const DAY_MS = 86_400_000
const dateOf = (day: Day): Date => new Date(day * DAY_MS)

/** Reads the date as written at the start of an ISO 8601 string ("2025-03-12T23:30:00Z" is the 12th); null where there is none. */
export function dayOf(iso: string): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  return year === undefined ? null : dayFrom(Number(year), Number(month), Number(day))
}

/** @param month 1–12. Null for a day that is not in the calendar (31 April). */
export function dayFrom(year: number, month: number, date: number): Day | null {
  const made = new Date(Date.UTC(year, month - 1, date))
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? made.getTime() / DAY_MS : null
}

export const isoOf = (day: Day): string => dateOf(day).toISOString().slice(0, 10)
export const yearOf = (day: Day): number => dateOf(day).getUTCFullYear()
/** 1–12. */
export const monthOf = (day: Day): number => dateOf(day).getUTCMonth() + 1
export const dateInMonth = (day: Day): number => dateOf(day).getUTCDate()
/** Monday is 0, as in ISO 8601. */
export const weekdayOf = (day: Day): number => (dateOf(day).getUTCDay() + 6) % 7

export const mondayOf = (day: Day): Day => day - weekdayOf(day)
/** Friday of the working week; on a weekend, that of the next one. `weeks` later. */
export function fridayOf(day: Day, weeks = 0): Day {
  const friday = mondayOf(day) + 4 + 7 * weeks
  return weeks === 0 && friday < day ? friday + 7 : friday
}

/** Last day of the month `months` after the day's own. */
export function endOfMonth(day: Day, months = 0): Day {
  return Date.UTC(yearOf(day), monthOf(day) + months, 0) / DAY_MS
}

export function endOfQuarter(day: Day, quarters = 0): Day {
  const month = (Math.ceil(monthOf(day) / 3) + quarters) * 3
  return Date.UTC(yearOf(day), month, 0) / DAY_MS
}

export const endOfYear = (day: Day, years = 0): Day => Date.UTC(yearOf(day) + years, 11, 31) / DAY_MS

/** The same date some months on, or the month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const last = endOfMonth(day, months)
  return Math.min(last, last - dateInMonth(last) + dateInMonth(day))
}

/** The next day, today included, whose date in the month is this; null for 32. */
export function nextDate(day: Day, date: number): Day | null {
  if (date < 1 || date > 31) return null
  for (let months = 0; months < 12; months++) {
    const last = endOfMonth(day, months)
    const found = last - dateInMonth(last) + date
    if (found <= last && found >= day) return found
  }
  return null
}
