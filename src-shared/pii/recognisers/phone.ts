import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import { wordsAfter, wordsBefore } from '../cue-window.ts'
import { nearestCue } from '../cues.ts'
import { isDateForm, numberRuns, type NumberRun } from '../number-runs.ts'
import type { Candidate, Language, Recogniser, RecogniserContext } from '../recogniser.ts'
import type { View } from '../views.ts'

/** Countries whose national numbers are tried when there is no country code. */
const COUNTRIES: Record<Language, readonly CountryCode[]> = {
  en: ['US', 'GB', 'AU', 'IE', 'IN'],
  de: ['DE', 'AT', 'CH'],
  fr: ['FR', 'BE', 'CH'],
  es: ['ES', 'MX'],
  sv: ['SE', 'FI'],
  other: ['US', 'GB', 'DE', 'FR'],
}

const EXTENSION = /^[\s,;]{0,3}(?:ext(?:ension)?|x|apparat|durchwahl|poste|extensi[oó]n|anknytning)[\s.:]{0,2}\d{1,6}(?!\d)/
const CUE_BEHIND = /^[\s,.]{0,3}(?:(?:and |just |to )?(?:leave (?:me |us )?a (?:message|voicemail)|call me back)|(?:is|ist|est|es|är) (?:my|the|meine|mon|mi|mitt) (?:number|cell|mobile|phone|nummer|handy|num))/

export const phoneRecogniser: Recogniser = {
  name: 'phone',
  needsDigit: true,
  *find(view, context) {
    for (const run of numberRuns(view)) {
      if (run.digits.length < 7 || run.digits.length > 17 || isDateForm(run.text)) continue
      const found = phoneIn(view, run, context)
      if (found !== null) yield found
    }
  },
}

function phoneIn(view: View, run: NumberRun, context: RecogniserContext): Candidate | null {
  if (/[\p{L}\p{N}_]/u.test(view.text.charAt(run.start - 1)) || /[\p{L}_@]/u.test(view.text.charAt(run.end))) return null
  const after = wordsAfter(view, run.end)
  const before = wordsBefore(view, run.start, context)
  const nearest = nearestCue(before)
  // "model 832. Call Ann, 020 …": what another sentence counts is not this.
  const isElsewhere = nearest?.kind === 'nobody' && /[.!?]\s|\n/.test(before.slice(-nearest.distance))
  const cue = isElsewhere ? undefined : nearest?.kind
  const hasCue = cue === 'phone' || CUE_BEHIND.test(after)
  // Numbering plans have gaps that lists know late; a trunk nought and pairs are written for nothing else.
  const isPaired = context.lang === 'fr' && /^0[1-9](?:[ .]?\d{2}){4}$/.test(run.text)
  if (!hasCue && isPaired && cue !== 'nobody') return { start: run.start, end: run.end, type: 'PHONE', score: 0.7, cue: 'numbering plan' }
  const isTrunk = context.lang === 'en' && (view.kind === 'source' ? TRUNK.test(run.text) : /^0[127]\d{9}$/.test(run.digits) && isSaid(view, run))
  if (!hasCue && (cue === 'nobody' || !(looksWritten(run) || isSaid(view, run)))) return null
  if (!hasCue && BEFORE_DATE.test(run.text)) return null
  const isValid = isValidPhone(run.text, context.lang)
  if (!hasCue && !isValid && !isTrunk) return null
  const end = run.end + (EXTENSION.exec(after)?.[0].length ?? 0)
  if (!hasCue) return { start: run.start, end, type: 'PHONE', score: isValid ? 0.75 : 0.7, cue: 'numbering plan' }
  if (isValid) return { start: run.start, end, type: 'PHONE', score: 0.95, cue: 'trigger word' }
  return /[/]/.test(run.text) && run.digits.length < 9 ? null : { start: run.start, end, type: 'PHONE', score: 0.75, cue: 'trigger word' }
}

/** A trunk nought and the groups of Great Britain. */
const TRUNK = /^0(?:1\d{3} \d{3} ?\d{3}|1\d{2} \d{3} \d{4}|2\d \d{4} \d{4}|7\d{3} \d{3} ?\d{3})$/

/** "653604654 07/01/1984": in a row, a number and a date. */
const BEFORE_DATE = /[ ,](?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d$/

/** "1.204.500", "1 180 000". */
const AMOUNT = /^[1-9]\d?(?:[. \u00a0\u202f]\d{3})+$/

/** A bare row of digits is more often an order than a telephone; a plus, a leading zero or grouping says telephone. */
function looksWritten(run: NumberRun): boolean {
  if (/,/.test(run.text) || AMOUNT.test(run.text)) return false
  return run.text.startsWith('+') || run.text.startsWith('00') || /[ \-().]/.test(run.text) || /^0\d{9,10}$/.test(run.text)
}

/** Ten digits read out one by one: a telephone number, if the plan has it. */
function isSaid(view: View, run: NumberRun): boolean {
  if (view.kind === 'source' || run.digits.length < 9) return false
  const { start, end } = view.range(run.start, run.end)
  return end - start >= run.digits.length * 1.7
}

function isValidPhone(written: string, lang: Language): boolean {
  const key = `${lang} ${written}`
  const before = judged.get(key)
  if (before !== undefined) return before
  const found = judge(written, lang)
  if (judged.size >= MAX_JUDGED) judged.clear()
  judged.set(key, found)
  return found
}

/** Both views have most numbers, every look at a text has them again, and a plan is asked once for each country. */
const judged = new Map<string, boolean>()
const MAX_JUDGED = 256

function judge(written: string, lang: Language): boolean {
  const text = written.replaceAll(',', '')
  const international = text.startsWith('00') ? `+${text.slice(2)}` : text
  // Nobody says a plus for anything else, so a number of the right length will do.
  if (international.startsWith('+')) return parsePhoneNumberFromString(international)?.isPossible() ?? false
  return COUNTRIES[lang].some((country) => parsePhoneNumberFromString(text, country)?.isValid() ?? false)
}
