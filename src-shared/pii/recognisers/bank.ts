import { countrySpecs, validateIBAN, ValidationErrorsIBAN } from 'ibantools'
import { nearestCue, type CueKind } from '../cues.ts'
import { wordsAfter, wordsBefore } from '../cue-window.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { groupsPassing, numberRuns } from '../number-runs.ts'
import type { Candidate, Recogniser } from '../recogniser.ts'
import type { View } from '../views.ts'
import { matchesOf } from '../matches.ts'

/** ISO/IEC 7812-1 annex B (Luhn, US patent 2 950 048). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Issuer ranges of ISO/IEC 7812: a random row of digits passes Luhn one time in ten, so the beginning must fit too. */
const ISSUER = /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,13}|6(?:011|5\d\d|4[4-9]\d|2\d\d|[7-9]\d\d|0\d\d|3\d\d)\d{8,15}|5[06-9]\d{10,17}|35\d{14})$/

/** "…, name on card", "it's a Visa", "expires next May". */
const CARD_BEHIND = new RegExp(`^[\\s,.]{0,3}(?:${[
  '(?:and |with )?(?:the )?(?:name(?: is)? on (?:the |it|card)|cardholder|exp(?:iry|ires|iring)?(?!\\p{L})|valid (?:until|to|thru)|cv[vc]2?|security code|(?:three|3) (?:digits )?on the back)',
  '(?:it|that)[\'’]?s (?:a |an |my |the )?(?:visa|mastercard|amex|credit|debit|card)', '(?:gültig|läuft) (?:bis|ab)', 'karteninhaber', 'prüfnummer',
  'valable', 'expire', 'titulaire', 'cryptogramme', 'c[\'’]est une? (?:visa|mastercard|carte)', 'caduca', 'vence', 'titular', 'válida', 'es una (?:visa|tarjeta)',
  'går ut', 'giltigt', 'kortinnehavare', 'det är ett (?:visa|kort)',
].join('|')})`, 'u')
/** What is shown in examples is nobody's; only what fails its check is believed to be made up. */
const MADE_UP = /(?<!\p{L})(?:test|dummy|sample|example|specimen|placeholder|fake|muster\p{L}*|beispiel\p{L}*|exemple|ejemplo|exempel\p{L}*|prueba|provkort)(?!\p{L})/u

/** "4485 …, code 522", "…, exp 04/27, CVV 448": what a card's number and its date stand before. */
const CARD_CODE = /^[\s,;.]{1,3}(?:(?:and |und |et |y |och )?(?:the )?(?:exp(?:iry|ires)?|valid|gültig(?: bis)?|expire|caduca|utgång)\.?:? \d{1,2}[/-]\d{2,4}[\s,;.]{1,3})?(?:(?:and |und |et |y |och )?(?:the |der |le |el )?(?:security |card |sicherheits|kort)?(?:code|código|koden?|cvv2?|cvc2?)(?:[ :,]{1,2}(?:is |ist |est |es |är )?| [\p{L} ]{3,24}: ))(\d{3,4})(?!\d)/u

function* codeBehind(view: View, end: number): Generator<Candidate> {
  const found = CARD_CODE.exec(view.lower.slice(end, end + 64))
  const code = found?.[1] ?? ''
  if (found !== null) yield { start: end + found[0].length - code.length, end: end + found[0].length, type: 'SECRET', score: 0.88, cue: 'behind a card' }
}

const cardRecogniser: Recogniser = {
  name: 'card',
  needsDigit: true,
  *find(view, context) {
    for (const run of numberRuns(view)) {
      if (run.digits.length < 12) continue
      const cue = nearestCue(wordsBefore(view, run.start, context))?.kind
      const hasCue = cue === 'card' || (run.digits.length >= 13 && CARD_BEHIND.test(wordsAfter(view, run.end)))
      if (cue === 'nobody') continue
      let checked = false
      for (const hit of groupsPassing(run, 13, 19, (digits) => ISSUER.test(digits) && passesLuhn(digits))) {
        if (!hasCue && reachesDate(view.text, hit)) continue
        checked = true
        yield { start: hit.start, end: hit.end, type: 'CREDIT_CARD', score: hasCue ? 0.97 : 0.92, cue: 'checksum' }
        yield* codeBehind(view, hit.end)
      }
      if (!checked && hasCue && run.digits.length <= 19 && !MADE_UP.test(wordsBefore(view, run.start, context)) && !MADE_UP.test(wordsAfter(view, run.end))) {
        yield { start: run.start, end: run.end, type: 'CREDIT_CARD', score: 0.8, cue: 'trigger word' }
        yield* codeBehind(view, run.end)
      }
    }
  },
}

