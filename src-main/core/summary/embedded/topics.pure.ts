import type { Line } from './line.pure.ts'
import type { Lexicon } from './lexicon.pure.ts'
import { titlesOf } from './titles.pure.ts'
import { addRow, type Vectors } from './vectors.pure.ts'

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

/**
 * Chapters of the meeting after TextTiling (Hearst 1997): where the words of the stretch before and after a gap have least
 * in common. Gaps lie at changes of speaker where there are any.
 */
export function topics(lines: readonly Line[], vectors: Vectors, lexicon: Lexicon): Stretch[] {
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
  const titles = titlesOf(lines, starts, lexicon)
  return starts.map((from, i) => ({ from, to: (starts[i + 1] ?? lines.length) - 1, title: titles[i] ?? '' }))
}

/** The meeting's own title: its strongest words. */
export const titleOf = (lines: readonly Line[], lexicon: Lexicon): string => titlesOf(lines, [0], lexicon)[0] ?? ''

interface Rows {
  readonly vectors: Vectors
  readonly from: number
  readonly to: number
  /** The gap at which a term was last counted. */
  readonly counted: Uint32Array
  readonly gap: number
}

/** How deep the likeness dips before each line, against the peaks on either side. */
function depths(lines: readonly Line[], vectors: Vectors, lengths: readonly number[]): number[] {
  // Both blocks slide with the gap, so every line enters and leaves each block once.
  const left = new Float64Array(vectors.termCount)
  const right = new Float64Array(vectors.termCount)
  const counted = new Uint32Array(vectors.termCount)
  const likeness = new Array<number>(lines.length).fill(1)
  let leftFrom = 0
  let leftWords = 0
  let rightTo = 0
  let rightWords = 0
  for (let gap = 1; gap < lines.length; gap++) {
    addRow(vectors, gap - 1, left, 1)
    leftWords += lengths[gap - 1] ?? 0
    if (rightTo >= gap) {
      addRow(vectors, gap - 1, right, -1)
      rightWords -= lengths[gap - 1] ?? 0
    } else rightTo = gap
    while (rightTo < lines.length && rightWords < BLOCK_WORDS) {
      addRow(vectors, rightTo, right, 1)
      rightWords += lengths[rightTo] ?? 0
      rightTo++
    }
    while (leftWords - (lengths[leftFrom] ?? 0) >= BLOCK_WORDS && leftFrom < gap - 1) {
      addRow(vectors, leftFrom, left, -1)
      leftWords -= lengths[leftFrom] ?? 0
      leftFrom++
    }
    likeness[gap] = cosine(left, right, { vectors, from: leftFrom, to: rightTo, counted, gap }) + (lines[gap]?.turn === lines[gap - 1]?.turn ? 0.05 : 0)
  }
  const peakBefore = runningPeak(likeness)
  const peakAfter = runningPeak([...likeness].reverse()).reverse()
  return likeness.map((value, at) => (at === 0 ? 0 : (peakBefore[at] ?? 0) + (peakAfter[at] ?? 0) - 2 * value))
}

/** How like two dense vectors are that have terms of some rows only. */
function cosine(left: Float64Array, right: Float64Array, { vectors: { ids, starts }, from, to, counted, gap }: Rows): number {
  let product = 0
  let leftNorm = 0
  let rightNorm = 0
  for (let at = starts[from] ?? 0; at < (starts[to] ?? 0); at++) {
    const id = ids[at] ?? 0
    if (counted[id] === gap) continue
    counted[id] = gap
    const x = left[id] ?? 0
    const y = right[id] ?? 0
    product += x * y
    leftNorm += x * x
    rightNorm += y * y
  }
  const size = Math.sqrt(leftNorm * rightNorm)
  return size === 0 ? 0 : product / size
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
