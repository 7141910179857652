import { parseClock } from '../../../src-shared/text/timecode.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * Some programs write the time of day. Counted from the first entry those become times from the start; a step back by
 * more than half a day is midnight.
 */
export function fromFirst(times: readonly (number | undefined)[]): (number | undefined)[] {
  const first = times.find((time) => time !== undefined) ?? 0
  let day = 0
  let last = first
  return times.map((time) => {
    if (time === undefined) return undefined
    if (time + day < last - DAY_MS / 2) day += DAY_MS
    last = time + day
    return Math.max(0, last - first)
  })
}

/** A first entry later than this reads as time of day where a program is known to write that. */
export const looksLikeTimeOfDay = (times: readonly (number | undefined)[], afterMs: number): boolean =>
  (times.find((time) => time !== undefined) ?? 0) >= afterMs

/** "1:05:00 PM" in milliseconds of the day. */
export const withHalfDay = (ms: number, half: string | undefined): number =>
  half === undefined ? ms : (ms % (12 * HOUR_MS)) + (half.toLowerCase().startsWith('p') ? 12 * HOUR_MS : 0)

/** Milliseconds of a clock; of the time of day, "10:02" are hours and minutes. */
export function clockIn(text: string, ofDay: boolean): number | undefined {
  const ms = parseClock(text)
  return ofDay && ms !== undefined && /^\d{1,2}:\d{2}$/.test(text) ? ms * 60 : ms
}
