import { isTokenAt } from '../../domain/token.ts'
import { backwards } from '../ends.ts'
import { withoutElision } from '../names/elision.ts'
import { isEverGivenName, isListedAs } from '../names/everyday.ts'
import {
  ENDS_FIRM, ENDS_FIRM_SAID, FIRM_BEHIND, FIRM_CUES, LEGAL_FORM, LEGAL_SAID, LEGAL_START, MAY_END_FIRM, NAMED_BY_A_WORD, OF_FIRM, SAYS_WHAT,
  STARTS_FIRM, WELL_KNOWN,
} from '../names/firm-words.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { placeKind } from '../names/gazetteer.ts'
import { createNameMatcher, hasTellingCapital, type NameMatcher } from '../names/matcher.ts'
import { isTitle } from '../names/parse.ts'
import { isAnybody, isMadeOfWords, isNoName, isOrdinary, isSomebody } from '../names/plain-words.ts'
import { isProductWord } from '../names/products.ts'
import type { Candidate, Language, Recogniser } from '../recogniser.ts'
import { withWords, type View, type Word } from '../views.ts'

/**
 * Companies and institutions; only where a person asked for them to be hidden. By the form of their law ("Acme Ltd"), by what their
 * name says they are ("University of Leeds", "Klinik Rosenhof"), or by how one speaks of them ("works at Acme", "chez Acme"): a word
 * that no dictionary has needs little of that, a word that means something else a capital where none is due.
 */
export const organisationRecogniser: Recogniser = {
  name: 'organisation',
  *find(given, { lang }) {
    const view = lang === 'fr' ? withWords(given, withoutElision(given.words)) : given
    for (const { start, end } of wellKnown().find(view)) if (isMeant(view, start, end, lang)) yield org(start, end, 'well known', 0.75)
    for (const at of view.words.keys()) {
      const found = endsHere(view, at, lang) ?? startsHere(view, at, lang) ?? spokenOf(view, at, lang)
      if (found !== null) yield found
    }
  },
}

type Found = Candidate | null
const org = (start: number, end: number, cue: string, score: number): Candidate => ({ start, end, type: 'ORG', score, cue })

let known: NameMatcher | undefined
const wellKnown = (): NameMatcher =>
  (known ??= createNameMatcher(WELL_KNOWN.map((name) => ({ words: name.split(/[ -]/), needsCapital: false, score: 0.75, cue: 'well known' }))))
const isMeant = (view: View, start: number, end: number, lang: Language): boolean => {
  const lower = view.lower.slice(start, end)
  return !isGlued(view, start, end) && (/^\p{Lu}/u.test(view.text.charAt(start)) || lower.includes(' ') || !isOrdinary(lower, lang))
}

/** Words of one name. */
const MAX_WORDS = 5
const JOINT = /^(?: |-| & | \+ |&)$/
const AND = new Set(['and', 'und', 'et', 'y', 'och'])
/** "Marks and Sons" is one firm, "Siemens and Acme" are two. */
const FOUNDERS = new Set('sons daughters brothers partners partner associates company co söhne töchter fils hijos hermanos söner'.split(' '))
const OF = new Set(['of', 'de', 'der', 'du', 'des', 'del', 'für', 'for', 'för', 'la'])

const isCapital = ({ text }: Word): boolean => /^[\p{Lu}\d]/u.test(text)
const between = (view: View, from: Word, to: Word): string => view.text.slice(from.end, to.start)
const isGlued = (view: View, start: number, end: number): boolean =>
  /[@/._[]/.test(view.text.charAt(start - 1)) || /^(?:[@/_]|\.\p{L})/u.test(view.text.slice(end, end + 2))
/** Words inside a token are nobody's. */
const isHidden = (view: View, { start, end }: Word): boolean =>
  isTokenAt(view.text, start - 1) || /^_?\d{0,6}\]/.test(view.text.slice(end, end + 8)) || view.text.charAt(start - 1) === '_'

/** The first word of a name that goes on to `last`, back over words with capitals; null where there is none. */
function firstOf(view: View, last: number, lang: Language): number | null {
  const { words } = view
  let first = last + 1
  for (let at = last; at >= 0 && last - at < MAX_WORDS; at--) {
    const [word, behind] = [words[at], words[at + 1]]
    if (word === undefined || isHidden(view, word)) break
    if (at < last && behind !== undefined && !JOINT.test(between(view, word, behind))) break
    if (AND.has(word.lower) && first === at + 1 && FOUNDERS.has(behind?.lower ?? '')) continue
    if (!isCapital(word) || isTitle(word.lower) || SAYS_WHAT.has(word.lower)) break
    // "With Acme Ltd", "Yesterday Acme Ltd": a sentence's first word is hardly a name's.
    if ((isNoName(word.lower) || isListedAs(word.lower, 'verb')) && !hasTellingCapital(view, word)) break
    if (isFunctionWord(word.lower, lang)) break
    first = at
  }
  return first > last ? null : first
}

