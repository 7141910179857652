import { cuesIn } from './cues.ts'
import type { View } from './views.ts'
import { matchesOf } from './matches.ts'

/** Groups of letters and digits that may be one identifier: "PAT 073 950", "AB12 CDE", "X4897892L", "23-32-17". */
export interface Code {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Letters and digits only, in capitals. */
  readonly compact: string
}

/** Has a digit, or is a short row of capitals as in a plate. */
const GROUP = /(?<![\p{L}\p{N}])(?:[A-ZÄÖÜ]{1,5}(?![\p{L}\p{N}])|(?:(?!\d)[\p{L}\p{N}])*\d[\p{L}\p{N}]*)/gu
const MAX_GROUPS = 10
const MAX_CHARS = 40

const codes = new WeakMap<View, readonly Code[]>()

/** All codes of a view, each with at least one digit; found once and shared. */
export function codesOf(view: View): readonly Code[] {
  const known = codes.get(view)
  if (known !== undefined) return known
  const found = view.hasDigit ? findCodes(view.text) : []
  codes.set(view, found)
  return found
}

function findCodes(text: string): Code[] {
  const found: Code[] = []
  let groups: { start: number; end: number; text: string }[] = []
  const close = (): void => {
    // Trailing capitals without a digit belong to the next word ("AB12 CDE" keeps them, "1234 OK" does not matter).
    const first = groups[0]
    const last = groups.at(-1)
    if (first !== undefined && last !== undefined && groups.some((group) => /\d/.test(group.text))) {
      const body = text.slice(first.start, last.end)
      found.push({ start: first.start, end: last.end, text: body, compact: body.replace(/[^A-Za-z0-9]/g, '').toUpperCase() })
    }
    groups = []
  }
  for (const match of matchesOf(text, GROUP)) {
    const group = { start: match.index, end: match.index + match[0].length, text: match[0] }
    const last = groups.at(-1)
    const between = last === undefined ? '' : text.slice(last.end, group.start)
    // "4653-589-555-NR": what a hyphen joins to digits says nothing about them.
    if (isCueWord(group.text) && !/^[^\p{L}\p{N}]*-$/u.test(between)) {
      close()
      continue
    }
    const first = groups[0]
    // "456, 542" may be one number said in groups; "27, I" is not.
    const isNear = last !== undefined && /^(?:[ \u00a0]|[./-]|[ ]?[-·][ ]?|, ?)$/.test(between) &&
      (text[last.end] !== ',' || (/\d$/.test(last.text) && (group.start > last.end + 1 ? /^\d/ : /^\d{3}$/).test(group.text)))
    if (last !== undefined && (!isNear || groups.length >= MAX_GROUPS || group.end - (first?.start ?? 0) > MAX_CHARS)) close()
    groups.push(group)
  }
  close()
  return found
}

/** "SSN 738 …": what says what the code is does not belong to it. */
const isCueWord = (group: string): boolean => !/\d/.test(group) && (LABELS.has(group) || (group.length > 2 && cuesIn(group.toLowerCase()).length > 0))
const LABELS = new Set(['ID', 'NO', 'NR', 'NUM', 'REF', 'DL', 'PP', 'PPT', 'NI', 'NIR', 'MRN', 'ACC'])
