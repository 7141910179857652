import type { RecogniserContext } from '../recogniser.ts'
import { numeralsOf } from '../shadow/numerals.ts'
import { isFiller } from '../shadow/vocabulary.ts'
import type { View, Word } from '../views.ts'
import { isEverydayWord, isGivenName, isGivenToo, isListedName, isNoPersonWord, isPlaceAndName, isRareWord, strangeness } from './everyday.ts'
import { isFunctionWord } from './function-words.ts'
import { isGivenIn } from './given.ts'
import { isGreeting } from './greetings.ts'
import { hasTellingCapital } from './matcher.ts'
import { plainLetters } from './handle-forms.ts'
import { isOfficeWord } from './office-words.ts'
import { isTown } from './towns.ts'
import { hasWordList, isNameAndWord, isWordIn, isWorldName } from './words-by-language.ts'

export const bare = (word: Word): string => word.bare

/** A capital inside a sentence on a word no dictionary knows: enough alone, except where every noun has one. */
const UNKNOWN_CAPITAL = 0.55

/** In lower case a word no dictionary knows may be half a word as well, so something must vote for it. */
const UNKNOWN_LOWER = 0.3

/** In a language with a word list: none of its words, nor an English one, nor half of one. */
export const isUnheard = (lower: string, context: RecogniserContext): boolean =>
  hasWordList(context.lang) && lower.length >= 3 && !isWordIn(lower, context.lang) &&
  (!isEverydayWord(lower) || (isRareWord(lower) && isGivenIn(lower, context.lang)))

export const isNameElsewhere = (lower: string, context: RecogniserContext): boolean =>
  isUnheard(lower, context) && (isGivenName(lower) || isListedName(lower) || isWorldName(lower) || isGivenIn(lower, context.lang))

/** Borne as a given name where the language is spoken, and no word of it: believed on sight, in lower case too. */
const isSurelyGiven = (lower: string, context: RecogniserContext): boolean =>
  lower.length >= 4 && isGivenIn(lower, context.lang) && (hasWordList(context.lang)
    ? isUnheard(lower, context) && !isNameAndWord(lower, context.lang)
    : context.lang === 'en' && strangeness(lower) === 1)

export const isShouted = (word: Word): boolean => word.text.length > 1 && word.text === word.text.toUpperCase()
export const isStrange = (word: Word): boolean => strangeness(bare(word)) === 1
export const isInitial = (word: Word): boolean => word.text.length === 1

