import type { Span } from '../domain/pii.ts'
import { preferKnownNames } from './names/known-within.ts'
import { withOptionalTypes } from './optional.ts'
import { LANGUAGES, PREVIOUS_CHARS, type Language, type PiiContext, type Recogniser, type RecogniserContext } from './recogniser.ts'
import { accountLoginRecogniser } from './recognisers/account-logins.ts'
import { addressRecogniser } from './recognisers/address.ts'
import { addressContextRecogniser } from './recognisers/address-context.ts'
import { announcedWordRecogniser } from './recognisers/announced-names.ts'
import { bankRecognisers } from './recognisers/bank.ts'
import { birthDateRecogniser } from './recognisers/birth-date.ts'
import { birthYearRecogniser } from './recognisers/birth-years.ts'
import { doorCodeRecogniser } from './recognisers/door-codes.ts'
import { emailRecogniser } from './recognisers/email.ts'
import { announcedNameRecogniser, writtenFormRecogniser } from './recognisers/forms.ts'
import { usernameRecogniser, urlRecogniser } from './recognisers/handles.ts'
import { loginFormRecogniser } from './recognisers/login-forms.ts'
import { listedPersonRecogniser } from './recognisers/listed-people.ts'
import { loginRecogniser } from './recognisers/logins.ts'
import { identifierRecogniser, licenceRecogniser, lowerCaseCodeRecogniser, nationalIdRecogniser } from './recognisers/identifiers.ts'
import { nameRecogniser, spelledNameRecogniser } from './recognisers/names.ts'
import { numberKeyRecogniser } from './recognisers/number-keys.ts'
import { cryptoRecogniser, ipRecogniser, macRecogniser } from './recognisers/network.ts'
import { networkSecretRecogniser } from './recognisers/network-secrets.ts'
import { participantsRecogniser } from './recognisers/participants.ts'
import { saidLoginRecogniser } from './recognisers/said-logins.ts'
import { phoneRecogniser } from './recognisers/phone.ts'
import { plateRecogniser } from './recognisers/plates.ts'
import { saidToBeRecogniser } from './recognisers/said-to-be.ts'
import { saidPartRecogniser } from './recognisers/said-parts.ts'
import { saidPlateRecogniser } from './recognisers/said-plates.ts'
import { saidSecretRecogniser } from './recognisers/said-secrets.ts'
import { loginShapeRecogniser } from './recognisers/login-shapes.ts'
import { secretShapeRecogniser } from './recognisers/secret-shapes.ts'
import { keyRecogniser, spokenSecretRecogniser } from './recognisers/secrets.ts'
import { siteLoginRecogniser } from './recognisers/site-logins.ts'
import { resolve } from './resolve.ts'
import { isListening } from './shadow/values.ts'
import { spokenStretches } from './shadow/stretches.ts'
import { shadowView, sourceView, spokenView, type View } from './views.ts'

export type { PiiContext } from './recogniser.ts'

const RECOGNISERS: readonly Recogniser[] = [
  emailRecogniser, urlRecogniser, usernameRecogniser, loginRecogniser, loginFormRecogniser, saidLoginRecogniser, siteLoginRecogniser,
  accountLoginRecogniser, loginShapeRecogniser, saidToBeRecogniser, phoneRecogniser,
  ...bankRecognisers, identifierRecogniser,
  licenceRecogniser, lowerCaseCodeRecogniser, nationalIdRecogniser, numberKeyRecogniser, plateRecogniser, saidPlateRecogniser,
  ipRecogniser, macRecogniser, cryptoRecogniser, saidPartRecogniser, keyRecogniser, spokenSecretRecogniser, saidSecretRecogniser, networkSecretRecogniser,
  secretShapeRecogniser, doorCodeRecogniser,
  birthDateRecogniser, birthYearRecogniser, addressRecogniser, addressContextRecogniser, nameRecogniser, spelledNameRecogniser,
  writtenFormRecogniser, listedPersonRecogniser, announcedNameRecogniser, announcedWordRecogniser,
]

/**
 * Finds personal data in the texts of one meeting. Participants are compiled once; use it for many texts. A part of a
 * longer text is read as it is within the whole of it, and what is previous to it goes on in it.
 */
export type PiiFinder = (text: string, previousText?: string, isPart?: boolean) => Span[]

export function createPiiFinder({ lang, participants, alsoTypes = [] }: Pick<PiiContext, 'lang' | 'participants' | 'alsoTypes'>): PiiFinder {
  const recognisers = participants.length === 0 ? RECOGNISERS : [...RECOGNISERS, participantsRecogniser(participants)]
  const language = languageOf(lang)
  return (text, previousText = '', isPart = false) => {
    const before = previousText.slice(-PREVIOUS_CHARS).toLowerCase()
    const context: RecogniserContext = { lang: language, previous: isPart || before === '' ? before : `${before}\n` }
    const found = preferKnownNames(text, candidatesIn(text, recognisers, context, isPart).flatMap((span) => turnsOf(text, span)))
    return resolve(text, alsoTypes.length === 0 ? found : withOptionalTypes(text, found, alsoTypes, context))
  }
}

