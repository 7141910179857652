import type { View } from './views.ts'
import { matchesOf } from './matches.ts'

/** Digits with at most three separators between neighbours: the raw material of phones, cards and account numbers. */
export interface NumberRun {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly digits: string
}

const RUN = /\+?\(?\d(?:[ \u00a0\u202f.,()/\u2010-\u2015-]{0,3}\d)*/g

const runs = new WeakMap<View, readonly NumberRun[]>()

/** All number runs of a view, found once and shared by every recogniser of numbers. */
export function numberRuns(view: View): readonly NumberRun[] {
  const known = runs.get(view)
  if (known !== undefined) return known
  const found = Array.from(matchesOf(view.text, RUN), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    digits: match[0].replace(/\D/g, ''),
  }))
  runs.set(view, found)
  return found
}

/** A run split at its separators: where each group of digits starts and ends in the view. */
export function digitGroups(run: NumberRun): { start: number; end: number; digits: string }[] {
  return Array.from(run.text.matchAll(/\d+/g), (match) => ({
    start: run.start + match.index,
    end: run.start + match.index + match[0].length,
    digits: match[0],
  }))
}

/**
 * Stretches of whole groups with `min` to `max` digits that pass a check, longest first at each place, never overlapping.
 * A card followed by its expiry date is one run; the check digits tell where the card ends.
 */
export function* groupsPassing(
  run: NumberRun, min: number, max: number, passes: (digits: string) => boolean,
): Generator<{ start: number; end: number; digits: string }> {
  const groups = digitGroups(run)
  for (let first = 0; first < groups.length; first++) {
    const hit = longestFrom(groups, first, min, max, passes)
    if (hit === null) continue
    yield hit
    first = hit.last
  }
}

function longestFrom(
  groups: readonly { start: number; end: number; digits: string }[], first: number, min: number, max: number,
  passes: (digits: string) => boolean,
): { start: number; end: number; digits: string; last: number } | null {
  const start = groups[first]?.start ?? 0
  let digits = ''
  let best: { start: number; end: number; digits: string; last: number } | null = null
  for (let last = first; last < groups.length; last++) {
    const group = groups[last]
    if (group === undefined || digits.length + group.digits.length > max) break
    digits += group.digits
    if (digits.length >= min && passes(digits)) best = { start, end: group.end, digits, last }
  }
  return best
}

const DATE = String.raw`(?:(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:19|20)\d{2})`
/** Runs end at a colon: of "10:02" the minutes may stand before a date, the hour behind it. */
const DATE_FORM = new RegExp(String.raw`^(?:\d{1,2}[ ,]{1,2})?${DATE}(?:[ ,-]{1,3}[0-2]?\d(?:[.][0-5]\d){0,2})?$`)

/** Written like a date, with or without an hour: no number of anybody's. */
export const isDateForm = (text: string): boolean => DATE_FORM.test(text)