/** "from Berlín", "i Umeå", "meet in Hopper": what lies somewhere, unless something is somebody's there. */
function isPlaced(view: View, word: Word, { lang }: RecogniserContext): boolean {
  const before = view.lower.slice(Math.max(0, word.start - 10), word.start)
  if (/['’]s$/.test(word.lower) || !(LOCATIVE[lang] ?? LOCATIVE['en'])?.test(before)) return false
  return (lang === 'en' && /(?:^|[^a-z])in $/.test(before)) || isTown(word.lower) || isTown(plainLetters(word.lower))
}
const LOCATIVE: Readonly<Record<string, RegExp>> = {
  en: /(?:^|[^a-z])(?:in|from|to|near|around) $/,
  de: /(?:^|[^a-zäöü])(?:in|nach|aus|bei) $/,
  fr: /(?:^|[^a-zà-ÿ])(?:à|de|vers|depuis) $/,
  es: /(?:^|[^a-zà-ÿ])(?:en|a|de|desde|hasta) $/,
  sv: /(?:^|[^a-zåäö])(?:i|från|till|vid) $/,
}

/** "GtkWindow", "URLs"; "McAllister" and "DeShawn" are names. */
const hasInnerCapital = (text: string): boolean =>
  /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(text) && !/^(?:Mac|Mc|D[aeiu]|L[aeou]|Van|Von|Fitz|Ma|Ja|Jo|Ke|Sha|Ta)\p{Lu}\p{Ll}+$/u.test(text)

/** Elsewhere the country or town is called otherwise, or seldom spoken of. */
const PLACES_IN_ENGLISH = new Set(
  'jordan jackson madison austin kelvin tyrone chad sheridan chester charlotte georgia catalina virginie'.split(' '))

const known = new Map<string, Map<string, number>>()
const knownTelling = new Map<string, Map<string, number>>()
const MAX_KNOWN = 20_000
/** No name is longer. */
const MAX_CHARS = 40

export function looksOf(view: View, word: Word, context: RecogniserContext): number {
  if (word.text.length > MAX_CHARS) return 0
  const { hasCapital } = word
  const kept = hasCapital ? undefined : known.get(context.lang)?.get(word.text)
  if (kept !== undefined) return kept
  const own = isAlike(word, hasCapital, context) ? looksKept(view, word, hasCapital && hasTellingCapital(view, word), context) : readLooks(view, word, context)
  return hasCapital && own > 0.05 && !isGivenName(bare(word)) && isPlaced(view, word, context) ? 0.05 : own
}

/** But for months and halves of words, a word looks the same wherever it stands with a capital that tells as much. */
const isAlike = ({ text, lower }: Word, hasCapital: boolean, { lang }: RecogniserContext): boolean =>
  (!hasCapital || THREE_LETTERS.test(text) || (text.length > 1 && isFunctionWord(lower, lang))) && !lower.startsWith('kay') && !MONTH_NAMES.has(lower)
const THREE_LETTERS = /^\p{L}{3}/u

/** What was found once is kept. */
function looksKept(view: View, word: Word, tells: boolean, context: RecogniserContext): number {
  const languages = tells ? knownTelling : known
  let looks = languages.get(context.lang)
  if (looks === undefined || looks.size >= MAX_KNOWN) languages.set(context.lang, (looks = new Map<string, number>()))
  const before = looks.get(word.text)
  if (before !== undefined) return before
  const found = readLooks(view, word, context)
  looks.set(word.text, found)
  return found
}

/** "Kontoinhaber", "Bauleiterin": who somebody is, not what they are called. */
const GERMAN_ROLE = /.{3}(?:inhaber|leiter|führer|halter|vertreter|nehmer|geber|berater|meister|besitzer|beauftragter|beauftragte|empfänger|prüfer|leitung|führung|partner|sprecher|pfleger|händler|betreuer|verwalter|vermieter|pförtner)(?:in|innen)?$|^(?:polier|partner|mieter(?:in|innen)?)$/

const TWO_SIDED = new Set('jasper travis ruby julia regina'.split(' '))

/** Words that hold sentences together and are names: no pronoun is one. */
function modalLooks(view: View, word: Word, lower: string): number {
  if (lower !== 'will' && lower !== 'may') return 0
  return !hasTellingCapital(view, word) ? 0.2 : lower === 'will' ? 0.55 : 0.35
}

/** What the word itself says, 0–0.6. Zero: never a name by any vote. */
function readLooks(view: View, word: Word, context: RecogniserContext): number {
  const lower = bare(word)
  const { hasCapital } = word
  if (isInitial(word)) return hasCapital || context.lang === 'en' ? 0.15 : 0
  if (isDate(view, word) || hasInnerCapital(word.text)) return 0
  // "'Kay": half of an okay.
  if (lower === 'kay' && /['’]/.test(view.text.charAt(word.start - 1))) return 0
  if (isFunctionWord(lower, context.lang)) return hasCapital ? modalLooks(view, word, lower) : 0
  const isPlaceOnlyInEnglish = hasWordList(context.lang) && PLACES_IN_ENGLISH.has(lower)
  if (isPlaceAndName(lower) && !isPlaceOnlyInEnglish) return hasCapital ? 0.15 : 0.05
  const isBornHere = (context.lang === 'sv' || context.lang === 'de') && isGivenIn(lower, context.lang)
  const isNobody = isNoPersonWord(lower) && !isPlaceOnlyInEnglish && !isBornHere
  if (context.lang === 'de' && GERMAN_ROLE.test(lower)) return 0
  // "Jasper said": software as often as somebody, so that only who thinks or is named is one.
  if (isNobody && TWO_SIDED.has(lower)) return hasCapital ? 0.1 : 0.05
  if (isGreeting(lower) || isFiller(lower) || isNobody || numeralsOf(context.lang).small.has(lower)) return 0
  const isShouting = isShouted(word)
  if (isGivenName(lower)) {
    // "Die Marge": a capital says nothing there, so the name must be one of the language.
    if (hasCapital && !isShouting) return context.lang === 'de' && !isGivenIn(lower, 'de') ? 0.4 : 0.6
    if (hasWordList(context.lang) && isWordIn(lower, context.lang)) return isOfficeWord(lower, context.lang) ? 0 : 0.1
    return lower.length >= 4 && (context.lang === 'en' || isUnheard(lower, context)) ? 0.55 : 0.4
  }
  if (isSurelyGiven(lower, context) && !isShouting) return 0.58
  if (hasWordList(context.lang) && !isShouting) {
    const looks = looksAbroad(lower, hasCapital, hasCapital && hasTellingCapital(view, word), context)
    if (looks !== null) return looks
  }
  if (isShouting) return 0.1
  const tells = hasCapital && hasTellingCapital(view, word)
  const nounsHaveCapitals = context.lang === 'de'
  if (isRareWord(lower)) return hasCapital && !nounsHaveCapitals ? (tells ? 0.35 : 0.15) : 0
  if (tells && context.lang === 'en' && isGivenToo(lower) && !MONTH_NAMES.has(lower)) return 0.55
  if (isEverydayWord(lower)) return isListedName(lower) && hasCapital ? (tells && !nounsHaveCapitals ? 0.35 : 0.2) : isListedName(lower) ? 0.1 : 0
  if (isListedName(lower)) return hasCapital ? 0.4 : 0.2
  if (!hasCapital) return 0.05 + (context.lang === 'en' ? UNKNOWN_LOWER * strangeness(lower) : 0)
  if (lower.length < 3) return isHyphened(view, word) ? 0.4 : 0.1
  if (tells) return nounsHaveCapitals ? 0.1 : UNKNOWN_CAPITAL
  return context.lang === 'en' && isStrange(word) ? 0.4 : 0.15
}

/** The same in a language whose words we know a little: what is none of them, and a name somewhere, is most likely a name. */
function looksAbroad(lower: string, hasCapital: boolean, tells: boolean, context: RecogniserContext): number | null {
  const nounsHaveCapitals = context.lang === 'de'
  if (!isUnheard(lower, context)) {
    if (isListedName(lower)) return null
    if (isGivenIn(lower, context.lang)) return hasCapital && tells && !nounsHaveCapitals ? (isEverydayWord(lower) ? 0.35 : null) : hasCapital ? 0.15 : 0.1
    // A word of the language that nobody is called: it begins a sentence that a recogniser did not end before it.
    return hasCapital && tells && !nounsHaveCapitals ? (isWorldName(lower) ? null : 0.35) : 0
  }
  if (tells && !nounsHaveCapitals) return null
  const likely = isWorldName(lower) || isListedName(lower) || isGivenIn(lower, context.lang)
  if (lower.length < 4 && hasCapital && isGivenIn(lower, context.lang)) return 0.5
  if (lower.length < 4) return hasCapital ? null : isGivenIn(lower, context.lang) ? 0.35 : likely ? 0.15 : 0
  // Where words are made of words, what is long and unknown is one of them.
  const isLong = lower.length > 9 && (nounsHaveCapitals || context.lang === 'sv')
  if (tells) return likely ? 0.45 : isLong ? 0.1 : 0.3
  return hasCapital ? (likely ? 0.4 : isLong ? 0.05 : 0.15) : likely ? 0.35 : 0.2
}

/** "Ji-hoon": short syllables make a given name together. */
const isHyphened = (view: View, word: Word): boolean => /^-\p{L}{2}/u.test(view.text.slice(word.end, word.end + 3))

/** "by April 8", "in May": a month where a month can stand. */
function isDate(view: View, word: Word): boolean {
  if (!MONTH_NAMES.has(word.lower)) return false
  // "April, May and June": others stand beside it.
  if (OTHER_MONTHS.test(view.lower.slice(Math.max(0, word.start - 20), word.start)) || OTHER_MONTHS.test(view.lower.slice(word.end, word.end + 14))) return true
  return /^[ ]\d/.test(view.text.slice(word.end, word.end + 2)) || /(?:\d\.?|\b(?:in|by|until|till|since|for|of|from|before|after|next|last|this|early|late|mid|through|to|im|bis|ab|en|de|du|i|från|till)) $/.test(view.lower.slice(Math.max(0, word.start - 8), word.start))
}
const OTHER_MONTHS = /(?<!\p{L})(?:january|february|march|april|may (?:and|or|is|was)|may,|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|janvier|février|avril|juin|juillet|enero|febrero|marzo|abril|junio|julio|januari|februari)(?!\p{L})/u
const MONTH_NAMES = new Set(['april', 'may', 'june', 'july', 'august', 'mai', 'juni', 'juli', 'avril', 'mars', 'abril', 'julio', 'maj', 'augusti'])

export const isGivenHere = (lower: string, context: RecogniserContext): boolean => isGivenName(lower) || isGivenIn(lower, context.lang)
