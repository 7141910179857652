import { stdnum } from 'stdnum'
import type { PiiType } from '../../domain/pii.ts'
import { codesOf, type Code } from '../codes.ts'
import { askedBefore, hasDigitsBefore, wordsAfter, wordsBefore } from '../cue-window.ts'
import { cuesIn, nearestCue, type Cue, type CueKind } from '../cues.ts'
import { isDateForm } from '../number-runs.ts'
import { isFunctionWord } from '../names/function-words.ts'
import type { View } from '../views.ts'
import { isMonth } from '../shadow/months.ts'
import { isOneLetterWord } from '../shadow/vocabulary.ts'
import type { Language, Recogniser, RecogniserContext } from '../recogniser.ts'
import { isWordHere } from './plates.ts'
import { matchesOf } from '../matches.ts'

/** What a cue makes of a code, and what a code of that kind looks like once blanks are gone. */
const KINDS: Readonly<Partial<Record<CueKind, { type: PiiType; shape: RegExp }>>> = {
  bank: { type: 'BANK_ACCOUNT', shape: /^(?:[A-Z0-9]{0,4}\d{5,17}|\d{5,10}[A-Z]\d{2,6})$/ },
  nationalId: { type: 'NATIONAL_ID', shape: /^(?:(?=(?:\D*\d){5})[A-Z0-9]{7,18}|[A-Z]{5}\d{4}[A-Z])$/ },
  passport: { type: 'PASSPORT', shape: /^(?:(?=(?:\D*\d){4})[A-Z0-9]{6,12}|(?=.*\d)[A-Z0-9]{9})$/ },
  licence: { type: 'DRIVER_LICENSE', shape: /^(?=(?:\D*\d){4})[A-Z0-9]{6,18}$/ },
  medical: { type: 'MEDICAL_ID', shape: /^(?=(?:\D*\d){4})[A-Z0-9]{5,20}$/ },
  plate: { type: 'LICENSE_PLATE', shape: /^(?=.*[A-Z])(?=.*\d)[A-Z0-9]{4,9}$/ },
}

/** Codes whose kind is said: shape plus the nearest cue, before or right behind. */
export const identifierRecogniser: Recogniser = {
  name: 'identifier',
  needsDigit: true,
  *find(view, context) {
    for (const code of codesOf(view)) {
      if (code.compact.length < 4 || STANDARD.test(code.text) || isDateForm(code.text) || isDayAndYear(code, view.lower)) continue
      const before = nearestCue(wordsBefore(view, code.start, context), (each) => canBe(each, code.compact))
      if (CURRENCY.test(wordsAfter(view, code.end)) && /^\d+$/.test(code.compact)) continue
      if (isAmount(code.text) && isNoCode(code, before?.distance ?? Infinity, wordsAfter(view, code.end))) continue
      const cue = countryCue(before, code, view, context) ?? before ?? cueBehind(wordsAfter(view, code.end)) ?? askedCue(code, view, context) ??
        (/^MRN\d{4,}$/.test(code.compact) ? { kind: 'medical' as const } : null)
      const kind = cue === null ? undefined : kindOf(cue.kind, code.compact, wordsBefore(view, code.start, context))
      if (cue?.kind === 'plate' && (code.text.match(/\p{L}{2,}/gu) ?? []).some((part) => isWordHere(part, context.lang))) continue
      if (kind === undefined || cue === null) continue
      for (const part of partsOf(code, kind.shape)) {
        const isChecked = cue.kind === 'nationalId' && VALIDATORS.some(({ validate }) => validate(part.compact).isValid)
        const { start, end } = withLetters(view, part.start, part.end, context.lang)
        yield { start, end, type: kind.type, score: isChecked ? 0.97 : 0.87, cue: isChecked ? 'checksum' : 'trigger word' }
      }
    }
  },
}

