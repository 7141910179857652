import { isTokenAt } from '../../domain/token.ts'
import { endsNear } from '../ends.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import type { View, Word } from '../views.ts'
import { withoutElision } from '../names/elision.ts'
import { isEverGivenName, isEverydayWord, isGivenName, isGivenToo, isListedName, isNoPersonWord, isRareWord, isTownOrVillage } from '../names/everyday.ts'
import { isFixedPhrase } from '../names/fixed-phrases.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { isGivenIn } from '../names/given.ts'
import { isGreeting } from '../names/greetings.ts'
import { plainLetters } from '../names/handle-forms.ts'
import { bare, isGivenHere, isInitial, isNameElsewhere, isShouted, isStrange, isUnheard, looksOf } from '../names/looks.ts'
import { endsName, hasArticle, isForeignVerb } from '../names/grammar.ts'
import { endsOrganisation } from '../names/organisations.ts'
import { isParticle, isTitle } from '../names/parse.ts'
import { isPlainAndGiven } from '../names/plain-and-given.ts'
import { isSurnameToo } from '../names/surnames.ts'
import { namesAThing } from '../names/things.ts'
import { followsTitle, startWithParticles } from '../names/titled.ts'
import { actsBehind, DOES, isSomebodyAmong, standsForSomebody, votesAround } from '../names/votes.ts'
import { hasWordList, isCommonIn, isWordIn, isWorldName } from '../names/words-by-language.ts'
import { isProductWord } from '../names/products.ts'
import { spelledLetter } from '../shadow/alphabets.ts'
import { isMonth } from '../shadow/months.ts'

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

const SPELLED = /(?:\bspel|buchstab|schreib|[ée]pell|[ée]cri[st]|deletre|escrib|bokstav|stavas|it.s|name|nom\b|apellido|namn)/g
/** So many letters one after the other spell something, whatever was said before. */
const SURELY_SPELLED = 6
/** Words between a name and its letters. */
const SPELLED_BEHIND = 6

/** A name said letter by letter: the shadow has it as a row of capitals. */
export const spelledNameRecogniser: Recogniser = {
  name: 'spelled-name',
  only: 'shadow',
  *find(view) {
    for (const [at, { start, end, text, hasCapital }] of view.words.entries()) {
      if (!hasCapital || !/^\p{Lu}{4,24}$/u.test(text)) continue
      const source = view.range(start, end)
      const isSpelled = source.end - source.start >= text.length * 2 - 1
      const isRepeated = plainLetters(view.words[at - 1]?.lower ?? '') === plainLetters(text.toLowerCase())
      const isDense = source.end - source.start <= text.length * 3
      const isAnnounced = (text.length >= SURELY_SPELLED && isDense) || isRepeated || endsNear(view.lower.slice(Math.max(0, start - 40), start), SPELLED, 30)
      if (!isSpelled || !isAnnounced) continue
      yield { start, end, type: 'PERSON', score: 0.85, cue: 'spelled' }
      // "frisk, det stavas f r i s k": what is spelled is a name, so the word it spells is one.
      for (const word of view.words.slice(Math.max(0, at - SPELLED_BEHIND), at + SPELLED_BEHIND)) {
        // A small word behind the letters may have been taken for one more: "r e d o n d o o sea redondo".
        const [said, letters] = [plainLetters(word.lower), plainLetters(text.toLowerCase())]
        if (word.text === text || (said !== letters && !(word.start > start && said.length > 3 && said === letters.slice(0, -1)))) continue
        yield { start: word.start, end: word.end, type: 'PERSON', score: 0.85, cue: 'spelled' }
      }
    }
  },
}