/** "653604654 07/01/1984": a number passes its check by chance with a part of the date behind it. */
function reachesDate(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const date = /[ ,](?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d)/.exec(text.slice(start, end + 8))
  return date !== null && start + date.index < end
}

/** A small word or what it is, spelled, said before it may have been taken for a letter ("a E S nueve …"). */
const IBAN_HEAD = /(?<=IBAN|(?<![\p{L}\p{N}])[AEIOUYÅÖÀ]?)(?:[A-Za-z]{2}|[NR]0)[ -]?\d ?\d(?=[ -]?[A-Za-z0-9])/gu
/** The longest IBAN (31 characters, Saint Lucia 32) with a separator behind every character. */
const IBAN_REACH = 72

const ibanRecogniser: Recogniser = {
  name: 'iban',
  needsDigit: true,
  *find(view, context) {
    for (const match of matchesOf(view.text, IBAN_HEAD)) {
      // Read out, the second letter of Norway or Romania is heard as a nought.
      const hasNought = match[0].charAt(1) === '0'
      const country = hasNought ? `${match[0].charAt(0)}O` : match[0].slice(0, 2).toUpperCase()
      const length = countrySpecs[country]?.chars
      if (length === null || length === undefined) continue
      // "my account is 000 826 27 and the …": Iceland too is a word.
      const isWord = match[0].slice(0, 2) === match[0].slice(0, 2).toLowerCase() && isFunctionWord(match[0].slice(0, 2))
      const reach = view.text.slice(match.index, match.index + IBAN_REACH)
      const whole = endOfCompact(reach, length)
      // What is said next may look as if the number went on.
      const end = view.kind === 'shadow' && whole !== null && /^[\p{L}\p{N}'’]/u.test(reach.slice(whole)) ? null : whole
      if (end === null && hasNought) continue
      if (end === null) {
        // "thirty-three forty seven": numbers said in pairs can be read in two ways, so a sign or two may be missing.
        const near = view.kind === 'shadow' && !isWord ? [1, 2, 3, 4].map((less) => endOfCompact(reach, length - less)).find((at) => at !== null) ?? null : null
        const digits = near === null ? 0 : reach.slice(0, near).replace(/\D/g, '').length
        if (near !== null && digits >= 12) yield { start: match.index, end: match.index + near, type: 'IBAN', score: 0.8, cue: 'form' }
        continue
      }
      const compact = country + reach.slice(0, end).replace(/[ ,-]/g, '').toUpperCase().slice(2)
      const isWhole = !/^[\p{L}\p{N}]/u.test(view.text.slice(match.index + end, match.index + end + 1))
      const range = { start: match.index, end: match.index + end }
      if (isWhole && (hasIbanCheck(compact) || hasIbanCheck(withLettersO(compact)))) yield { ...range, type: 'IBAN', score: 0.98, cue: 'checksum' }
      else if (isWhole && !isWord && !hasNought) {
        const before = wordsBefore(view, match.index, context)
        if (isAccountCue(nearestCue(before)?.kind) && !MADE_UP.test(before)) yield { ...range, type: 'IBAN', score: 0.8, cue: 'trigger word' }
      }
    }
  },
}

/** Read out, the letter "o" is heard as a nought: where a country's numbers begin with the letters of a bank, it is one. */
function withLettersO(compact: string): string {
  const hasLetters = countrySpecs[compact.slice(0, 2)]?.bban_regexp?.startsWith('^[A-Z]{4}') === true
  return hasLetters ? compact.slice(0, 4) + compact.slice(4, 8).replaceAll('0', 'O') + compact.slice(8) : compact
}

/** ISO 13616: length and check digits. Checks of single countries' banks on top of that are left out: a slip hides nothing less. */
const hasIbanCheck = (compact: string): boolean =>
  validateIBAN(compact).errorCodes.every((code) => code === ValidationErrorsIBAN.WrongAccountBankBranchChecksum)

const isAccountCue = (kind: CueKind | undefined): boolean => kind === 'iban' || kind === 'bank'

/** The offset behind the `count`-th letter or digit, or null where something else comes before it. */
function endOfCompact(text: string, count: number): number | null {
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === ' ' || char === '-' || (char === ',' && text.charAt(i + 1) === ' ')) continue
    if (!/[A-Za-z0-9]/.test(char)) return null
    seen++
    if (seen === count) return i + 1
  }
  return null
}

export const bankRecognisers: readonly Recogniser[] = [cardRecogniser, ibanRecogniser]