/**
 * Every piece of personal data in a text, as disjoint sorted spans on grapheme borders. `text` should be in NFC: names
 * are compared as they are. Tokens already in the text (`[PERSON_1]`) are never touched.
 */
export function findPii(text: string, context: PiiContext): Span[] {
  return createPiiFinder(context)(text, context.previousText)
}

function candidatesIn(text: string, recognisers: readonly Recogniser[], context: RecogniserContext, isPart: boolean): Span[] {
  const source = sourceView(text)
  const found = candidatesOf(source, recognisers, context)
  if (text.length <= SHORT && !isPart) {
    const shadow = shadowView(text, context.lang, source)
    return shadow === null ? found : [...found, ...candidatesOf(shadow, shadow.hasValues ? recognisers : OF_SMALL_NUMBERS, context)]
  }
  for (const { start, end, from, to, isLoneNumber, signs } of spokenStretches(source, context.lang)) {
    const ofSmallNumbers = usersOf(isLoneNumber ? OF_LONE_NUMBERS : OF_SMALL_NUMBERS, source, start, end, context)
    if (isLoneNumber && ofSmallNumbers.length === 0) continue
    const shadow = spokenView(text.slice(start, end), context.lang, signs.map((sign) => ({ start: sign.start - start, end: sign.end - start })))
    if (shadow === null) continue
    const previous = start === 0 ? context.previous : text.slice(Math.max(0, start - PREVIOUS_CHARS), start).toLowerCase()
    for (const span of candidatesOf(shadow, isLoneNumber || !shadow.hasValues ? ofSmallNumbers : recognisers, { ...context, previous })) {
      if (span.start + start < to && span.end + start > from) found.push({ ...span, start: span.start + start, end: span.end + start })
    }
  }
  return found
}

/** Shorter texts have one shadow as a whole: there is little to save. */
const SHORT = 400

/** What small numbers, each said by itself, can be parts of, and what one alone can be. */
const OF_SMALL_NUMBERS = RECOGNISERS.filter(({ usesSmallNumbers }) => usesSmallNumbers !== undefined)
const OF_LONE_NUMBERS: readonly Recogniser[] = [addressRecogniser, addressContextRecogniser]

/** Those of them that what is said in a stretch and just before it lets use one; all where digits stand that may go with it. */
function usersOf(recognisers: readonly Recogniser[], source: View, start: number, end: number, { lang, previous }: RecogniserContext): readonly Recogniser[] {
  if ((start === 0 && previous !== '') || /\d/.test(source.text.slice(start, end))) return recognisers
  const isSaid = source.saidBetween(Math.max(0, start - PREVIOUS_CHARS), end)
  return recognisers.filter(({ usesSmallNumbers }) => usesSmallNumbers?.(isSaid, lang) === true)
}

function candidatesOf(view: View, recognisers: readonly Recogniser[], context: RecogniserContext): Span[] {
  const found: Span[] = []
  for (const recogniser of recognisers) {
    if ((recogniser.needsDigit === true && !view.hasDigit) || (recogniser.only !== undefined && recogniser.only !== view.kind)) continue
    for (const { start, end, type, score, cue } of recogniser.find(view, context)) {
      found.push({ ...view.range(start, end), type, score, recognizer: recogniser.name, ...(cue === undefined ? {} : { cue }) })
    }
  }
  return found
}

/** "nine oh oh", "A: Okay.", "one five nine": of a value read out over several turns what was read, not what the other said. */
function turnsOf(text: string, span: Span): Span[] {
  const first = text.indexOf('\n', span.start)
  if (first < 0 || first >= span.end) return [span]
  const lines = text.slice(span.start, span.end).split('\n')
  if (lines.length < 3 || lines.some((line, at) => isListening(line) !== (at % 2 === 1))) return [span]
  let start = span.start
  return lines.flatMap((line, at) => {
    const from = start + (SPEAKER.exec(at === 0 ? '' : line)?.[0].length ?? 0)
    const end = start + line.length
    start = end + 1
    return at % 2 === 0 ? [{ ...span, start: from, end: end - (GOES_ON.exec(line)?.[0].length ?? 0) }] : []
  })
}
/** "triple five, and" */
const GOES_ON = /(?:,? (?:and|then|und|dann|et|puis|y|luego|och|sen))?[.,;…]?$/u
const SPEAKER = /^\p{L}{1,12}(?: (?:\d|\p{L}{2,12}))?[ \u00a0]?: /u

export function languageOf(tag: string | undefined): Language {
  const subtag = (tag ?? 'en').toLowerCase().split(/[-_]/)[0]
  return LANGUAGES.find((language) => language === subtag) ?? 'other'
}
