import type { OwnLine } from '../../../../src-shared/domain/own-line.ts'
import { contentStems } from '../evidence/words.pure.ts'
import { leansBack, readsWell } from './readable.pure.ts'
import type { Line } from './line.pure.ts'
import { lineText } from './line-text.pure.ts'
import type { Reason } from './scoring.pure.ts'

/** What the meeting says of a line its reader wrote down; empty where it says nothing. */
export interface Expansion {
  readonly own: OwnLine
  readonly lines: readonly { readonly text: string; readonly segments: readonly number[]; readonly reasons: readonly Reason[] }[]
}

export interface Steering {
  readonly expansions: readonly Expansion[]
  /** 0–1: how much a line of the meeting, by its index, is about what its reader wrote down. */
  readonly interest: (index: number) => number
}

/** A feature of lines, and what it adds: about as much as the strongest others, so that what was noted is not left out lightly. */
export const YOUR_NOTES = 'your notes'
export const INTEREST_WEIGHT = { overview: 2, actions: 1 } as const

const SHOWN = 3
/** Share of a note's words, weighed by rarity, that a line has to hold; less where it was said while the note was typed. */
const ENOUGH = 0.5
const ENOUGH_IN_TIME = 0.3
/** People write down what they have just heard, and sometimes what they are about to ask. */
const BEFORE_MS = 120_000
const AFTER_MS = 45_000
/** "And the invoice?" – "It goes out on Friday.": a line is about what the lines before it name. */
const ANSWER_REACH = 3
const BY_NEIGHBOUR = 0.55
const IN_TIME = 0.25
const INFORMS = 0.15
const MIN_WORDS = 4
/** Content words beyond which a line says no more. */
const MANY_STEMS = 8
/** A line must be this close to the best one to stand beside it. */
const CLOSE = 0.5

/**
 * Notes that steer: each own line finds the sentences of the meeting that bear it out, by its words and by when it was typed.
 * Nothing is made up: every line shown was said, and a note that nothing bears out has none.
 */
export function steer(lines: readonly Line[], own: readonly OwnLine[], startOf: (segment: number) => number | null): Steering {
  if (own.length === 0) return { expansions: [], interest: () => 0 }
  const rarity = rarityOf(lines)
  const wordy = lines.map(({ stems }) => new Set(stems))
  const starts = lines.map(({ segments: [first] }) => (first === undefined ? null : startOf(first)))
  const interest = new Float64Array(lines.length)
  const expansions = own.map((note): Expansion => {
    const wanted = [...new Set(contentStems(note.text))]
    const all = wanted.reduce((sum, stem) => sum + rarity(stem), 0)
    if (all === 0) return { own: note, lines: [] }
    const covered = wordy.map((stems) => wanted.reduce((sum, stem) => sum + (stems.has(stem) ? rarity(stem) : 0), 0) / all)
    const inTime = starts.map((start) => note.atMs !== null && start !== null && start >= note.atMs - BEFORE_MS && start <= note.atMs + AFTER_MS)
    const names = lines.map((_, at) => (covered[at] ?? 0) >= (inTime[at] === true ? ENOUGH_IN_TIME : ENOUGH))
    if (!names.includes(true)) return { own: note, lines: [] }

    const scored = lines.flatMap((line, at) => {
      const before = Math.max(0, ...Array.from({ length: ANSWER_REACH }, (_, i) => (names[at - 1 - i] === true ? (covered[at - 1 - i] ?? 0) / (i + 1) : 0)))
      const own = names[at] === true ? (covered[at] ?? 0) : 0
      if (own === 0 && before === 0) return []
      const parts = [
        { feature: 'words of your note', weight: own },
        { feature: 'answers a line with them', weight: own > 0 ? 0 : BY_NEIGHBOUR * before },
        { feature: 'said as you wrote', weight: inTime[at] === true ? IN_TIME : 0 },
        { feature: 'says something', weight: (INFORMS * Math.min(line.stems.length, MANY_STEMS)) / MANY_STEMS },
      ]
      const score = parts.reduce((sum, { weight }) => sum + weight, 0)
      interest[at] = Math.max(interest[at] ?? 0, Math.min(1, score))
      return [{ line, score, reasons: parts.filter(({ weight }) => weight > 0).map(({ feature, weight }) => ({ feature, weight: round(weight) })) }]
    })
    return { own: note, lines: shown(scored) }
  })
  return { expansions, interest: (index) => interest[index] ?? 0 }
}

interface Candidate {
  readonly line: Line
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** The best few in meeting order; those that read well by themselves where there are any. */
function shown(candidates: readonly Candidate[]): Expansion['lines'] {
  const long = candidates.filter(({ line }) => line.words.length >= MIN_WORDS)
  const readable = long.filter(({ line }) => !line.question && readsWell(line))
  const passable = long.filter(({ line }) => !leansBack(lineText(line).text))
  const field = [readable, passable, long, candidates].find((some) => some.length > 0) ?? []
  const best = field.reduce((most, { score }) => Math.max(most, score), 0)
  const taken: Candidate[] = []
  for (const candidate of field.toSorted((a, b) => b.score - a.score || a.line.index - b.line.index)) {
    if (taken.length === SHOWN || candidate.score < CLOSE * best) break
    if (taken.every(({ line }) => !saysTheSame(line, candidate.line))) taken.push(candidate)
  }
  return taken
    .toSorted((a, b) => a.line.index - b.line.index)
    .map(({ line, reasons }) => ({ text: lineText(line).text, segments: line.segments, reasons }))
}

/** Share of the smaller line's stems that two lines have in common at which one of them is enough. */
const SAME = 0.7

function saysTheSame(a: Line, b: Line): boolean {
  const [first, second] = [new Set(a.stems), new Set(b.stems)]
  const shared = [...first].filter((stem) => second.has(stem)).length
  return shared >= SAME * Math.max(1, Math.min(first.size, second.size))
}

/** Inverse document frequency over the meeting's lines; a word nobody said weighs most. */
function rarityOf(lines: readonly Line[]): (stem: string) => number {
  const counts = new Map<string, number>()
  for (const { stems } of lines) for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return (stem) => Math.log(1 + lines.length / (0.5 + (counts.get(stem) ?? 0)))
}

const round = (value: number): number => Math.round(value * 1000) / 1000