/** "her Irish number": letters tell it from a telephone's. */
function countryCue(cue: Cue | null, code: Code, view: View, context: RecogniserContext): { kind: CueKind } | null {
  if (/^[A-Z]{0,2}\d{7,9}$/.test(code.compact) && ONE_OF_COUNTRY.test(wordsBefore(view, code.start, context, 40))) {
    const around = view.lower.slice(Math.max(0, code.start - 160), code.end + 80)
    if (cuesIn(around).some(({ kind }) => kind === 'passport')) return { kind: 'passport' }
  }
  if (cue?.isBareNumber !== true || !/^(?=.*[A-Z])(?=(?:\D*\d){5})[A-Z\d]{7,14}$/.test(code.compact)) return null
  return OF_COUNTRY.test(wordsBefore(view, code.start, context, 40)) ? { kind: 'nationalId' } : null
}
const COUNTRIES = [
  'irish', 'british', 'german', 'french', 'spanish', 'swedish', 'danish', 'norwegian', 'finnish', 'polish', 'dutch', 'belgian', 'italian', 'portuguese',
  'american', 'canadian', 'irische', 'britische', 'deutsche', 'französische', 'spanische', 'schwedische', 'dänische', 'polnische', 'italienische',
  'irländska', 'brittiska', 'tyska', 'franska', 'spanska', 'svenska', 'danska', 'norska', 'finska', 'polska',
].join('|')
/** "The Irish one is …, the other passport's expired." */
const ONE_OF_COUNTRY = new RegExp(`(?<!\\p{L})(?:${COUNTRIES}) one(?:['’]s| is)?,? $`, 'u')
const OF_COUNTRY = new RegExp(`(?<!\\p{L})(?:(?:${COUNTRIES}) num(?:ber|mer)|num[ée]ro (?:irlandais|britannique|allemand|français|espagnol|italien|portugais|belge|suisse|polonais)|` +
  'n[úu]mero (?:irlandés|británico|alemán|francés|español|italiano|portugués|polaco))(?: is| ist| est| es| är|:)? ?$', 'u')

/** "They want a passport for whoever collects." and, in the next turn: "That'd be mine. It's …" */
function askedCue(code: Code, view: View, context: RecogniserContext): Cue | null {
  const asked = code.compact.replace(/\D/g, '').length > 4 ? askedBefore(view, code.start, context) : ''
  const cue = asked === '' ? null : nearestCue(asked, (each) => canBe(each, code.compact))
  // Behind the cue no other value, hidden or not: that was the answer.
  return cue === null || hasDigitsBefore(view, code.start, context, cue.distance) ? null : cue
}

/** A clearing number has four digits; a plate too long to be one is a licence ("patente"). */
function kindOf(cue: CueKind, compact: string, before: string): (typeof KINDS)[CueKind] {
  if (cue === 'bank' && /^\d{4}$/.test(compact) && CLEARING.test(before)) return { type: 'BANK_ACCOUNT', shape: /^\d{4}$/ }
  if (cue === 'plate' && compact.length > 9) return KINDS.licence
  return KINDS[cue]
}
const CLEARING = /(?<!\p{L})clearing(?:s?nummer|s?numret|nr)?(?: är|:)? ?$/u

