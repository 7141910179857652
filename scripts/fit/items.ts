import { sure } from '../../src-main/core/summary/embedded/tiers.pure.ts'
import { fitLogistic, type Example } from '../../src-main/core/summary/refit/solve.pure.ts'

/** A candidate line: its features and the segments it would cite. */
export interface Candidate {
  readonly features: ReadonlyMap<string, number>
  readonly segments: readonly number[]
}

export interface Meeting {
  readonly group: string
  readonly candidates: readonly Candidate[]
  /** Segments of each item that is really one. */
  readonly items: readonly (readonly number[])[]
}

export type Weights = Record<string, number>

/** A candidate counts as an item when it lies within this many segments of one. */
const REACH = 2
const FOLDS = 6
const EIGHT = 8
/** Lowers the threshold where little was said; the corpus has no short meetings, so it is set by hand. */
const SHORT_TALK = 'short talk'
const near = (a: readonly number[], b: readonly number[]): boolean => a.some((one) => b.some((other) => Math.abs(one - other) <= REACH))

const THRESHOLDS = Array.from({ length: 31 }, (_, i) => Math.round((-2.5 + i / 10) * 10) / 10)

export interface Choices {
  readonly strength: number
  /** Features that keep to the prior more strongly, and how strongly. */
  readonly held: Weights
  /** Most items shown of one meeting. */
  readonly most: number
  /** Of thresholds whose F1 is less than the best by at most `within`, the lowest or the highest is taken. */
  readonly prefer: 'recall' | 'precision'
  readonly within: number
}

export interface Fitted {
  readonly weights: Weights
  /** On groups of people who were not fitted on; `ofEight`: share of the items that the best eight lines of each meeting find. */
  readonly heldOut: { readonly f1: number; readonly precision: number; readonly recall: number; readonly ofEight: number }
}

/**
 * Fits the weights of candidate lines against annotated items, and the threshold that gave the best F1 on groups of people
 * who were not fitted on.
 */
export function fitItems(meetings: readonly Meeting[], prior: Weights, { strength, held, most, prefer, within }: Choices): Fitted {
  const names = [
    ...new Set(['bias', ...Object.keys(prior), ...meetings.flatMap(({ candidates }) => candidates.flatMap(({ features }) => [...features.keys()]))]),
  ].filter((name) => name !== SHORT_TALK)
  const vector = ({ features }: Candidate): number[] => names.map((name) => (name === 'bias' ? 1 : (features.get(name) ?? 0)))
  const belief = { mean: names.map((name) => prior[name] ?? 0), strength: names.map((name) => (name === 'bias' ? 1e-3 : (held[name] ?? strength))) }
  const fit = (of: readonly Meeting[]): number[] => {
    const examples: Example[] = of.flatMap(({ candidates, items }) =>
      candidates.map((candidate) => ({ x: vector(candidate), y: items.some((item) => near(item, candidate.segments)) ? 1 : 0 })),
    )
    return fitLogistic(examples, belief)
  }
  const groups = [...new Set(meetings.map(({ group }) => group))]
  const foldOf = ({ group }: Meeting): number => groups.indexOf(group) % FOLDS
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fit(meetings.filter((meeting) => foldOf(meeting) !== fold))
    return meetings
      .filter((meeting) => foldOf(meeting) === fold)
      .map((meeting) => ({ meeting, picks: picksOf(meeting, (candidate) => dot(vector(candidate), weights)) }))
  }).flat()
  const tried = THRESHOLDS.map((from) => ({ from, ...f1(scored, from, most) }))
  const highest = Math.max(...tried.map((one) => one.f1))
  // The curve is flat at its top, so of thresholds that are as good, the one that misses least or the one that errs least.
  const asGood = tried.filter((one) => one.f1 >= highest - within)
  const best = asGood.at(prefer === 'recall' ? 0 : -1) ?? { from: 0, ...f1(scored, 0, most) }
  const weights = fit(meetings)
  const rounded = Object.fromEntries(names.map((name, i): [string, number] => [name, round(weights[i] ?? 0)]))
  return {
    weights: { 'sure from': best.from, [SHORT_TALK]: prior[SHORT_TALK] ?? 0, ...rounded },
    heldOut: { f1: best.f1, precision: best.precision, recall: best.recall, ofEight: f1(scored, -Infinity, EIGHT).recall },
  }
}

interface Pick {
  readonly candidate: Candidate
  readonly score: number
}

interface Scored {
  readonly meeting: Meeting
  readonly picks: readonly Pick[]
}

const picksOf = (meeting: Meeting, scoreOf: (candidate: Candidate) => number): Pick[] =>
  meeting.candidates.map((candidate) => ({ candidate, score: scoreOf(candidate) })).toSorted((a, b) => b.score - a.score)

function f1(scored: readonly Scored[], from: number, most: number): { f1: number; precision: number; recall: number } {
  let [right, shown, found, all] = [0, 0, 0, 0]
  for (const {
    meeting: { items },
    picks,
  } of scored) {
    const chosen = picks.slice(0, most).filter((pick, place) => sure(pick.score, place, from))
    shown += chosen.length
    right += chosen.filter(({ candidate }) => items.some((item) => near(item, candidate.segments))).length
    all += items.length
    found += items.filter((item) => chosen.some(({ candidate }) => near(item, candidate.segments))).length
  }
  const [precision, recall] = [shown === 0 ? 0 : right / shown, all === 0 ? 0 : found / all]
  return { f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), precision, recall }
}

const dot = (x: readonly number[], weights: readonly number[]): number => x.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)
export const round = (value: number): number => Math.round(value * 100) / 100
