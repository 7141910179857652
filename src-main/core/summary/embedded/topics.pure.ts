import { isEverydayWord, isGivenName, isNoPersonWord } from '../../../../src-shared/pii/names/everyday.ts'
import { stemOf, wordsIn, isStopWord, isToken } from '../evidence/words.pure.ts'
import type { Line } from './line.pure.ts'
import { smallTalk } from './small-talk.pure.ts'
import type { Vectors } from './vectors.pure.ts'

/** A run of lines about one thing; `from` and `to` are line indices, `to` inclusive. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly title: string
}

const BLOCK_WORDS = 120
const MIN_WORDS = 250
const TARGET_WORDS = 1000
const MAX_TOPICS = 12
/** A word said this often per line names no subject, in any language. */
const EVERYWHERE = 0.25
const ENOUGH_LINES = 30

/**
 * Chapters of the meeting after TextTiling (Hearst 1997): where the words of the stretch before and after a gap have least
 * in common. Gaps lie at changes of speaker where there are any. `names` are words of people's names, which title nothing.
 */
export function topics(lines: readonly Line[], vectors: Vectors, names: ReadonlySet<string>): Stretch[] {
  if (lines.length === 0) return []
  const lengths = lines.map(({ words }) => words.length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const wanted = Math.min(MAX_TOPICS, Math.max(1, Math.round(total / TARGET_WORDS)))
  const starts = [0]
  if (wanted > 1) {
    const before: number[] = [] // words spoken before each line
    lengths.reduce((sum, length, at) => ((before[at] = sum), sum + length), 0)
    const dips = depths(lines, vectors, lengths)
    const order = lines.map((_, at) => at).filter((at) => at > 0).sort((a, b) => (dips[b] ?? 0) - (dips[a] ?? 0) || a - b)
    const bounds = [0, total]
    for (const at of order) {
      if (starts.length >= wanted || (dips[at] ?? 0) <= 0) break
      const place = before[at] ?? 0
      if (bounds.some((bound) => Math.abs(bound - place) < MIN_WORDS)) continue
      starts.push(at)
      bounds.push(place)
    }
    starts.sort((a, b) => a - b)
  }
  const titles = titlesOf(lines, starts, names)
  return starts.map((from, i) => ({ from, to: (starts[i + 1] ?? lines.length) - 1, title: titles[i] ?? '' }))
}

/** The meeting's own title: its strongest words. */
export const titleOf = (lines: readonly Line[], names: ReadonlySet<string>): string => titlesOf(lines, [0], names)[0] ?? ''

/** How deep the likeness dips before each line, against the peaks on either side. */
function depths(lines: readonly Line[], vectors: Vectors, lengths: readonly number[]): number[] {
  const left = new Float64Array(vectors.terms.length)
  const right = new Float64Array(vectors.terms.length)
  const add = (into: Float64Array, at: number, sign: number): void => {
    const row = vectors.rows[at]
    row?.ids.forEach((id, i) => {
      into[id] = (into[id] ?? 0) + sign * (row.weights[i] ?? 0)
    })
  }
  // Both blocks slide with the gap, so every line enters and leaves each block once.
  const touched = (a: Float64Array, b: Float64Array, from: number, to: number): number => {
    let product = 0
    let norms = [0, 0]
    const seen = new Set<number>()
    for (let at = from; at < to; at++) {
      for (const id of vectors.rows[at]?.ids ?? []) {
        if (seen.has(id)) continue
        seen.add(id)
        const [x, y] = [a[id] ?? 0, b[id] ?? 0]
        product += x * y
        norms = [(norms[0] ?? 0) + x * x, (norms[1] ?? 0) + y * y]
      }
    }
    const size = Math.sqrt((norms[0] ?? 0) * (norms[1] ?? 0))
    return size === 0 ? 0 : product / size
  }
  const likeness = new Array<number>(lines.length).fill(1)
  let leftFrom = 0
  let leftWords = 0
  let rightTo = 0
  let rightWords = 0
  for (let gap = 1; gap < lines.length; gap++) {
    add(left, gap - 1, 1)
    leftWords += lengths[gap - 1] ?? 0
    if (rightTo >= gap) {
      add(right, gap - 1, -1)
      rightWords -= lengths[gap - 1] ?? 0
    } else rightTo = gap
    while (rightTo < lines.length && rightWords < BLOCK_WORDS) {
      add(right, rightTo, 1)
      rightWords += lengths[rightTo] ?? 0
      rightTo++
    }
    while (leftWords - (lengths[leftFrom] ?? 0) >= BLOCK_WORDS && leftFrom < gap - 1) {
      add(left, leftFrom, -1)
      leftWords -= lengths[leftFrom] ?? 0
      leftFrom++
    }
    likeness[gap] = touched(left, right, leftFrom, rightTo) + (lines[gap]?.turn === lines[gap - 1]?.turn ? 0.05 : 0)
  }
  const peakBefore = runningPeak(likeness)
  const peakAfter = runningPeak([...likeness].reverse()).reverse()
  return likeness.map((value, at) => (at === 0 ? 0 : (peakBefore[at] ?? 0) + (peakAfter[at] ?? 0) - 2 * value))
}

/** The top of the hill one has just come down from: rises with the curve, is forgotten when the curve climbs again. */
function runningPeak(curve: readonly number[]): number[] {
  let peak = 0
  let previous = 0
  return curve.map((value, at) => {
    if (at <= 1 || value > previous) peak = value
    previous = value
    return Math.max(peak, value)
  })
}

/** Terms in a title, and how many are looked at to find them. */
const TERMS = 3
const STRONGEST = 5
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

/** Titles from words frequent here and rare in the rest: the strongest two or three, as most often spelled. */
function titlesOf(lines: readonly Line[], starts: readonly number[], names: ReadonlySet<string>): string[] {
  const chat = smallTalk(lines)
  const pairs = new Map<string, number>()
  const within = starts.map(() => new Map<string, number>())
  const overall = new Map<string, number>()
  const spelling = new Map<string, Map<string, number>>()
  const mayName = namelike(lines)
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
    const joined = phrases.slice(0, TERMS).map((stems) => stems.map((stem) => commonest(spelling.get(stem))).join(' ')).join(', ')
    return joined === '' ? 'Conversation' : `${joined.charAt(0).toUpperCase()}${joined.slice(1)}`
  })
}

const ENOUGH_KNOWN = 0.7

/**
 * Tells words that may be a name which redaction has missed: a title is read by everybody. A given name; and, where the talk
 * is in English, a word no dictionary has that is never met in lower case.
 */
function namelike(lines: readonly Line[]): (key: string) => boolean {
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
  const known = [...keys].filter(isEverydayWord).length
  const isEnglish = known >= ENOUGH_KNOWN * keys.size
  return (key) => isGivenName(key) || (isEnglish && !lower.has(key) && !isEverydayWord(key) && !isNoPersonWord(key))
}

const commonest = (forms: ReadonlyMap<string, number> | undefined): string =>
  [...(forms ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? ''

/** Content words that name no subject. */
const DULL = new Set('people person time times day days week weeks today tomorrow yesterday meeting point idea good great nice big small little new old first second last next two three four five six seven eight nine ten hundred mister talk talking talked work working works start started happen happens find try trying tried problem question questions different able thank thanks please sorry hello guys everyone minute minutes hope feel guess wonder agree understand remember forget fine cool wow sense example part side kinds type sorts number numbers yeah mr mrs ms need needed wanted believe sounds call called ask asked tell told show happened actual certainly especially important basically'.split(' '))
