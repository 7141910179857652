import { cuesIn, type CueKind } from '../cues.ts'
import { wordsAfter, wordsBefore } from '../cue-window.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { isEnglishWord } from '../names/english-words.ts'
import { isCommonIn } from '../names/words-by-language.ts'
import { vehicleNear } from '../names/vehicles.ts'
import type { Recogniser } from '../recogniser.ts'

/**
 * Number plates of the countries where the five languages are spoken and of their neighbours, beside a vehicle: its make, its
 * colour and model, or what it does ("a silver Skoda, LK17 ZRT, is blocking the gate"). Letters and digits in a plate's order
 * are many other things, so the form alone says nothing.
 */
const FORMS = [
  '[A-Z]{2}\\d{2}[ -]?[A-Z]{3}', '[A-Z]\\d{1,3}[ -]?[A-Z]{3}', '[A-Z]{3}[ -]?\\d{1,4}[A-Z]?', // Great Britain, Sweden, America
  '[A-ZÄÖÜ]{1,3}[ -]{1,3}[A-Z]{1,2}[ -]?\\d{1,4}[EH]?', '[A-Z]{1,2}[ -]?\\d{1,5}[ -]?[A-Z]{1,3}', // Germany, Austria
  '[A-ZÄÖÜ]{4,5}\\d{2,4}', '[A-Z]{2}[ -]?\\d{3}[ -]?[A-Z]{2}', '\\d{1,4}[ -]?[A-Z]{2,3}[ -]?\\d{2}', '[A-Z]{2}[ -]?\\d{4,6}', // France, Switzerland, the North
  '\\d{4}[ -]?[A-Z]{3}', '[A-Z]{1,2}[ -]?\\d{4}[ -]?[A-Z]{1,2}', // Spain
  '\\d{2,3}[ -]?[A-Z]{1,2}[ -]?\\d{1,6}', '\\d{1,3}[ -]?[A-Z]{3}[ -]?\\d{0,3}', '[A-Z]{2,3}[ -]?\\d{2}[A-Z\\d][ -]?[A-Z\\d]?', '[A-Z]-\\d{3}-[A-Z]{2}', // Ireland, the Netherlands
]
const PLATE = new RegExp(`(?<![\\p{L}\\d.,/-])(?:${FORMS.join('|')})(?![\\p{L}\\d]|[-.,/:]\\d)`, 'giu')

const MIN_SIGNS = 5
const BEFORE = 60
const BEHIND = 48

export const plateRecogniser: Recogniser = {
  name: 'plate',
  needsDigit: true,
  *find(view, context) {
    for (const { index, text } of platesIn(view.text, context.lang)) {
      if (text.replace(/[ -]/g, '').length < MIN_SIGNS) continue
      const before = wordsBefore(view, index, context, BEFORE)
      if (cuesIn(before).some(({ kind, distance }) => !NO_STRANGERS.has(kind) && distance < 24) || /[$€£#] ?$/.test(before)) continue
      const isBritish = context.lang === 'en' && BRITISH.test(text) && !cuesIn(before).some(({ kind }) => kind === 'nobody')
      const near = isBritish || vehicleNear(clauseBefore(before), context.lang) ||
        vehicleNear(clauseBehind(wordsAfter(view, index + text.length, BEHIND)), context.lang)
      if (near) yield { start: index, end: index + text.length, type: 'LICENSE_PLATE', score: 0.86, cue: 'vehicle' }
    }
  },
}

/** Cues that may stand before a plate: of no other value that looks like one ("bay three is blocked by …"). */
const NO_STRANGERS: ReadonlySet<CueKind> = new Set(['plate', 'ip', 'birth', 'card'])

/** Plates of Great Britain since 2001: the half year of registration and letters that are never used leave few other codes. */
const BRITISH = /^[A-HJ-PR-Y]{2}(?:0[1-9]|[12]\d|5[1-9]|[67]\d)[ -]?[A-HJ-PR-Z]{3}$/i

/** Rows in a plate's order without a word in them. "el 6562 XYZ": behind a word that is none of it, the row is read anew. */
function platesIn(text: string, lang: string): { index: number; text: string }[] {
  const found: { index: number; text: string }[] = []
  PLATE.lastIndex = 0
  for (let match = PLATE.exec(text); match !== null; match = PLATE.exec(text)) {
    const [row] = match
    const word = /^\p{L}+/u.exec(row)?.[0]
    if (word !== undefined && isWordHere(word, lang)) PLATE.lastIndex = match.index + word.length
    else if (!(row.match(/\p{L}+/gu) ?? []).some((part) => isWordHere(part, lang))) found.push({ index: match.index, text: row })
  }
  return found
}

/** The same sentence, or the one before it; behind, the same only. */
const clauseBefore = (before: string): string => before.split('\n').slice(-2).join(' ')
const clauseBehind = (after: string): string => after.split(/[\n.;!?]/, 1)[0] ?? ''

/** "2019 BMW", "the 205": what is a word, a make or a measure is no part of a plate. In capitals only the least likely are words. */
export function isWordHere(part: string, lang: string): boolean {
  const lower = part.toLowerCase()
  if (part === part.toUpperCase()) return NEVER_PARTS.has(lower)
  return NO_PARTS.has(lower) || NEVER_PARTS.has(lower) ||
    (lower.length > 1 && (isFunctionWord(lower) || (lang === 'en' || lang === 'other' ? isEnglishWord(lower) : isCommonIn(lower, lang))))
}
const NEVER_PARTS = new Set('ice tgv ave bmw gmc gti tdi gts tfsi amg suv lkw pkw csl gtr eur usd gbp sek chf mph rpm kmh kwh nsw qld vic tas'.split(' '))
const NO_PARTS = new Set('vw mg gt hp ps cv kw km cc mpg kg mm cm am pm uhr euro euros th st nd rd rs'.split(' '))
