import { stemmer } from 'stemmer'
import { wordWidth } from './letters.pure.ts'

/** A word of a text, or a redaction token, with its place. `key` is lower case with a straight apostrophe; a token keeps its own form. */
export interface Word {
  readonly key: string
  readonly start: number
  readonly end: number
}

const TOKEN = /\[[A-Z_]{1,20}_[0-9]{1,6}\]/y
const BRACKET = 0x5b
/** Between two letters or digits they are part of a word. */
const JOINTS = "'’.,:/-"

/** Every word of a text in order; "1,500", "3.5", "follow-up" and "O'Neill" are one word each. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (let at = 0; at < text.length; ) {
    const token = tokenEnd(text, at)
    const end = token > at ? token : wordEnd(text, at, JOINTS)
    if (end > at) {
      const found = text.slice(at, end)
      words.push({ key: token > at ? found : keyOf(found), start: at, end })
    }
    at = Math.max(at + 1, end)
  }
  return words
}

/** Where the word that begins at a place ends; the place itself where none begins. `joints`: marks that may stand between its parts. */
export function wordEnd(text: string, start: number, joints: string): number {
  for (let end = start; ; ) {
    const width = wordWidth(text, end)
    if (width > 0) end += width
    else if (end > start && wordWidth(text, end + 1) > 0 && joints.includes(text.charAt(end))) end++
    else return end
  }
}

/** The same of a redaction token. */
export function tokenEnd(text: string, start: number): number {
  if (text.charCodeAt(start) !== BRACKET) return start
  TOKEN.lastIndex = start
  return TOKEN.test(text) ? TOKEN.lastIndex : start
}

export const keyOf = (word: string): string => {
  const lower = word.toLowerCase()
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

export const isToken = (word: string): boolean => word.startsWith('[')

/** Words that carry no content of their own. */
const STOP = new Set(
  (
    'a about above after again all almost already also although always am an and another any anybody anyone anything anyway are around as at away back be because been '
    + 'before being below between both but by came can cannot could did do does doing done down each either else even ever every everybody everyone everything few for '
    + 'from further gave get gets getting give given go goes going gone gonna got gotta had has have having he her here hers herself him himself his how however i if '
    + 'in into is it its itself just kind kinda know less let like look lot lots made make makes making many may maybe me mean means might mine more most much must my '
    + 'myself need neither never no nobody none nor not nothing now of off often oh ok okay on once one ones only onto or other others our ours out over own per perhaps '
    + 'probably put quite rather really right said same saw say saying says see seem seems shall she should since so some somebody someone something somewhere sort still '
    + 'stuff such sure take than that the their theirs them themselves then there these they thing things think this those though through thus to together too toward '
    + 'under until up upon us use used very via want was way we well went were what whatever when where whether which while who whole whom whose why will with within '
    + 'without would yeah yep yes yet you your yours yourself um uh erm er hmm hm mm mmm mhm ah eh huh oh actually basically obviously literally course bit cause cuz '
    + 'alright anyhow somehow ain'
  ).split(' '),
)

const CONTRACTED = /'(?:s|m|d|ll|re|ve|t)$/

/** True for function words, fillers and their contractions ("we'll", "that's", "don't"). Tokens are content. */
export function isStopWord(key: string): boolean {
  if (STOP.has(key)) return true
  if (!key.includes("'")) return false
  const bare = key.replace(CONTRACTED, '')
  return STOP.has(bare) || (bare.endsWith('n') && STOP.has(bare.slice(0, -1))) || bare === 'ca' || bare === 'wo'
}

/** The stem two forms of a word share (Porter 1980); a token is its own stem. */
export function stemOf(key: string): string {
  if (isToken(key)) return key
  const bare = key.includes("'") ? key.replace(CONTRACTED, '') : key
  return bare.length > 3 ? stemmer(bare) : bare
}

/** Stems of the words that carry content, in order, repeats kept. */
export const contentStems = (text: string): string[] => stemsIn(wordsIn(text))

const known = new WeakMap<object, Map<string, string>>()
/** Stems of the words of a meeting, worked out once; gone with its segments. */
export function knownStems(segments: object): Map<string, string> {
  const stems = known.get(segments) ?? new Map<string, string>()
  known.set(segments, stems)
  return stems
}

/** The same of words already found. `known`: stems worked out before, which a caller with much text keeps for as long. */
export function stemsIn(words: readonly Word[], known?: Map<string, string>): string[] {
  const stems: string[] = []
  for (const { key } of words) {
    const before = known?.get(key)
    if (before !== undefined) {
      if (before !== '') stems.push(before)
      continue
    }
    const stem = isStopWord(key) || (key.length < 2 && !/\p{N}/u.test(key)) ? '' : stemOf(key)
    known?.set(key, stem)
    if (stem !== '') stems.push(stem)
  }
  return stems
}
