import { borderBefore, borderBehind } from '../borders.ts'
import { isBeside, spokenAs } from './atoms.ts'
import { DISGUISED, mayBeDisguised } from './fold.ts'
import { isZone } from './vocabulary.ts'
import { matchesOf } from '../matches.ts'

/** Where something is read aloud, or in disguise: only there does the shadow of a text differ from it. */
interface Stretch {
  /** What is read, with room on both sides for what tells what a value is. */
  readonly start: number
  readonly end: number
  /** What is found in the shadow counts where it touches this; elsewhere the text tells as much. */
  readonly from: number
  readonly to: number
  /** One small number said by itself ("two minutes"): no value but the number of a house. */
  readonly isLoneNumber: boolean
  /** All that may be said for something else in it. */
  readonly signs: readonly Sign[]
}

interface Said {
  readonly text: string
  readonly words: readonly { readonly start: number; readonly end: number; readonly lower: string }[]
}

/** Further apart, two words that are said for something are of two values. */
const APART = 56
/** How far from what is said a value may begin or end. */
const REACH = 80
/** How far before and behind a value its cues stand. */
const CUES_BEFORE = 72
const CUES_BEHIND = 40

/** The stretches of a text that its shadow is worth reading in, in order. */
export function spokenStretches({ text, words }: Said, lang: string): Stretch[] {
  const stretches: Omit<Stretch, 'signs'>[] = []
  const signs = signsIn(text, words, lang)
  for (const cluster of clustersOf(signs)) {
    const first = cluster[0]
    const last = cluster.at(-1)
    if (first === undefined || last === undefined) continue
    const kind = kindOf(cluster, text.slice(Math.max(0, first.start - APART), last.end + APART))
    if (kind === 'nothing') continue
    const isLoneNumber = kind === 'lone number'
    const from = Math.max(0, first.start - REACH)
    const to = Math.min(text.length, last.end + REACH)
    const stretch = { start: borderBefore(text, isLoneNumber ? from : from - CUES_BEFORE), end: borderBehind(text, to + CUES_BEHIND), from, to, isLoneNumber }
    const before = stretches.at(-1)
    if (before === undefined || before.end <= stretch.start || before.isLoneNumber !== isLoneNumber) stretches.push(stretch)
    else stretches[stretches.length - 1] = { ...before, end: Math.max(before.end, stretch.end), to }
  }
  let first = 0
  return stretches.map((stretch) => {
    while ((signs[first]?.start ?? Infinity) < stretch.start) first++
    let behind = first
    while ((signs[behind]?.end ?? Infinity) <= stretch.end) behind++
    return { ...stretch, signs: signs.slice(first, behind) }
  })
}

interface Sign {
  readonly start: number
  readonly end: number
  readonly kind: 'sure' | 'number' | 'letter' | 'weak number' | 'weak'
}

function clustersOf(signs: readonly Sign[]): Sign[][] {
  const clusters: Sign[][] = []
  let end = -Infinity
  for (const sign of signs) {
    if (sign.start - end > APART) clusters.push([])
    clusters.at(-1)?.push(sign)
    end = Math.max(end, sign.end)
  }
  return clusters
}

/** What such words come to together: a value needs a number or a symbol that says nothing else, or company for what is weak. */
function kindOf(signs: readonly Sign[], around: string): 'value' | 'lone number' | 'nothing' {
  const count = (kind: Sign['kind']): number => signs.filter((sign) => sign.kind === kind).length
  const numbers = count('number')
  if (count('sure') > 0 || numbers > 1 || (numbers > 0 && count('weak number') > 0) || (count('letter') > 0 && signs.length > 1)) return 'value'
  if (HALF_SAID.test(around)) return 'value'
  return numbers === 1 ? 'lone number' : 'nothing'
}

/** "alice at example.com", "one 7": half said, half written. The digits of a token are no value's. */
const HALF_SAID = /\d(?<!\[[A-Z_]{2,20}_\d{1,6})|[._-](?<=\p{L}.)\p{L}/u
/** Digits said or written one by one. */
const SPACED = /(?<!\d)\d\D{1,8}\d(?!\d)/g

/** Everything that may stand for something else, in order. */
export function signsIn(text: string, words: Said['words'], lang: string): Sign[] {
  const signs: Sign[] = []
  let isBehindBeside = false
  for (const { start, end, lower } of words) {
    const spoken = spokenAs(lower, lang)
    const isEnd = isBehindBeside && isZone(lower, false)
    isBehindBeside = isBeside(spoken)
    const kind = isEnd || spoken === 'alone' ? 'sure' : spoken === 'beside' ? 'weak' : spoken
    if (kind !== 'never') signs.push({ start, end, kind })
  }
  const written = [...matchesOf(text, SPACED), ...(mayBeDisguised(text) ? matchesOf(text, DISGUISED_ONES) : [])]
  if (written.length === 0) return signs
  for (const { index, 0: found } of written) signs.push({ start: index, end: index + found.length, kind: 'sure' })
  return signs.sort((a, b) => a.start - b.start)
}
const DISGUISED_ONES = new RegExp(DISGUISED, 'gu')
