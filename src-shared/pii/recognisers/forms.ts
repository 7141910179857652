import { isEnglishWord } from '../names/english-words.ts'
import { isEverGivenName, isEverydayWord, isListedName } from '../names/everyday.ts'
import { isGivenIn } from '../names/given.ts'
import { isGreeting } from '../names/greetings.ts'
import { isSurnameToo } from '../names/surnames.ts'
import { isTown } from '../names/towns.ts'
import { isWordIn } from '../names/words-by-language.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import type { View } from '../views.ts'
import { matchesOf } from '../matches.ts'

/** Britain's sort code and account, one behind the other: two values. */
const SORT_AND_ACCOUNT = /(?<![\d-])(\d{2}-\d{2}-\d{2})( ?[/|,;] ?| )(\d{8})(?![\d-])/g
/** The US Medicare Beneficiary Identifier (CMS, "Understanding the MBI", 2016): which of its eleven places are letters, and which letters. */
const MEDICARE = /(?<![A-Z\d-])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![A-Z\d-])/g
/** Spain's account as it was before the IBAN: bank, branch, two check digits, account. */
const SPANISH_ACCOUNT = /(?<!\d ?)(?<![A-Za-z])\d{4}[ -]?\d{4}[ -]?\d{2}[ -]?\d{10}(?! ?\d)/g
/** Who signed in, as servers write it down. */
const LOGGED =
  /(?:Accepted (?:password|publickey|keyboard-interactive\/pam)|Failed password|Invalid user|Disconnected from(?: invalid)? user|session (?:opened|closed)) for (?:invalid )?(?:user )?(?<name>[\w.@-]{2,32}?)(?= from |\(uid| by |\s|$)/g

/** Values whose written form says what they are. */
export const writtenFormRecogniser: Recogniser = {
  name: 'written-form',
  only: 'source',
  needsDigit: true,
  *find(view) {
    for (const { index, 0: whole, 1: sort = '', 3: account = '' } of matchesOf(view.text, SORT_AND_ACCOUNT)) {
      yield { start: index, end: index + sort.length, type: 'BANK_ACCOUNT', score: 0.88, cue: 'form' }
      yield { start: index + whole.length - account.length, end: index + whole.length, type: 'BANK_ACCOUNT', score: 0.88, cue: 'form' }
    }
    for (const { index, 0: text } of matchesOf(view.text, MEDICARE)) {
      yield { start: index, end: index + text.length, type: 'MEDICAL_ID', score: 0.88, cue: 'form' }
    }
    for (const { index, 0: text } of matchesOf(view.text, SPANISH_ACCOUNT)) {
      if (passesSpanishCheck(text.replaceAll(/\D/g, ''))) yield { start: index, end: index + text.length, type: 'BANK_ACCOUNT', score: 0.93, cue: 'checksum' }
    }
    for (const { index, 0: text, groups } of view.text.includes(' for ') ? matchesOf(view.text, LOGGED) : []) {
      const end = index + text.length
      yield { start: end - (groups?.['name']?.length ?? 0), end, type: 'USERNAME', score: 0.9, cue: 'form' }
    }
  },
}

/** Código cuenta cliente: a digit over bank and branch, one over the account, powers of two modulo 11. */
function passesSpanishCheck(digits: string): boolean {
  const digitOver = (part: string): number => {
    const sum = [...part.padStart(10, '0')].reduce((total, digit, at) => total + Number(digit) * (2 ** at % 11), 0)
    const left = 11 - (sum % 11)
    return left === 11 ? 0 : left === 10 ? 1 : left
  }
  return digits.length === 20 && `${digitOver(digits.slice(0, 8))}${digitOver(digits.slice(10))}` === digits.slice(8, 10)
}

const WORD = String.raw`\p{Lu}[\p{Ll}\p{M}]{1,20}(?:[-'’ ]\p{Lu}[\p{Ll}\p{M}]{1,20})?`
/** "Whitcombe, Rachel; Ashdown, Colin": a list as registers have it. */
const INVERTED = new RegExp(String.raw`(?<=(?:^|[;:\n|/]) ?)(${WORD}), (${WORD})(?= ?(?:[;|\n(/]|$))`, 'gu')
const ASKED = '(?:surname|last name|family name|maiden name|first name|nachnamen?|familienname|vorname|nom de famille|apellidos?|efternamn(?:et)?|förnamn(?:et)?)'
/** "And the surname?" – "Mercer." */
const ANSWER = new RegExp(String.raw`${ASKED} ?(?:is |ist |är )?(?:again|nochmal|please|bitte)?\?\s{0,3}(?:[\p{L}\d][\p{L}\d ]{0,19}: ?)?(?:it['’]s |that['’]s |it is )?(${WORD})(?=[.,;\n]|$)`, 'giu')
const ASKED_BEFORE = new RegExp(`${ASKED}(?: again| nochmal| please| bitte)?\\?\\s*$`, 'u')
const WHOLE_ANSWER = new RegExp(String.raw`^(?:[Ii]t['’]s |[Tt]hat['’]s )?(${WORD})[.,]?\s{0,3}$`, 'u')

/** "Matter: Obi v Larkin", "Rechtssache Kühn ./. Brandt": who goes to court against whom, where it says that somebody does. */
const AGAINST = new RegExp(String.raw`(?<![\p{L}])(?:[Mm]atter|[Cc]ase|[Cc]laim|[Hh]earing|[Aa]ppeal|[Ff]ile|[Rr]echtssache|[Ss]ache|[Vv]erfahren|[Aa]ffaire|[Cc]aso|[Aa]sunto|[Aa]utos|[Mm]ålet)(?: of)?:? ` +
  String.raw`(${WORD}) (?:v|vs|v\.|vs\.|\./\.|gegen|c/|contre|contra|mot) (${WORD})(?![\p{L}\d])`, 'gu')
/** "Budget v Actuals" are no people. */
const mayBeFamily = (name: string, lang: string): boolean => {
  const lower = name.toLowerCase()
  return isSurnameToo(lower) || isListedName(lower) || !(isEverydayWord(lower) || isEnglishWord(lower) || isWordIn(lower, lang) || isTown(lower))
}
const AGAINST_WORDS = / (?:vs?\.?|\.\/\.|gegen|c\/|contre|contra|mot) \p{Lu}/u

/** "First name or surname?", "First." */
const WHICH = /^(?:First|Last|Second|Same|Both|Neither|Just)$/

/** Names that a list or a question announces by its form. */
export const announcedNameRecogniser: Recogniser = {
  name: 'announced-name',
  only: 'source',
  *find(view, context) {
    if (view.text.includes(', ')) yield* inverted(view, context)
    for (const { index, 0: whole, 1: one = '', 2: other = '' } of AGAINST_WORDS.test(view.text) ? matchesOf(view.text, AGAINST) : []) {
      if (![one, other].every((name) => mayBeFamily(name, context.lang))) continue
      const start = index + whole.length - other.length
      const first = index + whole.indexOf(one)
      yield { start: first, end: first + one.length, type: 'PERSON', score: 0.72, cue: 'case' }
      yield { start, end: start + other.length, type: 'PERSON', score: 0.72, cue: 'case' }
    }
    if (ASKED_BEFORE.test(context.previous)) {
      const name = WHOLE_ANSWER.exec(view.text)?.[1]
      const start = name === undefined ? -1 : view.text.indexOf(name)
      if (name !== undefined) yield { start, end: start + name.length, type: 'PERSON', score: 0.8, cue: 'trigger word' }
    }
    if (!view.text.includes('?')) return
    for (const { index, 0: text, 1: name = '' } of matchesOf(view.text, ANSWER)) {
      // The pattern has no case, for the question's sake; the answer has a capital.
      if (!/^\p{Lu}\p{Ll}/u.test(name) || isGreeting(name.toLowerCase()) || WHICH.test(name)) continue
      yield { start: index + text.length - name.length, end: index + text.length, type: 'PERSON', score: 0.8, cue: 'trigger word' }
    }
  },
}

function* inverted(view: View, { lang }: RecogniserContext): Generator<Candidate> {
  const found = Array.from(matchesOf(view.text, INVERTED), ({ index, 0: text, 2: given = '' }) => ({ index, text, given: given.toLowerCase() }))
  if (!found.some(({ given }) => isEverGivenName(given) || isGivenIn(given, lang))) return
  for (const { index, text, given } of found) {
    if (isGreeting(text.split(/[, ]/, 1)[0]?.toLowerCase() ?? '')) continue
    if (found.length < 2 && !(isEverGivenName(given) || isGivenIn(given, lang))) continue
    yield { start: index, end: index + text.length, type: 'PERSON', score: 0.75, cue: 'list' }
  }
}