const ACCEPTED = 0.55
/** What stands between the members of a list of names. */
const LISTED = /^(?:['’]s)?(?:,|;| not| nicht| pas| no| inte| and| und| et| y| och| or| oder| ou| o| eller| &|, and|\/) ?$/

const MAX_WORDS = 5
/** A spelled name is this long at most, so that it is read whole where what stands beside it was hidden (`settle.ts`). */
const MAX_SOURCE_CHARS = 80
const isWithinReach = (view: View, first: Word, last: Word): boolean => {
  const { start, end } = view.range(first.start, last.end)
  return end - start <= MAX_SOURCE_CHARS
}

function nameAt(view: View, words: readonly Word[], at: number, lastEnd: number, context: RecogniserContext): { candidate: Candidate; last: number } | null {
  const first = words[at]
  if (first === undefined) return null
  const isTitled = followsTitle(view, words, at)
  const looks = isTitled ? Math.max(0.1, looksOf(view, first, context)) : looksOf(view, first, context)
  if (looks === 0 || isTokenAt(view.text, first.start - 1) || isForeignVerb(words, at, context)) return null
  if (!(isNameShaped(first) || isInitialOfName(view, words, at, context)) || isTitle(first.lower) || isSpellingAlphabet(words, at)) return null
  if (isSomeGuy(words, at) || !isWithinReach(view, first, first)) return null
  const last = personIn(words, at, lastWordOf(view, words, at, context))
  if (last === null || (isInitial(first) && last === at) || isTitleOfAThing(view, words, at, last) || isFixedPhrase(view, words, at)) return null
  if (last === at && !isTitled && hasArticle(view, first, context)) return null
  if (namesAThing(view, words, last) && (context.lang !== 'en' || !isGivenName(bare(first)))) return null
  const votes = votesAround(view, words, at, last)
  const isListed = lastEnd >= 0 && first.start - lastEnd <= 6 && LISTED.test(view.text.slice(lastEnd, first.start))
  const isOneMore = isListed && last === at && isPlainAndGiven(bare(first), context.lang) && !PLANTS.has(bare(first)) && !MASSES.has(bare(first))
  const beside = isListed ? (isOneMore ? 0.45 : looks > 0.1 ? 0.25 : 0.1) : 0
  const paired = isPaired(view, words, at, last, context) ? (isGivenWord(first, context) ? 0.45 : 0.2) : 0
  const titled = isTitled && votes.cue !== 'title' ? 0.6 : 0
  const placed = titled + (startsTurn(view, words, at, context) ? 0.2 : 0) + (doesSomething(view, first, context) ? 0.2 : 0)
  const bareSubject = isBareSubject(view, words, at, last, context) ? (votes.score > 0 ? 0.25 : 0.45) : 0
  const score = looks + votes.score + placed + companyOf(words, at, last, context) + beside + paired + bareSubject
  if (score < ACCEPTED) return null
  const end = words[last]
  if (end === undefined) return null
  const kept = end.start + withoutGenitive(end, context).length
  const cue = votes.cue ?? (isGivenName(bare(first)) ? 'name list' : 'capital')
  const start = words[startWithParticles(view, words, at)]?.start ?? first.start
  return { last, candidate: { start, end: kept, type: 'PERSON', score: Math.min(0.9, score), cue } }
}

/** "Frids plats", "Annas Tisch": Swedish and German possessives have no apostrophe. */
function withoutGenitive(word: Word, { lang }: RecogniserContext): string {
  const plain = word.bare
  const isGenitive = (lang === 'sv' || lang === 'de') && /[^s]s$/.test(plain) && plain.length > 4 && !isGivenIn(plain, lang) && !isGivenName(plain) &&
    !isWorldName(plain) && (isGivenIn(plain.slice(0, -1), lang) || isGivenName(plain.slice(0, -1)))
  return isGenitive ? plain.slice(0, -1) : plain
}

/** "Put Summer and Ruaridh on it": a first name that means something too, beside one that means nothing else. */
function isPaired(view: View, words: readonly Word[], at: number, last: number, context: RecogniserContext): boolean {
  const first = words[at]
  if (first === undefined || last > at || !(isGivenWord(first, context) || looksOf(view, first, context) >= 0.35)) return false
  const isSure = (word: Word | undefined, link: Word | undefined): boolean =>
    word !== undefined && link !== undefined && AND.has(link.lower) && Math.abs(word.start - first.start) < 40 && looksOf(view, word, context) >= 0.55
  return isSure(words[at + 2], words[at + 1]) || isSure(words[at - 2], words[at - 1])
}
const isGivenWord = (word: Word, { lang }: RecogniserContext): boolean => isEverGivenName(bare(word)) || isGivenIn(bare(word), lang)

/** "the guy dmitri" begins at Dmitri. */
const isSomeGuy = (words: readonly Word[], at: number): boolean =>
  /^(?:guy|dude|bud|buddy|sir)$/.test(words[at]?.lower ?? '') && /^(?:the|a|this|that|my|some|another|hey)$/.test(words[at - 1]?.lower ?? '')

/** "Pierre a posé …", "mark said": a word that is a given name too begins a sentence as no noun can, and somebody does something. */
function isBareSubject(view: View, words: readonly Word[], at: number, last: number, { lang }: RecogniserContext): boolean {
  const first = words[at]
  if (first === undefined || last > at || !isPlainAndGiven(bare(first), lang)) return false
  const before = view.text.slice(Math.max(0, first.start - 32), first.start)
  const after = view.text.slice(first.end, first.end + 24)
  if (standsForSomebody(before, after) || isOneOfTwo(view, words, at, lang)) return true
  if (!MASSES.has(bare(first)) && !QUALITIES.has(bare(first)) && isSomebodyAmong(before, after)) return true
  return SENTENCE_START.test(view.text.slice(Math.max(0, first.start - 8), first.start)) && (MASSES.has(bare(first)) ? DOES.test(after) || /^ (?:wants|thinks|says|said|had)(?!\p{L})/u.test(after) : actsBehind(after))
}
/** "mark and penny are off": two such words, and what they do together. */
function isOneOfTwo(view: View, words: readonly Word[], at: number, lang: string): boolean {
  const isBoth = (first: Word | undefined, link: Word | undefined, second: Word | undefined): boolean =>
    first !== undefined && second !== undefined && AND.has(link?.lower ?? '') && view.text.slice(first.end, second.start) === ` ${link?.text} ` &&
    SENTENCE_START.test(view.text.slice(Math.max(0, first.start - 8), first.start)) &&
    [first, second].every((word) => isPlainAndGiven(bare(word), lang) && !PLANTS.has(bare(word))) && ARE.test(view.text.slice(second.end, second.end + 12))
  return isBoth(words[at], words[at + 1], words[at + 2]) || isBoth(words[at - 2], words[at - 1], words[at])
}
const PLANTS = new Set('amber ash art basil clay coral dawn daisy fern heather holly iris ivy jade jasmine lily olive opal pearl poppy rose ruby sage summer autumn june violet willow'.split(' '))
const ARE = /^ (?:kommen|machen|holen|bringen|übernehmen|arrivent|viennent|vienen|llegan|tar|kommer|ska|vill|fixar|are|were|have|will|want|can|could|should|would|said|think|both|sind|haben|sont|ont|son|están|är|har)(?!\p{L})/u

/** "Art is hard": what has no article anyway. */
const MASSES = new Set('june summer autumn pearl precious patience mercy opal coral art ash basil clay dawn heather holly ivy jade olive sage ginger'.split(' '))
/** "because rich is": what one can be. */
const QUALITIES = new Set('rich sandy dusty rusty sunny sonny rocky guy buddy earl duke dean bill mark chase grant drew rose skip ray tab chip'.split(' '))
const SENTENCE_START = /(?:^|\n|[.?!] )(?:(?:and|so|but|und|et|y|och|if|wenn|si|om) )?$/i

const AND = new Set(['and', 'und', 'et', 'y', 'e', 'och', 'or', 'oder', 'ou', 'o', 'eller'])

/** "Ruaridh swears the lift worked": what no dictionary has does something at the start of a sentence. */
const doesSomething = (view: View, word: Word, { lang }: RecogniserContext): boolean =>
  lang === 'en' && /^\p{Lu}\p{Ll}/u.test(word.text) && isStrange(word)
  && (/^ \p{Ll}{2,}(?:s|ed)(?: |$)/u.test(view.text.slice(word.end, word.end + 24)) || DOES.test(view.text.slice(word.end, word.end + 24)))

/** "Bill S-204", "Young People": capitals of what a law or a programme is called. */
function isTitleOfAThing(view: View, words: readonly Word[], at: number, last: number): boolean {
  const [first, end] = [words[at], words[last]]
  if (first === undefined || end === undefined || last === at || isGivenName(bare(first))) return false
  if (isInitial(end) && /^-\d/.test(view.text.slice(end.end, end.end + 2))) return true
  return end.hasCapital && isEverydayWord(bare(first)) && /^(?:people|persons|act|fund|programme|program|project|plan|report|review|committee|party|group|board|council|trust|foundation|initiative|strategy|framework|agreement|treaty|summit|forum|awards?)$/.test(end.lower)
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

/** "E. Reichert", "b hoeger": one letter and a word that is no word. */
function isInitialOfName(view: View, words: readonly Word[], at: number, context: RecogniserContext): boolean {
  const [letter, next, before] = [words[at], words[at + 1], words[at - 1]]
  if (letter === undefined || next === undefined || !isInitial(letter)) return false
  // "with a c concepta": the letter.
  if (!letter.hasCapital && /^(?:an?|letter|with|mit|als|avec|con|med|un|ett)$/.test(before?.lower ?? '')) return false
  const goesOn = letter.hasCapital && isInitial(next) && next.hasCapital && view.text.slice(letter.end, next.start) === '. '
  if (goesOn) return isInitialOfName(view, words, at + 1, context)
  if (ONE_LETTER_WORD.test(letter.text) && !(/^\p{Lu}$/u.test(letter.text) && view.text.charAt(letter.end) === '.')) return false
  if (!/^\.? $/.test(view.text.slice(letter.end, next.start))) return false
  if (letter.hasCapital !== next.hasCapital || next.text.length < 3) return false
  // "pasillo C. Falta la hoja": what begins a sentence.
  if (hasWordList(context.lang) && isWordIn(bare(next), context.lang) && !isSurnameToo(bare(next))) return false
  const isFamily = isListedName(bare(next)) || isSurnameToo(bare(next)) || (isWorldName(bare(next)) && !isEverydayWord(bare(next)))
  return isStrange(next) || (isFamily && letter.hasCapital)
}

const ONE_LETTER_WORD = /[IaiáéyoóàåäöüÅ\P{L}]/u

const CONTRACTION = /['’](?:m|ll|ve|re|d|t)$/
const isNameShaped = (word: Word): boolean => /^\p{L}[\p{L}\p{M}'’]*$/u.test(word.text) && bare(word).length >= 2 && !CONTRACTION.test(word.lower)

/** Two words in a row that no dictionary knows are a name even where a sentence starts, and in lower case. */
function companyOf(words: readonly Word[], at: number, last: number, context: RecogniserContext): number {
  const first = words[at]
  const second = words[last]
  if (last === at || first === undefined || second === undefined || first.lower === second.lower) return 0
  if (isInitial(first)) return second.hasCapital ? 0.5 : 0.25
  if (!second.hasCapital) {
    if (last === at + 1 && isPlainAndGiven(bare(first), context.lang) && isSurnameToo(bare(second))) {
      return isPlainAndGiven(bare(second), context.lang) || bare(second) === 'hood' ? 0.35 : 0.45
    }
    if (context.lang !== 'en') {
      const likely = [first, second].filter((word) => isNameElsewhere(bare(word), context)).length
      if (isNameElsewhere(bare(second), context) && (isEverGivenName(bare(first)) || isGivenIn(bare(first), context.lang))) return 0.45
      return likely === 2 ? 0.3 : likely === 1 && [first, second].every((word) => isUnheard(bare(word), context)) ? 0.25 : 0
    }
    const [a, b] = [isStrange(first), isStrange(second)]
    const isSurname = isListedName(bare(second)) || (isWorldName(bare(second)) && !isEverydayWord(bare(second)))
    return (a && b) || (a && isSurname) ? 0.25 : b && isGivenWord(first, context) ? 0.45 : 0
  }
  if (isShouted(first) && isShouted(second)) {
    return (isStrange(first) && isStrange(second)) || isShoutedName(first, second, context) ? 0.5 : 0.1
  }
  if (context.lang === 'de' && !isListedName(bare(first)) && !isListedName(bare(second))) {
    // Two nouns seldom follow one another.
    if (![first, second].every((word) => isUnheard(bare(word), context))) return 0.1
    return [first, second].some((word) => isWorldName(bare(word))) ? 0.4 : 0.3
  }
  return isEverydayWord(bare(second)) && !isListedName(bare(second)) && !isRareWord(bare(second)) && !isSurnameToo(bare(second)) ? 0.1 : 0.4
}

const BORNE_MONTHS = new Set(['april', 'june', 'august'])
/** "REED BISHOP": a given name and a family name, as forms have them. */
const isShoutedName = (first: Word, second: Word, { lang }: RecogniserContext): boolean =>
  (isGivenName(bare(first)) || isGivenToo(bare(first)) || isPlainAndGiven(bare(first), lang) || isGivenIn(bare(first), lang) || isStrange(first)) &&
  (!isMonth(bare(first)) || (BORNE_MONTHS.has(bare(first)) && isSurnameToo(bare(second)))) &&
  (isListedName(bare(second)) || isSurnameToo(bare(second)) || isStrange(second) || isWorldName(bare(second)))

/** "oscar romeo delta" spells something; one of them beside another is no name. */
function isSpellingAlphabet(words: readonly Word[], at: number): boolean {
  const isLetter = (word: Word | undefined): boolean => word !== undefined && spelledLetter(word.lower, 'en') !== undefined
  return isLetter(words[at]) && (isLetter(words[at - 1]) || isLetter(words[at + 1]))
}

/** "Hunter Will", "Neville Pelham" and "Abigail Jenkins": what means something else by itself may still be a surname. */
function mayFollow(lower: string, hasCapital: boolean, first: Word, context: RecogniserContext): boolean {
  if (isGreeting(lower)) return false
  const isSurname = hasCapital && isListedName(lower) && lower.length > 2
  if (isFunctionWord(lower, context.lang)) return isSurname
  // "Maureen Haskell": what is a product by itself is a family name behind a given one.
  const isElse = isTownOrVillage(lower) || (isProductWord(lower) && isWorldName(lower))
  return !isNoPersonWord(lower) || ((isSurname || (hasCapital && isElse)) && isGivenName(bare(first)))
}

/** "tiphaine pelletier": a family name somewhere, and none of the words one hears. */
const isSurnameHere = (lower: string, { lang }: RecogniserContext): boolean =>
  hasWordList(lang) && lower.length >= 5 && isWorldName(lower) && !isCommonIn(lower, lang)

/** "samira le gall": behind an article that is part of a name stands a name. */
const isBehindParticle = (before: Word, lower: string, { lang }: RecogniserContext): boolean =>
  NAME_ARTICLES.has(before.lower) && hasWordList(lang) && lower.length >= 4 && !isCommonIn(lower, lang)
const NAME_ARTICLES = new Set(['le', 'da', 'di', 'van', 'el', 'ben', 'bin', 'ter'])

/** Particles that link words as well. */
const LINKS = new Set(['von', 'de', 'du', 'del', 'y', 'zu', 'af'])

/** "Rechner von Detlef" is no "Detlef von": where we know words, what stands before a particle is no word. */
const mayTakeParticle = (lower: string, context: RecogniserContext): boolean =>
  !hasWordList(context.lang) || isGivenName(lower) || isListedName(lower) || isGivenIn(lower, context.lang) || !isWordIn(lower, context.lang)

/** "Hyun-woo": the second half of a given name; "Oslo-based" is none. */
const isSyllable = (first: Word, lower: string, context: RecogniserContext): boolean =>
  lower.length <= 4 && !/^(?:era|led|run|like|free|wide|ish|side|only|made|age|type|step|day|off|in|up|out|on)$/.test(lower) &&
  (context.lang === 'en' ? isStrange(first) : isUnheard(bare(first), context))

/** How far the name goes on from its first word: particles, surnames, unknown words in the same dress. */
function lastWordOf(view: View, words: readonly Word[], at: number, context: RecogniserContext): number {
  const first = words[at]
  if (first === undefined) return at
  const isCapital = first.hasCapital
  let last = at
  for (let next = at + 1; next < Math.min(words.length, at + MAX_WORDS); next++) {
    const word = words[next]
    const before = words[next - 1]
    if (word === undefined || before === undefined || !isWithinReach(view, first, word)) break
    const gap = view.text.slice(before.end, word.start)
    if (!/^(?: |\u00a0|-|\. )$/.test(gap) || (gap === '. ' && before.text.length > 1) || before.lower !== bare(before)) break
    // "Borja y Nicanor" are two, and so are "der Rechner von Ulrike" and she.
    if (LINKS.has(word.text) && isGivenHere(words[next + 1]?.lower ?? '', context)) break
    if (isParticle(word.lower)) {
      const isLikely = word.lower !== 'y' && (isGivenHere(bare(first), context) || (context.lang === 'en' && isStrange(first)))
      if (isLikely || (isCapital && mayTakeParticle(bare(first), context))) continue
    }
    const lower = bare(word)
    const hasCapital = word.hasCapital
    const isDoubled = !isCapital && next > at + 1 && lower.length > 2 && !isEverydayWord(bare(before)) && isGivenHere(bare(first), context)
    if (gap === '-' && isNameShaped(word) && ((isCapital && (hasCapital || !isEverydayWord(lower))) || isDoubled || isSyllable(first, lower, context))) {
      last = next
      continue
    }
    if (isCapital !== hasCapital) break
    if (word.text === 'I' && context.lang === 'en' && view.text.charAt(word.end) !== '.') break
    if (!(isInitial(word) && hasCapital) && (!isNameShaped(word) || !mayFollow(lower, hasCapital, first, context))) break
    const isAfterArticle = !hasCapital && next > at + 1 && isBehindParticle(before, lower, context)
    const endsClause = /^(?:[,.!?;\n]|$)/.test(view.text.slice(word.end, word.end + 1))
    if (!hasCapital && endsClause && isListedName(lower) && !isNoPersonWord(lower) && looksOf(view, before, context) >= 0.55) {
      last = next
      break
    }
    const isBehindGiven = !hasCapital && (isGivenHere(bare(before), context) || isPlainAndGiven(bare(before), context.lang))
    if (isAfterArticle || (isBehindGiven && (isSurnameToo(lower) || isSurnameHere(lower, context)))) {
      last = next
      continue
    }
    // In lower case only what no dictionary knows, or a listed surname behind a listed first name, goes on a name.
    if (!hasCapital && (isEverydayWord(lower) || (context.lang !== 'en' && !isListedName(lower) && !isUnheard(lower, context)))) break
    const isGermanSurname = next === at + 1 && endsName(view, word) && isGivenIn(bare(first), 'de')
    if (context.lang === 'de' && isWordIn(lower, 'de') && !isListedName(lower) && !isGermanSurname) break
    last = next
  }
  return last
}
