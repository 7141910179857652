import { isEverydayWord, isGivenName, isNoPersonWord } from '../../../../src-shared/pii/names/everyday.ts'
import { stemOf, wordsIn, isStopWord, isToken } from '../evidence/words.pure.ts'
import type { Line } from './line.pure.ts'
import { nounsOf } from './nouns.pure.ts'
import { smallTalk } from './small-talk.pure.ts'

/** A word said this often per line names no subject, in any language. */
const EVERYWHERE = 0.25
const ENOUGH_LINES = 30

/** Terms in a title, and how many are looked at to find them. */
const TERMS = 2
const STRONGEST = 6
/** Two words are one term when they stand together this often. */
const PAIRED = 0.5

/** "payment", "provider" → "payment provider"; terms keep the place of their stronger word. */
function phrasesOf(terms: readonly string[], together: (one: string, other: string) => boolean): string[][] {
  const phrases: string[][] = []
  for (const term of terms) {
    const before = phrases.find(([first]) => first !== undefined && together(term, first))
    const after = phrases.find((phrase) => together(phrase.at(-1) ?? '', term))
    if (after !== undefined && after.length < 2) after.push(term)
    else if (before !== undefined && before.length < 2) before.unshift(term)
    else phrases.push([term])
  }
  return phrases
}

/** What the talk as a whole tells about its words. */
export interface Lexicon {
  /** Words of the names of people who were there; they title nothing. */
  readonly names: ReadonlySet<string>
  readonly english: boolean
  mayName(key: string): boolean
  isNoun(stem: string): boolean
}

export function lexiconOf(lines: readonly Line[], names: ReadonlySet<string>): Lexicon {
  const { keys, lower } = vocabulary(lines)
  const english = [...keys].filter(isEverydayWord).length >= ENOUGH_KNOWN * keys.size
  return { names, english, mayName: namelike(lower, english), isNoun: english ? nounsOf(lines) : () => true }
}

/** Titles from words frequent here and rare in the rest: the strongest two, as most often spelled; in English nouns only. */
export function titlesOf(lines: readonly Line[], starts: readonly number[], { names, english, mayName, isNoun }: Lexicon): string[] {
  const chat = smallTalk(lines)
  const pairs = new Map<string, number>()
  const within = starts.map(() => new Map<string, number>())
  const overall = new Map<string, number>()
  const spelling = new Map<string, Map<string, number>>()
  let at = -1
  lines.forEach((line, index) => {
    if (starts[at + 1] === index) at++
    const counts = within[at]
    if (counts === undefined || chat.has(index)) return
    let before: { stem: string; end: number } | null = null
    const text = line.words.join(' ')
    for (const { key, start, end } of wordsIn(text)) {
      if (isStopWord(key) || isToken(key) || key.length < 3 || !/^\p{L}/u.test(key) || DULL.has(key) || names.has(key) || mayName(key)) continue
      const stem = stemOf(key)
      if (before !== null && start === before.end + 1) pairs.set(`${before.stem} ${stem}`, (pairs.get(`${before.stem} ${stem}`) ?? 0) + 1)
      before = { stem, end }
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
      overall.set(stem, (overall.get(stem) ?? 0) + 1)
      const forms = spelling.get(stem) ?? new Map<string, number>()
      const said = text.slice(start, end)
      const form = /^\p{Lu}\p{Ll}+$/u.test(said) && start === 0 ? said.toLowerCase() : said
      forms.set(form, (forms.get(form) ?? 0) + 1)
      spelling.set(stem, forms)
    }
  })
  return within.map((counts) => {
    const terms = [...counts]
      .filter(([stem]) => lines.length < ENOUGH_LINES || (overall.get(stem) ?? 0) <= EVERYWHERE * lines.length)
      .map(([stem, count]): [string, number] => [stem, count <= 1 && starts.length > 1 ? 0 : count * (count / (overall.get(stem) ?? count)) ** 0.7])
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([stem]) => stem)
    const often = (stem: string): number => overall.get(stem) ?? 0
    const phrases = phrasesOf(terms.slice(0, STRONGEST), (one, other) =>
      (pairs.get(`${one} ${other}`) ?? 0) >= Math.max(2, PAIRED * Math.min(often(one), often(other))))
    const subjects = phrases.filter((stems) => isNoun(stems.at(-1) ?? ''))
    const shown = (subjects.length > 0 ? subjects : phrases).slice(0, TERMS)
    const joined = shown.map((stems) => stems.map((stem) => commonest(spelling.get(stem))).join(' ')).join(english ? ' and ' : ', ')
    return joined === '' ? 'Conversation' : `${joined.charAt(0).toUpperCase()}${joined.slice(1)}`
  })
}

const ENOUGH_KNOWN = 0.7

/** Words met at all, and those met in lower case. */
function vocabulary(lines: readonly Line[]): { keys: Set<string>; lower: Set<string> } {
  const lower = new Set<string>()
  const keys = new Set<string>()
  for (const { words } of lines) {
    const text = words.join(' ')
    for (const { key, start } of wordsIn(text)) {
      if (!/^\p{L}{3}/u.test(key)) continue
      keys.add(key)
      if (/^\p{Ll}/u.test(text.slice(start, start + 2))) lower.add(key)
    }
  }
  return { keys, lower }
}

/**
 * Tells words that may be a name which redaction has missed: a title is read by everybody. A given name; and, where the talk
 * is in English, a word no dictionary has that is never met in lower case.
 */
function namelike(lower: ReadonlySet<string>, english: boolean): (key: string) => boolean {
  return (key) => isGivenName(key) || (english && !lower.has(key) && !isEverydayWord(key) && !isNoPersonWord(key))
}

const commonest = (forms: ReadonlyMap<string, number> | undefined): string =>
  [...(forms ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? ''

/** Content words that name no subject. */
const DULL = new Set('people person time times day days week weeks today tomorrow yesterday meeting point idea good great nice big small little new old first second last next two three four five six seven eight nine ten hundred mister talk talking talked work working works start started happen happens find try trying tried problem question questions different able thank thanks please sorry hello guys everyone minute minutes hope feel guess wonder agree understand remember forget fine cool wow sense example part side kinds type sorts number numbers yeah mr mrs ms need needed wanted believe sounds call called ask asked tell told show happened actual certainly especially important basically morning afternoon evening night noon month months year years hour hours monday tuesday wednesday thursday friday saturday sunday couple end beginning bit lot kind sort way stuff dunno welcome apologies everybody somebody anybody case fact matter honourable mister speaker percent cent half name names seconds eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen nineteenth twentieth twenty thirty forty fifty sixty seventy eighty ninety certain regarding slide slides pen'.split(' '))
