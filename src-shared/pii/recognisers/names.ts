import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import type { View, Word } from '../views.ts'
import { endsNear } from '../ends.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { isGreeting } from '../names/greetings.ts'
import { isEverGivenName, isEverydayWord, isGivenName, isListedName, isNoPersonWord, isPlaceAndName, isRareWord, strangeness } from '../names/everyday.ts'
import { hasTellingCapital, withoutPossessive } from '../names/matcher.ts'
import { endsOrganisation } from '../names/organisations.ts'
import { numeralsOf } from '../shadow/numerals.ts'
import { isFiller, spelledLetter } from '../shadow/vocabulary.ts'
import { isParticle, isTitle } from '../names/parse.ts'
import { votesAround } from '../names/votes.ts'
import { isGivenIn } from '../names/given.ts'
import { isOfficeWord } from '../names/office-words.ts'
import { isSurnameToo } from '../names/surnames.ts'
import { hasWordList, isCommonIn, isNameAndWord, isWordIn, isWorldName } from '../names/words-by-language.ts'
import { withoutElision } from '../names/elision.ts'

/**
 * Names of people nobody announced, by votes: what the word is (a listed given name, an unknown word, an everyday word),
 * how it is written, and what stands around it. A word that is also an everyday word never passes on its looks alone.
 */
export const nameRecogniser: Recogniser = {
  name: 'name',
  *find(view, context) {
    const words = context.lang === 'fr' ? withoutElision(view.words) : view.words
    let lastEnd = -1
    for (let at = 0; at < words.length; at++) {
      const found = nameAt(view, words, at, lastEnd, context)
      if (found === null) continue
      yield found.candidate
      at = found.last
      lastEnd = found.candidate.end
    }
  },
}

const SPELLED = /(?:\bspel|buchstab|[ée]pell|deletre|bokstav|it.s|name)/g

/** A name said letter by letter: the shadow has it as a row of capitals. */
export const spelledNameRecogniser: Recogniser = {
  name: 'spelled-name',
  *find(view) {
    if (view.kind === 'source') return
    for (const { start, end, text } of view.words) {
      if (!/^\p{Lu}{4,24}$/u.test(text)) continue
      const source = view.range(start, end)
      const isSpelled = source.end - source.start >= text.length * 2 - 1
      const isAnnounced = endsNear(view.lower.slice(Math.max(0, start - 40), start), SPELLED, 30)
      if (isSpelled && isAnnounced) yield { start, end, type: 'PERSON', score: 0.85, cue: 'spelled' }
    }
  },
}

