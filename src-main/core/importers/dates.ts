import { z } from 'zod'

const isoSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })])

/** An ISO 8601 day or date-time as it stands (a blank for the "T" is forgiven); undefined for anything else. */
export function isoDate(text: string): string | undefined {
  return isoSchema.safeParse(text.trim().replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T')).data
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const CLOCK = String.raw`(?:[,\s]+(?:at\s+)?(\d{1,2}):(\d{2})(?::\d{2})?(?:\s?([ap]m))?(?:\s+(GMT|UTC|Z)(?:([+-]\d{1,2})(?::?(\d{2}))?)?)?)?`
const NUMERIC = new RegExp(String.raw`(?:^|[^\d])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)${CLOCK}`, 'i')
const MONTH_FIRST = new RegExp(String.raw`\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${CLOCK}`, 'i')
const DAY_FIRST = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})${CLOCK}`, 'i')

/**
 * When a header line says the meeting was, as ISO 8601: "(2025-03-11 10:04 GMT)", "15 June 2026, 03:35am",
 * "July 10, 2026, 8:42PM". Only orders that cannot be misread; "03/11/2025" could be two days. A zone that is only a
 * name ("CET") is not turned into an offset: the time is then local.
 */
export function dateIn(line: string): string | undefined {
  const text = line.slice(0, 300)
  const numeric = NUMERIC.exec(text)
  if (numeric !== null) return compose(numeric[1], Number(numeric[2]), numeric[3], numeric.slice(4))
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst !== null) return compose(monthFirst[3], month(monthFirst[1]), monthFirst[2], monthFirst.slice(4))
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst !== null) return compose(dayFirst[3], month(dayFirst[2]), dayFirst[1], dayFirst.slice(4))
  return undefined
}

const month = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
const two = (value: number | string | undefined): string => String(value ?? 0).padStart(2, '0')

function compose(year: string | undefined, monthNumber: number, day: string | undefined, clock: readonly (string | undefined)[]): string | undefined {
  const date = `${year ?? ''}-${two(monthNumber)}-${two(day)}`
  const [hour, minute, half, zone, offsetHours, offsetMinutes] = clock
  if (hour === undefined) return isoDate(date)
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  const offset =
    zone === undefined ? '' : offsetHours === undefined ? 'Z' : `${offsetHours.startsWith('-') ? '-' : '+'}${two(offsetHours.slice(1))}:${two(offsetMinutes)}`
  return isoDate(`${date}T${two(hours)}:${two(minute)}:00${offset}`) ?? isoDate(date)
}
