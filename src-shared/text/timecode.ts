/**
 * Clock times as transcripts write them, in milliseconds from the start.
 *
 * One grammar for all formats: hours may have any number of digits up to six (meetings do not, but a recorder left
 * running does), fractions use a dot (WebVTT) or a comma (SRT). Minutes and seconds above 59 are not a clock, except
 * minutes without hours ("75:30").
 */
const CLOCK = String.raw`(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?`
const WHOLE_CLOCK = new RegExp(`^${CLOCK}$`)
const LEADING_CLOCK = new RegExp(`^${CLOCK}(?![\\d:])`)

/** Milliseconds of a text that is nothing but a clock ("1:02:03.5", "0:35", "00:00:01,250"); undefined when it is not one. */
export function parseClock(text: string): number | undefined {
  return milliseconds(WHOLE_CLOCK.exec(text))
}

/** A clock at the very start of a text, and how many characters it takes. */
export function leadingClock(text: string): { ms: number; length: number } | undefined {
  const match = LEADING_CLOCK.exec(text)
  const ms = milliseconds(match)
  return match === null || ms === undefined ? undefined : { ms, length: match[0].length }
}

function milliseconds(match: RegExpExecArray | null): number | undefined {
  if (match === null) return undefined
  const [, hours, minutes, seconds, fraction] = match
  const m = Number(minutes)
  const s = Number(seconds)
  if (s > 59 || (hours !== undefined && m > 59)) return undefined
  // Digits beyond the third are cut, as players do; "5" is half a second.
  const ms = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'))
  return ((Number(hours ?? 0) * 60 + m) * 60 + s) * 1000 + ms
}

/** Units as English, German, French, Spanish, Portuguese, Italian and Dutch write them out. */
const HOURS = 'hours?|Stunden?|heures?|horas?|ora|ore|uur'
const MINUTES = 'minutes?|Minuten?|minutos?|minuto|minuti|minuut|minuten'
const SECONDS = 'seconds?|Sekunden?|secondes?|segundos?|secondo|secondi|seconden?'
const SPOKEN = new RegExp(`^(?:(\\d{1,4}) (?:${HOURS})(?: |$))?(?:(\\d{1,4}) (?:${MINUTES})(?: |$))?(?:(\\d{1,2}) (?:${SECONDS}))?$`)

/** "1 hour 2 minutes 30 seconds", any part of it, as Teams says it to screen readers. */
export function parseSpokenClock(text: string): number | undefined {
  const match = text === '' ? null : SPOKEN.exec(text)
  if (match === null) return undefined
  const [hours = 0, minutes = 0, seconds = 0] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0))
  return ((hours * 60 + minutes) * 60 + seconds) * 1000
}

const two = (value: number): string => String(value).padStart(2, '0')

function parts(ms: number): { hours: number; minutes: number; seconds: number; millis: number } {
  const whole = Math.max(0, Math.round(ms))
  const seconds = Math.floor(whole / 1000)
  return { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60, millis: whole % 1000 }
}

/** `00:01:02.003`, with more digits of hours where needed (WebVTT, https://www.w3.org/TR/webvtt1/#webvtt-timestamp). */
export function vttTime(ms: number): string {
  const { hours, minutes, seconds, millis } = parts(ms)
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${String(millis).padStart(3, '0')}`
}

/** `00:01:02,003`: the same with SubRip's comma. */
export const srtTime = (ms: number): string => vttTime(ms).replace('.', ',')

/** `1:02` or `1:01:02`, for reading; cut to the second. */
export function humanTime(ms: number): string {
  const { hours, minutes, seconds } = parts(Math.floor(ms / 1000) * 1000)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}