const ACCEPTED = 0.55
/** What stands between the members of a list of names. */
const LISTED = /^(?:['’]s)?(?:,|;| and| und| et| y| och| &|, and|\/) ?$/

const MAX_WORDS = 5

function nameAt(view: View, words: readonly Word[], at: number, lastEnd: number, context: RecogniserContext): { candidate: Candidate; last: number } | null {
  const first = words[at]
  if (first === undefined) return null
  const looks = looksOf(view, first, context)
  if (looks === 0 || !(isNameShaped(first) || isInitialOfName(view, words, at)) || isTitle(first.lower) || isSpellingAlphabet(words, at)) return null
  const last = personIn(words, at, lastWordOf(view, words, at, context))
  if (last === null || (isInitial(first) && last === at)) return null
  const votes = votesAround(view, words, at, last)
  const isListed = lastEnd >= 0 && first.start - lastEnd <= 6 && LISTED.test(view.text.slice(lastEnd, first.start))
  const beside = isListed ? (looks > 0.1 ? 0.25 : 0.1) : 0
  const score = looks + votes.score + (startsTurn(view, words, at, context) ? 0.2 : 0) + companyOf(words, at, last, context) + beside
  if (score < ACCEPTED) return null
  const end = words[last]
  if (end === undefined) return null
  const kept = end.start + withoutPossessive(end.lower).length
  const cue = votes.cue ?? (isGivenName(bare(first)) ? 'name list' : 'capital')
  return { last, candidate: { start: first.start, end: kept, type: 'PERSON', score: Math.min(0.9, score), cue } }
}

/** "Gaytán de Tessera Health" is Gaytán; "Tessera Health" is nobody. */
function personIn(words: readonly Word[], at: number, last: number): number | null {
  const [first, end] = [words[at], words[last]]
  if (first === undefined || end === undefined || !endsOrganisation(bare(end)) || isGivenName(bare(first))) return last
  for (let cut = at + 1; cut < last; cut++) if (isParticle(words[cut]?.lower ?? '')) return cut - 1
  return null
}

/** Recognisers write who is called before everything else, without a comma; a word no dictionary has is hardly anything else there. */
function startsTurn(view: View, words: readonly Word[], at: number, context: RecogniserContext): boolean {
  const word = words[at]
  if (word === undefined || !/^\p{Ll}/u.test(word.text) || words[at + 1]?.lower === word.lower) return false
  const isLikely = context.lang === 'en' ? isStrange(word) : isNameElsewhere(bare(word), context)
  return isLikely && (word.start === 0 || view.text.charAt(word.start - 1) === '\n')
}

const bare = (word: Word): string => withoutPossessive(word.lower)

/** "E. Reichert", "b hoeger": one letter and a word that is no word. */
function isInitialOfName(view: View, words: readonly Word[], at: number): boolean {
  const [letter, next] = [words[at], words[at + 1]]
  if (letter === undefined || next === undefined || !isInitial(letter) || ONE_LETTER_WORD.test(letter.text)) return false
  if (!/^\.? $/.test(view.text.slice(letter.end, next.start))) return false
  if (/^\p{Lu}/u.test(letter.text) !== /^\p{Lu}/u.test(next.text) || next.text.length < 3) return false
  return isStrange(next) || (isListedName(bare(next)) && /^\p{Lu}/u.test(letter.text))
}

const ONE_LETTER_WORD = /[IaiáéyoóàåäöüÅ\P{L}]/u

const CONTRACTION = /['’](?:m|ll|ve|re|d|t)$/
const isNameShaped = (word: Word): boolean => /^\p{L}[\p{L}\p{M}'’]*$/u.test(word.text) && bare(word).length >= 2 && !CONTRACTION.test(word.lower)

/** A capital inside a sentence on a word no dictionary knows: enough alone, except where every noun has one. */
const UNKNOWN_CAPITAL = 0.55

/** In lower case a word no dictionary knows may be half a word as well, so something must vote for it. */
const UNKNOWN_LOWER = 0.3

/** Two words in a row that no dictionary knows are a name even where a sentence starts, and in lower case. */
function companyOf(words: readonly Word[], at: number, last: number, context: RecogniserContext): number {
  const first = words[at]
  const second = words[last]
  if (last === at || first === undefined || second === undefined || first.lower === second.lower) return 0
  if (isInitial(first)) return /^\p{Lu}/u.test(second.text) ? 0.5 : 0.25
  if (!/^\p{Lu}/u.test(second.text)) {
    if (context.lang !== 'en') {
      const likely = [first, second].filter((word) => isNameElsewhere(bare(word), context)).length
      return likely === 2 ? 0.3 : likely === 1 && [first, second].every((word) => isUnheard(bare(word), context)) ? 0.25 : 0
    }
    const [a, b] = [isStrange(first), isStrange(second)]
    return (a && b) || (a && isListedName(bare(second))) ? 0.25 : b && isEverGivenName(bare(first)) ? 0.45 : 0
  }
  if (isShouted(first) && isShouted(second)) return isStrange(first) && isStrange(second) ? 0.5 : 0.1
  if (context.lang === 'de' && !isListedName(bare(first)) && !isListedName(bare(second))) {
    return [first, second].every((word) => isUnheard(bare(word), context)) && [first, second].some((word) => isWorldName(bare(word))) ? 0.4 : 0.1
  }
  return isEverydayWord(bare(second)) && !isListedName(bare(second)) && !isRareWord(bare(second)) ? 0.1 : 0.4
}

/** In a language with a word list: none of its words, nor an English one, nor half of one. */
const isUnheard = (lower: string, context: RecogniserContext): boolean =>
  hasWordList(context.lang) && lower.length >= 3 && !isWordIn(lower, context.lang) && !isEverydayWord(lower)

const isNameElsewhere = (lower: string, context: RecogniserContext): boolean =>
  isUnheard(lower, context) && (isGivenName(lower) || isListedName(lower) || isWorldName(lower) || isGivenIn(lower, context.lang))

/** Borne as a given name where the language is spoken, and no word of it: believed on sight, in lower case too. */
const isSurelyGiven = (lower: string, context: RecogniserContext): boolean =>
  lower.length >= 4 && (hasWordList(context.lang)
    ? isUnheard(lower, context) && isGivenIn(lower, context.lang) && !isNameAndWord(lower, context.lang)
    : context.lang === 'en' && strangeness(lower) === 1 && isGivenIn(lower, 'en'))

const isShouted = (word: Word): boolean => word.text.length > 1 && word.text === word.text.toUpperCase()
const isStrange = (word: Word): boolean => strangeness(bare(word)) === 1
const isInitial = (word: Word): boolean => word.text.length === 1

/** "oscar romeo delta" spells something; one of them beside another is no name. */
function isSpellingAlphabet(words: readonly Word[], at: number): boolean {
  const isLetter = (word: Word | undefined): boolean => word !== undefined && spelledLetter(word.lower) !== undefined
  return isLetter(words[at]) && (isLetter(words[at - 1]) || isLetter(words[at + 1]))
}

/** "GtkWindow", "URLs"; "McAllister" and "DeShawn" are names. */
const hasInnerCapital = (text: string): boolean =>
  /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(text) && !/^(?:Mac|Mc|D[aeiu]|L[aeou]|Van|Von|Fitz|Ma|Ja|Jo|Ke|Sha|Ta)\p{Lu}\p{Ll}+$/u.test(text)

const known = new Map<string, Map<string, number>>()
const MAX_KNOWN = 20_000
/** No name is longer. */
const MAX_CHARS = 40

/** In lower case a word looks the same wherever it stands, but for months, so what was found once is kept. */
function looksOf(view: View, word: Word, context: RecogniserContext): number {
  if (word.text.length > MAX_CHARS) return 0
  if (!/^\p{Ll}/u.test(word.text) || MONTH_NAMES.has(word.lower)) return readLooks(view, word, context)
  let looks = known.get(context.lang)
  if (looks === undefined || looks.size >= MAX_KNOWN) known.set(context.lang, (looks = new Map<string, number>()))
  const before = looks.get(word.text)
  if (before !== undefined) return before
  const found = readLooks(view, word, context)
  looks.set(word.text, found)
  return found
}

/** What the word itself says, 0–0.6. Zero: never a name by any vote. */
function readLooks(view: View, word: Word, context: RecogniserContext): number {
  const lower = bare(word)
  const hasCapital = /^\p{Lu}/u.test(word.text)
  if (isInitial(word)) return hasCapital || context.lang === 'en' ? 0.15 : 0
  if (isDate(view, word) || hasInnerCapital(word.text)) return 0
  if (isFunctionWord(lower, context.lang)) return hasCapital && isListedName(lower) && lower.length > 2 ? (hasTellingCapital(view, word) ? 0.35 : 0.2) : 0
  if (isPlaceAndName(lower)) return hasCapital ? 0.15 : 0.05
  if (isGreeting(lower) || isFiller(lower) || isNoPersonWord(lower) || numeralsOf(context.lang).small.has(lower)) return 0
  const isShouting = isShouted(word)
  if (isGivenName(lower)) {
    if (hasCapital && !isShouting) return 0.6
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
    if (isGivenIn(lower, context.lang)) return hasCapital && tells && !nounsHaveCapitals ? null : 0.1
    return hasCapital && tells && !nounsHaveCapitals ? null : 0
  }
  if (tells && !nounsHaveCapitals) return null
  const likely = isWorldName(lower) || isListedName(lower) || isGivenIn(lower, context.lang)
  if (lower.length < 4 && hasCapital && isGivenIn(lower, context.lang)) return 0.5
  if (lower.length < 4) return hasCapital ? null : likely ? 0.15 : 0
  if (tells) return likely ? 0.45 : 0.25
  return hasCapital ? (likely ? 0.4 : 0.15) : likely ? 0.35 : 0.2
}

/** "Ji-hoon": short syllables make a given name together. */
const isHyphened = (view: View, word: Word): boolean => /^-\p{L}{2}/u.test(view.text.slice(word.end, word.end + 3))

/** "by April 8", "in May": a month where a month can stand. */
function isDate(view: View, word: Word): boolean {
  if (!MONTH_NAMES.has(word.lower)) return false
  return /^[ ]\d/.test(view.text.slice(word.end, word.end + 2)) || /(?:\d\.?|\b(?:in|by|until|till|since|for|of|from|before|after|next|last|this|early|late|mid|through|to|im|bis|ab|en|de|du|i|från|till)) $/.test(view.lower.slice(Math.max(0, word.start - 8), word.start))
}
const MONTH_NAMES = new Set(['april', 'may', 'june', 'july', 'august', 'mai', 'juni', 'juli', 'avril', 'mars', 'abril', 'julio', 'maj', 'augusti'])

/** "Hunter Will" and "Abigail Jenkins": what means something else by itself may still be a surname. */
function mayFollow(lower: string, hasCapital: boolean, first: Word, context: RecogniserContext): boolean {
  if (isGreeting(lower)) return false
  const isSurname = hasCapital && isListedName(lower) && lower.length > 2
  if (isFunctionWord(lower, context.lang)) return isSurname
  return !isNoPersonWord(lower) || (isSurname && isGivenName(bare(first)))
}

/** "tiphaine pelletier": a family name somewhere, and none of the words one hears. */
const isSurnameHere = (lower: string, { lang }: RecogniserContext): boolean =>
  hasWordList(lang) && lower.length >= 5 && isWorldName(lower) && !isCommonIn(lower, lang)

const EVER_BEFORE_GIVEN = new Set(['st', 'le', 'la', 'al', 'el', 'bin', 'ibn'])
const isGivenHere = (lower: string, context: RecogniserContext): boolean => isGivenName(lower) || isGivenIn(lower, context.lang)

/** "Rechner von Detlef" is no "Detlef von": where we know words, what stands before a particle is no word. */
const mayTakeParticle = (lower: string, context: RecogniserContext): boolean =>
  !hasWordList(context.lang) || isGivenName(lower) || isListedName(lower) || isGivenIn(lower, context.lang) || !isWordIn(lower, context.lang)

/** How far the name goes on from its first word: particles, surnames, unknown words in the same dress. */
function lastWordOf(view: View, words: readonly Word[], at: number, context: RecogniserContext): number {
  const first = words[at]
  if (first === undefined) return at
  const isCapital = /^\p{Lu}/u.test(first.text)
  let last = at
  for (let next = at + 1; next < Math.min(words.length, at + MAX_WORDS); next++) {
    const word = words[next]
    const before = words[next - 1]
    if (word === undefined || before === undefined) break
    const gap = view.text.slice(before.end, word.start)
    if (!/^(?: |\u00a0|-|\. )$/.test(gap) || (gap === '. ' && before.text.length > 1) || before.lower !== bare(before)) break
    // "Borja y Nicanor" are two, and so are "der Rechner von Ulrike" and she.
    if (isParticle(word.lower) && !EVER_BEFORE_GIVEN.has(word.lower) && isGivenHere(words[next + 1]?.lower ?? '', context)) break
    if (isParticle(word.lower)) {
      const isLikely = word.lower !== 'y' && (isGivenHere(bare(first), context) || (context.lang === 'en' && isStrange(first)))
      if (isLikely || (isCapital && mayTakeParticle(bare(first), context))) continue
    }
    const lower = bare(word)
    const hasCapital = /^\p{Lu}/u.test(word.text)
    if (gap === '-' && isCapital && isNameShaped(word) && (hasCapital || !isEverydayWord(lower))) {
      last = next
      continue
    }
    if (isCapital !== hasCapital) break
    if (!(isInitial(word) && hasCapital) && (!isNameShaped(word) || !mayFollow(lower, hasCapital, first, context))) break
    if (!hasCapital && isGivenHere(bare(before), context) && (isSurnameToo(lower) || isSurnameHere(lower, context))) {
      last = next
      continue
    }
    // In lower case only what no dictionary knows, or a listed surname behind a listed first name, goes on a name.
    if (!hasCapital && (isEverydayWord(lower) || (context.lang !== 'en' && !isListedName(lower) && !isUnheard(lower, context)))) break
    if (context.lang === 'de' && isWordIn(lower, 'de') && !isListedName(lower)) break
    last = next
  }
  return last
}
