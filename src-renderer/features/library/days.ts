import { library } from '../../copy/library.ts'

/** A meeting's date as stored: a day, or a day with a time, with or without a zone. A day alone is that day here. */
export function momentOf(date: string): { readonly at: Date; readonly hasTime: boolean } {
  const hasTime = date.includes('T')
  return { at: new Date(hasTime ? date : `${date}T00:00`), hasTime }
}

const dayKey = (at: Date): string => `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`

/** Today, Yesterday, the weekday within a week, then the date. */
export function dayName(at: Date, now: Date, locale: string | undefined): string {
  const yesterday = new Date(now)
  yesterday.setDate(now.getDate() - 1)
  if (dayKey(at) === dayKey(now)) return library.today
  if (dayKey(at) === dayKey(yesterday)) return library.yesterday
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year }).format(at)
}

export interface Day<Row> {
  readonly id: string
  readonly title: string
  readonly rows: readonly Row[]
}

/** Rows, newest first, by the day of their meeting. */
export function byDay<Row extends Dated>(rows: readonly Row[], now: Date, locale?: string): Day<Row>[] {
  const days = Map.groupBy(rows, ({ date }) => dayKey(momentOf(date).at))
  return [...days].map(([id, of]) => ({ id, title: dayName(momentOf(of[0]?.date ?? '').at, now, locale), rows: of }))
}

interface Dated {
  readonly date: string
  readonly createdAt: number
}

/** By when the meeting was; of the same moment, the one that came in last is first. */
export const newestFirst = <Row extends Dated>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => momentOf(b.date).at.getTime() - momentOf(a.date).at.getTime() || b.createdAt - a.createdAt)

/** The meeting below (1) or above (-1) another in the library. */
export function neighbourOf(rows: readonly (Dated & { readonly id: string })[], id: string, by: 1 | -1): string | undefined {
  const order = newestFirst(rows)
  const at = order.findIndex((row) => row.id === id)
  return at === -1 ? undefined : order[at + by]?.id
}