/** The same in text without capitals: the word before, and more where no dictionary has them. */
function firstSaid(view: View, last: number, lang: Language): number | null {
  const word = view.words[last]
  if (word === undefined || isHidden(view, word) || isNoName(word.lower) || SAYS_WHAT.has(word.lower) || word.lower.length < 3) return null
  let first = last
  for (let at = last - 1; at >= 0 && last - at < 3; at--) {
    const [before, behind] = [view.words[at], view.words[at + 1]]
    if (before === undefined || behind === undefined || between(view, before, behind) !== ' ' || isHidden(view, before)) break
    if (isMadeOfWords(before.lower, lang) || isSomebody(before.lower, lang)) break
    first = at
  }
  return first
}

/** "Acme Robotics Ltd", "Kestrel Insurance", "Lunds universitet", "kestrel foods gmbh". */
function endsHere(view: View, at: number, lang: Language): Found {
  const { words } = view
  const [word, before] = [words[at], words[at - 1]]
  if (word === undefined || before === undefined || isHidden(view, word)) return null
  const joint = between(view, before, word)
  if (LEGAL_START.has(word.lower) && /^(?:,? |-)$/.test(joint) && !isAmount(before)) {
    const form = LEGAL_FORM.exec(view.text.slice(word.start, word.start + 24))?.[0]
    const isSaid = !isCapital(before) && LEGAL_SAID.has(word.lower)
    const first = isSaid ? firstSaid(view, at - 1, lang) : form !== undefined && isCapital(before) ? firstOf(view, at - 1, lang) : null
    if (first !== null) return org(words[first]?.start ?? before.start, word.start + (form ?? word.text).length, 'legal form', 0.9)
  }
  const lower = word.bare
  if (FOUNDERS.has(lower) && isCapital(word)) {
    const first = joint === ' & ' ? firstOf(view, at - 1, lang) : AND.has(before.lower) && joint === ' ' ? firstOf(view, at - 2, lang) : null
    if (first !== null) return org(words[first]?.start ?? before.start, word.start + lower.length, 'head word', 0.85)
  }
  const [isSure, mayBe] = [ENDS_FIRM.has(lower), MAY_END_FIRM.has(lower)]
  if ((!isSure && !mayBe) || !/^(?: |-)$/.test(joint)) return null
  const end = word.start + lower.length
  if (isCapital(before) && (isCapital(word) || lang === 'sv')) {
    const first = firstOf(view, at - 1, lang)
    if (first === null) return null
    const name = words.slice(first, at)
    const isStrange = name.some(({ lower: part }) => isUnknown(part, lang) || placeKind(part) !== undefined || placeKind(part.replace(/s$/, '')) !== undefined)
    const isLong = name.length >= 2 && lang !== 'de' && name.every((part) => hasTellingCapital(view, part))
    const isPossessor = name.length === 1 && name.some(({ text }) => /['’]s$/.test(text))
    return (isStrange || (isSure && isLong)) && !isPossessor ? org(name[0]?.start ?? before.start, end, 'head word', 0.8) : null
  }
  if (!ENDS_FIRM_SAID.has(lower) || isCapital(before) || joint !== ' ') return null
  const first = isNameLike(before.lower, lang) ? firstSaid(view, at - 1, lang) : null
  return first === null ? null : org(words[first]?.start ?? before.start, end, 'head word', 0.75)
}

/** "5 AG", "Plan B": a number or a letter is no firm's name. */
const isAmount = ({ text }: Word): boolean => /^\d/.test(text) || text.length < 2

/** "University of Leeds", "Klinik Rosenhof", "Banco de Santander", "Ministry of Finance". */
function startsHere(view: View, at: number, lang: Language): Found {
  const { words } = view
  const word = words[at]
  if (word === undefined || isHidden(view, word)) return null
  const key = (STARTS_FIRM[lang]?.has(word.lower) ?? false) ? lang : 'en'
  if (!(STARTS_FIRM[key] ?? new Set()).has(word.lower)) return null
  const link = OF_FIRM[key]?.exec(view.text.slice(word.end, word.end + 10))?.[0]
  if (link === undefined) return null
  const nameStart = word.end + link.length
  const first = [at + 1, at + 2, at + 3].find((index) => words[index]?.start === nameStart) ?? -1
  const name = words[first]
  if (name === undefined || isHidden(view, name) || isFunctionWord(name.lower, lang)) return null
  const isNamed = NAMED_BY_A_WORD.has(word.lower)
  if (isCapital(name) && !isNoName(name.lower)) {
    const isDoubtful = lang === 'de' && !isNamed && !/^(?:[Tt]echnische)$/.test(word.text) && isMadeOfWords(name.lower, lang)
    const isPlain = !isCapital(word) && isOrdinary(name.lower, lang)
    if (isDoubtful || isPlain) return null
    return org(word.start, lastOf(view, first, lang).end, 'head word', 0.8)
  }
  if (isNamed && isCapital(word) && name.lower.length > 3) return org(word.start, name.end, 'head word', 0.75)
  if (isNamed && link.trim() !== '' && name.lower.length > 3 && word.lower !== 'department') return org(word.start, name.end, 'head word', 0.7)
  if (isCapital(word) || isCapital(name) || !SAID_FIRST.has(word.lower)) return null
  return isNameLike(name.lower, lang) && (link !== ' ' || key !== 'en') ? org(word.start, name.end, 'head word', 0.7) : null
}

/** In text without capitals only these say enough. */
const SAID_FIRST = new Set('university universität hochschule klinik klinikum sparkasse volksbank kanzlei clinique hôpital université banque lycée cabinet universidad banco clínica stiftelsen'.split(' '))

/** The last word of a name that begins at `first`, over words with capitals, joined, or with a small word between. */
function lastOf(view: View, first: number, lang: Language): Pick<Word, 'start' | 'end'> {
  const { words } = view
  let last = words[first]
  if (last === undefined) throw new Error('a name begins at one of the words')
  let link: Word | undefined
  for (let at = first + 1; at < words.length && at - first < MAX_WORDS; at++) {
    const [word, before] = [words[at], words[at - 1]]
    if (word === undefined || before === undefined || !JOINT.test(between(view, before, word)) || isHidden(view, word)) break
    if ((OF.has(word.lower) || AND.has(word.lower)) && link === undefined && !isCapital(word)) {
      // "de la" may stand between, "and Anna" is somebody else.
      const next = words[at + 1]
      if (next === undefined || !isCapital(next) || isSomebody(next.lower, lang) || (AND.has(word.lower) && !FOUNDERS.has(next.lower))) break
      link = word
      continue
    }
    if (!isCapital(word) || (isNoName(word.lower) && link === undefined)) break
    last = word
    link = undefined
  }
  return { start: last.start, end: last.start + last.bare.length }
}

/** Of no dictionary, or the name of what one works with; nobody's first name and no place. */
function isUnknown(lower: string, lang: Language): boolean {
  if (lower.length < 3 || /^\d/.test(lower) || isNoName(lower)) return false
  return isProductWord(lower) || (!isMadeOfWords(lower, lang) && !isSomebody(lower, lang) && placeKind(lower) === undefined)
}

/** The same, or a place that is no word. */
const isNameLike = (lower: string, lang: Language): boolean => isUnknown(lower, lang) || (placeKind(lower) !== undefined && !isOrdinary(lower, lang))

/** "works at Acme", "unser Kunde Acme", "chez acme", "the Acme account". */
function spokenOf(view: View, at: number, lang: Language): Found {
  const word = view.words[at]
  if (word === undefined || isHidden(view, word) || !/^[\p{L}\d][\p{L}\p{M}\d'’]+$/u.test(word.text) || isGlued(view, word.start, word.end)) return null
  const { bare } = word
  if (isNoName(bare) || isTitle(bare) || SAYS_WHAT.has(bare) || (isCapital(word) ? false : isOrdinary(bare, lang))) return null
  const before = view.lower.slice(Math.max(0, word.start - REACH), word.start)
  const last = isCapital(word) ? lastOf(view, at, lang) : word
  const isCued = cuesOf(lang).some((cue) => cue.test(before))
  const behind = isCapital(word) && !isProductWord(bare) ? (FIRM_BEHIND[lang] ?? FIRM_BEHIND['en']) : undefined
  if (!isCued && behind?.test(view.text.slice(last.end, last.end + 24)) !== true) return null
  if (isSomebody(bare, lang) || isEverGivenName(bare) || !['town', undefined].includes(placeKind(bare))) return null
  if (isCapital(word)) {
    // "works with People": a word with a capital where none is due is what somebody is called; German nouns always have one.
    const isTelling = lang !== 'de' && hasTellingCapital(view, word) && !FOR.test(before)
    const isSurname = lang === 'de' && isAnybody(bare, lang) && !isOrdinary(bare, lang)
    const isName = isUnknown(bare, lang) || isTelling || isSurname || (isCued && last.start > word.start) || /^\p{Lu}{2,6}$/u.test(word.text)
    return isName ? org(word.start, last.end, 'word before', isUnknown(bare, lang) ? 0.75 : 0.7) : null
  }
  if (!isUnknown(bare, lang) || isAnybody(bare, lang)) return null
  const next = view.words[at + 1]
  const isEnd = ({ lower }: Word): boolean => ENDS_FIRM_SAID.has(lower) || LEGAL_SAID.has(lower) || (isUnknown(lower, lang) && !isAnybody(lower, lang))
  const goesOn = next !== undefined && between(view, word, next) === ' ' && isEnd(next)
  return org(word.start, goesOn ? next.end : word.start + bare.length, 'word before', 0.7)
}

/** One works for a firm; what works for something else may have a capital too. */
const FOR = backwards(/(?:for|für|för|åt|pour|para) $/)

/** Characters before a name in which its cue stands. */
const REACH = 44

const compiled = new Map<string, readonly { test(text: string): boolean }[]>()
function cuesOf(lang: Language): readonly { test(text: string): boolean }[] {
  const before = compiled.get(lang)
  if (before !== undefined) return before
  const cues = (FIRM_CUES[lang] ?? FIRM_CUES['en'] ?? []).map((cue) => backwards(new RegExp(`(?:^|[^\\p{L}])(?:${cue})(?: |['’])$`, 'u')))
  compiled.set(lang, cues)
  return cues
}