/** "hw r1 2c 56 6", "pt-4154137", "i9 60 k6 mk": where letters lost their capitals, those beside a code are of it unless they are a word. */
const LABELS = new Set('id no nr num ref ppt acc acct kto reg tel mob'.split(' '))
function withLetters(view: View, start: number, end: number, lang: Language): { start: number; end: number } {
  // "MRN-1508790": what is written into the number is of it.
  const prefix = /(?<![\p{L}\d])MRN-$/u.exec(view.text.slice(Math.max(0, start - 5), start))?.[0].length ?? 0
  if (prefix > 0) return { start: start - prefix, end }
  const isPart = (letters: string): boolean => letters.length > 0 && !LABELS.has(letters) && !isWordHere(letters, lang) && cuesIn(letters).length === 0
  const left = /(?<![\p{L}\d'’])(\p{Ll}{1,3})(-| )$/u.exec(view.text.slice(Math.max(0, start - 6), start))
  const [, before = '', joint] = left ?? []
  const isSign = before.length === 1 && !isOneLetterWord(before, lang) && /(?:\p{L}{2}|[:,]) $/u.test(view.text.slice(Math.max(0, start - 5), start - 2))
  const isFirst = left !== null && (joint === '-' ? !isFunctionWord(before) || before.length === 1 : isSign || (before.length > 1 && isPart(before)))
  const [, behind = ''] = /^[ -](\p{Ll}{1,3})(?![\p{L}\d'’])/u.exec(view.text.slice(end, end + 6)) ?? []
  const isLast = (behind.length > 1 || view.text.charAt(end) === '-') && isPart(behind)
  return { start: isFirst ? start - before.length - 1 : start, end: isLast ? end + behind.length + 1 : end }
}

/** "ISO 27001", "DIN EN 60601-1": what many agreed on. */
const STANDARD = /^(?:ISO|IEC|IEEE|RFC|DIN|EN|ANSI|ECMA|ETSI|NIST|BS|NF|UNE|OWASP)[ /-](?:EN |ISO |IEC )?\d/

/** "They want the passport for the visa. 588218453": the nearest cue that can be of such a value. */
function canBe(kind: CueKind, compact: string): boolean {
  if (kind === 'card') return compact.length >= 12
  if (kind === 'iban') return /^[A-Z]{2}\d/.test(compact)
  return kind !== 'birth' && kind !== 'ip' && (kind !== 'mac' || compact.length === 12) && (kind !== 'crypto' || compact.length > 25)
}

/** "November 13, 1991" */
const isDayAndYear = (code: Code, lower: string): boolean =>
  /^\d{1,2},? (?:19|20)\d\d(?!\d)/.test(code.text) && isMonth(/(\p{L}{3,10})\.? $/u.exec(lower.slice(Math.max(0, code.start - 12), code.start))?.[1] ?? '')

const NEAR_CHARS = 24
/** "97,092,575": an account as recognisers write numbers, or an amount. */
const isAmount = (text: string): boolean => /^\d{1,3}(?:,\d{3})+$/.test(text)

const isNoCode = (code: Code, distance: number, after: string): boolean => distance > (code.compact.length > 6 ? NEAR_CHARS : 1) || CURRENCY.test(after)

const CURRENCY = /^ ?(?:[$€£%]|(?:us )?dollars?|euros?|pounds?|kronor|kr|francs?|percent|people|users|items)/

/** The licence of Great Britain: five signs of the family name, six digits of the birth, five more. With it the name is read as a word. */
const BRITISH_LICENCE = /(?<![\p{L}\d])(?=[A-Z]{1,5}9{0,4})[A-Z][A-Z9]{4}[ -]?\d{6}[ -]?(?=[\d]{0,4}[A-Z])[A-Z\d]{2}[ -]?[A-Z\d]{3}(?: ?\d\d)?(?![\p{L}\d])/gu
const SAID_LICENCE = /(?<![\p{L}\d])[A-Za-z]{4,9},? \d{6}[ ,]{0,2}[A-Z9]{1,2}(?:[ ,]{0,2}[A-Z\d]{1,3}){0,4}(?![\p{L}\d])/gu

export const licenceRecogniser: Recogniser = {
  name: 'british-licence',
  needsDigit: true,
  *find(view, context) {
    if (context.lang !== 'en') return
    for (const { index, 0: text } of matchesOf(view.text, BRITISH_LICENCE)) {
      yield { start: index, end: index + text.length, type: 'DRIVER_LICENSE', score: 0.88, cue: 'form' }
    }
    for (const { index, 0: text } of matchesOf(view.text, SAID_LICENCE)) {
      const cue = nearestCue(wordsBefore(view, index, context))
      if (cue?.kind === 'licence') yield { start: index, end: index + text.length, type: 'DRIVER_LICENSE', score: 0.88, cue: 'trigger word' }
    }
  },
}

/** What recognisers write without capitals; the letters then look like words, so only behind their cue. */
const LOWER_CASE: readonly { readonly kind: CueKind; readonly type: PiiType; readonly shape: RegExp }[] = [
  {
    kind: 'plate', type: 'LICENSE_PLATE',
    shape: /(?<![\p{L}\d-])(?!(?:is|was|ist|war|est|es|är|var|in|on|an|am|im|en|no|nr|reg|tag) )(?:[a-z]{2} ?\d\d[ -]?[a-z]{3}|\d{2,3}[ -][a-z]{1,2}[ -]\d{2,6}|[a-z]{1,2}[ -]?\d{4}[ -]?[a-z]{2}|[a-z]{2} \d{4,6}|[a-z]\d{3} ?[a-z]{3}|[a-z]{2}[ -]?\d{3}[ -]?[a-z]{2}|\d{4}[ -]?[b-df-hj-np-tv-z]{3}|[a-zåäö]{3}[ -]?\d\d[\da-z]|[a-zäöü]{1,3}[ -][a-z]{1,2}[ -]?\d{2,4})(?![\p{L}\d])/gu,
  },
  { kind: 'nationalId', type: 'NATIONAL_ID', shape: /(?<![\p{L}\d-])(?:[a-z]{2}[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[a-d]|\d{8}[ -]?[a-z]|[xyz][ -]?\d{7}[ -]?[a-z])(?![\p{L}\d])/gu },
]

export const lowerCaseCodeRecogniser: Recogniser = {
  name: 'lower-case-code',
  needsDigit: true,
  *find(view, context) {
    for (const { kind, type, shape } of LOWER_CASE) {
      for (const { index, 0: text } of matchesOf(view.text, shape)) {
        if (kind === 'plate' && (text.match(/\p{L}{2,}/gu) ?? []).some((part) => isWordHere(part, context.lang))) continue
        const cue = nearestCue(wordsBefore(view, index, context, 48))
        if (cue?.kind !== kind || cue.distance > 24) continue
        yield { start: index, end: index + text.length, type, score: 0.88, cue: 'trigger word' }
      }
    }
  },
}

/** "… is my passport number": only right behind the value. */
function cueBehind(after: string): { kind: CueKind } | null {
  if (SORTED_BEHIND.test(after)) return { kind: 'bank' }
  const said = /^[\s,]{0,2}(?:is|was|ist|est|es|är|as|als|comme|como|som) (?:my|the|his|her|their|our|meine?|mon|ma|su|mi|mitt|min) /.exec(after)
  if (said === null) return null
  return cuesIn(after.slice(said[0].length)).find((cue) => cue.kind !== 'nobody') ?? null
}

/** "should land in 42938993, sort code …", "then 1968 7449 for the account" */
const SORTED_BEHIND = /^(?:,? (?:for|as|als|für|comme|pour|como|para|som|för) (?:the |my |our |das |mein |le |mon |la |mi |mitt )?(?:account(?! manager)|kontonummer|konto|compte|cuenta|kontot)(?!\p{L})|[\s,;/|-]{1,3}(?:(?:and|with|und|mit|et|och|y) )?(?:the |my |our |die )?(?:sort(?:ing)? code|s\/c|routing|aba|bsb|blz|bankleitzahl|clearing|ifsc|swift|bic|code guichet))/u

/** The whole code if it has the shape, else the longest run of its groups from the first that has. */
function partsOf(code: Code, shape: RegExp): { start: number; end: number; compact: string }[] {
  if (shape.test(code.compact)) return [code]
  const groups = Array.from(code.text.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({ start: match.index, end: match.index + match[0].length }))
  for (let from = 0; from < groups.length; from++) {
    for (let to = groups.length - 1; to >= from; to--) {
      const start = groups[from]?.start ?? 0
      const end = groups[to]?.end ?? 0
      const compact = code.text.slice(start, end).replace(/[^A-Za-z0-9]/g, '').toUpperCase()
      if (shape.test(compact)) return [{ start: code.start + start, end: code.start + end, compact }]
    }
  }
  return []
}

interface Validator {
  validate(value: string): { isValid: boolean }
}

/** stdnum's own names. A missing one is a bug of ours or a changed library, and shows at start. */
function stdnumOf(country: string, name: string): Validator {
  const validator = stdnum[country]?.[name]
  if (validator === undefined) throw new TypeError(`stdnum without ${country}.${name}`)
  return validator
}

/** Numbers given to persons. They validate; the cue, or for the strong ones the shape, finds. */
const VALIDATORS: readonly Validator[] = [
  ['US', 'ssn'], ['GB', 'nino'], ['DE', 'idnr'], ['DE', 'svnr'], ['FR', 'nir'], ['ES', 'dni'], ['ES', 'nie'], ['SE', 'personnummer'], ['NL', 'bsn'],
  ['IT', 'codicefiscale'],
  ['PL', 'pesel'], ['CA', 'sin'], ['AU', 'tfn'], ['BR', 'cpf'], ['DK', 'cpr'], ['FI', 'hetu'], ['NO', 'fodselsnummer'],
].map(([country = '', name = '']) => stdnumOf(country, name))

/** Believed without a cue: written with letters or separators of their own and check digits that chance seldom meets. */
const STANDALONE: Readonly<Record<Language, readonly { shape: RegExp; validator: Validator }[]>> = {
  en: [{ shape: /^\d{3}-\d{2}-\d{4}$/, validator: stdnumOf('US', 'ssn') }, { shape: /^[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/,
    validator: stdnumOf('GB', 'nino') }],
  de: [],
  fr: [{ shape: /^[12] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}$/, validator: stdnumOf('FR', 'nir') }],
  es: [{ shape: /^\d{8}-?[A-Z]$/, validator: stdnumOf('ES', 'dni') }, { shape: /^[XYZ]-?\d{7}-?[A-Z]$/, validator: stdnumOf('ES', 'nie') }],
  sv: [{ shape: /^(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+ ]?\d{4}$/, validator: stdnumOf('SE', 'personnummer') }],
  other: [],
}

/** Its sign in the middle and its last letter leave little else. */
const FINNISH = { shape: /^\d{6}[-+A]\d{3}[\dA-FHJ-NPR-Y]$/, validator: stdnumOf('FI', 'hetu') }

/** With its century and its hyphen a personal number is hardly anything else, misheard or mistyped as it may be. */
const SWEDISH = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+]\d{4}$/

/** "P P S, seven five three …": what it is, spelled, runs into it. */
const IRISH = /^PPSN?(?=\d{7}[A-W][A-IW]?$)/

/** Check digits and shape alone, for numbers that hardly anything else looks like. */
export const nationalIdRecogniser: Recogniser = {
  name: 'national-id',
  needsDigit: true,
  *find(view, context) {
    for (const code of codesOf(view)) {
      const text = code.text.toUpperCase()
      const hit = [...STANDALONE[context.lang], FINNISH].some(({ shape, validator }) => shape.test(text) && validator.validate(code.compact).isValid)
      const isSwedish = context.lang === 'sv' && SWEDISH.test(text)
      const prefix = IRISH.exec(code.compact)?.[0].length ?? 0
      if (prefix > 0 && prefix === code.text.search(/\d/)) yield { start: code.start + prefix, end: code.end, type: 'NATIONAL_ID', score: 0.85, cue: 'form' }
      if ((hit || isSwedish) && nearestCue(wordsBefore(view, code.start, context))?.kind !== 'nobody') {
        yield { start: code.start, end: code.end, type: 'NATIONAL_ID', score: hit ? 0.9 : 0.8, cue: hit ? 'checksum' : 'form' }
      }
    }
  },
}
