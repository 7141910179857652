import { leadingClock } from '../../../src-shared/text/timecode.ts'
import { clockIn, withHalfDay } from './clock-time.ts'
import type { Line } from './tidy.ts'

/** A time at the beginning of a line, and what stands behind it. */
export interface Stamp {
  readonly at: number
  readonly startMs: number | undefined
  readonly endMs: number | undefined
  /** Tells the time of day, by its half or by a date before it. */
  readonly ofDay: boolean
  readonly dated: boolean
  readonly bracketed: boolean
  readonly rest: string
}

const OPENERS = /^\s{0,40}[@\-*•#]{0,4}\s{0,4}([[(]?)\s?/
/** Before a clock: the day, where a line tells it. */
export const DAY = /^(?:\d{4}-\d{2}-\d{2}[T ]|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}),? )(?=\d)/
const HALF_DAY = /^\s?([ap])\.?m\.?(?![a-z])/i
/** A comma alone parts the two times in YouTube's SBV. */
const RANGE = /^(?:\s{0,4}(?:-->|->|–|—|-|to)\s{0,4}|,(?=\d))/
const FRAMES = /^(\d{2}:\d{2}:\d{2})[:;]\d{2}(?!\d)/
const UNTIMED = '--:--]'

export function stampOf({ text }: Line, at: number): Stamp | undefined {
  const opener = OPENERS.exec(text)
  let rest = text.slice(opener?.[0].length ?? 0)
  const bracketed = (opener?.[1] ?? '') !== ''
  if (bracketed && rest.startsWith(UNTIMED)) {
    return { at, startMs: undefined, endMs: undefined, ofDay: false, dated: false, bracketed, rest: rest.slice(UNTIMED.length) }
  }
  const day = DAY.exec(rest)?.[0] ?? ''
  rest = rest.slice(day.length)
  // Video editors count frames behind the seconds.
  rest = rest.replace(FRAMES, '$1')
  const start = leadingClock(rest)
  if (start === undefined) return undefined
  const clock = rest.slice(0, start.length)
  rest = rest.slice(start.length)
  const half = HALF_DAY.exec(rest)
  rest = rest.slice(half?.[0].length ?? 0)
  const range = RANGE.exec(rest)
  if (range !== null) rest = range[0] + rest.slice(range[0].length).replace(FRAMES, '$1')
  const end = range === null ? undefined : leadingClock(rest.slice(range[0].length))
  if (range !== null && end !== undefined) rest = rest.slice(range[0].length + end.length)
  if (bracketed) {
    const closer = /^\s?[\])]/.exec(rest)
    if (closer === null) return undefined
    rest = rest.slice(closer[0].length)
  } else if (!/^(?:\s|$|[-–—|:])/.test(rest)) {
    return undefined
  }
  const ofDay = half !== null || day !== ''
  return {
    at,
    startMs: withHalfDay(clockIn(clock, ofDay) ?? start.ms, half?.[1]),
    endMs: end?.ms,
    ofDay,
    dated: day !== '',
    bracketed,
    rest: rest.replace(/^\s{0,8}(?:[-–—|:](?=\s|$))?/, ''),
  }
}
