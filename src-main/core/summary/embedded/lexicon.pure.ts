import { isEverydayWord, isGivenName, isNoPersonWord } from '../../../../src-shared/pii/names/everyday.ts'
import { isStopWord, isToken, stemOf, type Word } from '../evidence/words.pure.ts'
import { grammarOf, type Grammar } from './grammar.pure.ts'
import type { Line } from './line.pure.ts'
import { nounsOf, type Nouns } from './nouns.pure.ts'

/** A word a title could be made of. `at` is its place among the line's tokens, `stem` a number. */
export interface Term {
  readonly at: number
  readonly key: string
  readonly stem: number
}

/** What the talk as a whole tells about its words: made once, for the titles of chapters and of the meeting. */
export interface Lexicon {
  readonly grammar: Grammar
  readonly nouns: Nouns
  /** Per line: terms side by side, with nothing but a space between. None in lines of small talk. */
  readonly runs: readonly (readonly (readonly Term[])[])[]
  /** By their numbers. */
  readonly stems: readonly string[]
}

const ENOUGH_KNOWN = 0.7
/** "l'équipe" and "d'achat" are written in one. */
const ELIDED = /^(?:[ldjcnsmt]|qu)'(?=\p{L})/u

/**
 * @param names words of the names of people who were there; they title nothing
 * @param chat lines of small talk, by index
 */
export function lexiconOf(lines: readonly Line[], names: ReadonlySet<string>, chat: ReadonlySet<number>): Lexicon {
  const met = casesIn(lines)
  let [words, known] = [0, 0]
  for (const [key, written] of met) {
    if (written === 'short') continue
    words++
    if (isEverydayWord(key)) known++
  }
  const grammar = grammarOf(lines, known >= ENOUGH_KNOWN * words)
  const english = grammar.language === 'en'
  const judged = new Map<string, number>()
  const stems: string[] = []
  const numbers = new Map<string, number>()
  /** The number of the stem of a word that may title something; -1 for any other. */
  const titling = (key: string): number => {
    const before = judged.get(key)
    if (before !== undefined) return before
    const says = !grammar.stops(key) && !DULL.has(key) && !isToken(key) && key.length > 1 && /^\p{L}/u.test(key)
    const fit = says && !names.has(key) && !mayName(key, met.get(key) === 'lower', english)
    const stem = fit ? stemOf(key) : ''
    const number = stem === '' || (english && isStopWord(stem)) ? -1 : (numbers.get(stem) ?? stems.push(stem) - 1)
    judged.set(key, number)
    if (number !== -1) numbers.set(stem, number)
    return number
  }
  const runs = lines.map(({ index, text, tokens }): Term[][] => {
    if (chat.has(index)) return []
    const found: Term[][] = []
    let behind: Word | undefined
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]
      if (token === undefined) continue
      const elided = grammar.language === 'fr' ? (ELIDED.exec(token.key)?.[0].length ?? 0) : 0
      const key = elided === 0 ? token.key : token.key.slice(elided)
      const stem = titling(key)
      // Two letters say something in capitals only: "TV", "Q3".
      if (stem === -1 || (key.length < 3 && text.slice(token.start + elided, token.end) === key)) continue
      const run = behind !== undefined && behind === tokens[at - 1] && token.start === behind.end + 1 ? found.at(-1) : undefined
      if (run === undefined) found.push([{ at, key, stem }])
      else run.push({ at, key, stem })
      behind = token
    }
    return found
  })
  const { heads, joins } = nounsOf(lines, grammar)
  return { grammar, nouns: { heads: once(heads), joins: once(joins) }, runs, stems }
}

function once(judge: (key: string) => boolean): (key: string) => boolean {
  const known = new Map<string, boolean>()
  return (key) => {
    let judged = known.get(key)
    if (judged === undefined) known.set(key, (judged = judge(key)))
    return judged
  }
}

const THREE_LETTERS = /^\p{L}{3}/u
const LOWER = /^\p{Ll}/u

/** How each word was met: in lower case at least once, or never; of those of fewer than three letters it does not matter. */
function casesIn(lines: readonly Line[]): ReadonlyMap<string, 'lower' | 'upper' | 'short'> {
  const met = new Map<string, 'lower' | 'upper' | 'short'>()
  for (const { text, tokens } of lines) {
    for (const { key, start } of tokens) {
      let written = met.get(key)
      if (written === undefined) met.set(key, (written = THREE_LETTERS.test(key) ? 'upper' : 'short'))
      if (written === 'upper' && LOWER.test(text.slice(start, start + 2))) met.set(key, 'lower')
    }
  }
  return met
}

/**
 * Tells words that may be a name which redaction has missed: a title is read by everybody. A given name; and, where the talk
 * is in English, a word no dictionary has that is never met in lower case.
 */
const mayName = (key: string, metInLower: boolean, english: boolean): boolean =>
  isGivenName(key) || (english && !metInLower && !isEverydayWord(key) && !isNoPersonWord(key))

/** Content words that name no subject. */
const DULL = new Set('people person time times day days week weeks today tomorrow yesterday meeting point idea good great nice big small little new old first second last next two three four five six seven eight nine ten hundred mister talk talking talked work working works start started happen happens find try trying tried problem question questions different able thank thanks please sorry hello guys everyone minute minutes hope feel guess wonder agree understand remember forget fine cool wow sense example part side kinds type sorts number numbers yeah mr mrs ms need needed wanted believe sounds call called ask asked tell told show happened actual certainly especially important basically morning afternoon evening night noon month months year years hour hours monday tuesday wednesday thursday friday saturday sunday couple end beginning bit lot kind sort way stuff dunno welcome apologies everybody somebody anybody case fact matter honourable mister speaker percent cent half name names seconds eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen nineteenth twentieth twenty thirty forty fifty sixty seventy eighty ninety certain regarding slide slides pen hell shit damn crap god laptop ways types ideas points problems examples parts sides cases luck difference rest whole set crazy horrible weird guy tsk tape blah moment order january february march april june july august september october november december real overall throughout significant close particular interested specific individual normal simple better best single favourite favorite major easy proper appropriate main various possible ish left right top bottom following previous current recent additional extra final entire obvious similar huge nice enough final early late long short high low hard nuts everything nothing something anything ones'.split(' '))
