import type { Features } from '../../src-main/core/summary/embedded/scoring.pure.ts'
import { secondLook } from '../../src-main/core/summary/embedded/second-look.pure.ts'
import { FROM, FROM_BARE, SHORT_TALK, sure } from '../../src-main/core/summary/embedded/tiers.pure.ts'
import { fitLogistic, type Example } from '../../src-main/core/summary/refit/solve.pure.ts'

/** A candidate line: its features and the segments it would cite. */
export interface Candidate {
  readonly features: Features
  readonly segments: readonly number[]
  /** Index of its line. */
  readonly at: number
  /** May stand among the sure items where marks are written. */
  readonly mayBeSure: boolean
}

export interface Meeting {
  readonly group: string
  readonly candidates: readonly Candidate[]
  /** Segments of each item that is really one. */
  readonly items: readonly (readonly number[])[]
  /** Which share of the words was misheard, without case or marks; null for the meeting as it was spoken. */
  readonly noise: number | null
}

export type Weights = Record<string, number>

/** A candidate counts as an item when it lies within this many segments of one. */
const REACH = 2
const FOLDS = 6
const EIGHT = 8
/** Of each meeting's lines so many of the best are looked at. */
const DEEP = 40
const near = (a: readonly number[], b: readonly number[]): boolean => a.some((one) => b.some((other) => Math.abs(one - other) <= REACH))

const THRESHOLDS = Array.from({ length: 41 }, (_, i) => Math.round((-3.5 + i / 10) * 10) / 10)

export interface Choices {
  readonly strength: number
  /** Features that keep to the prior more strongly, and how strongly. */
  readonly held: Weights
  /** Most items shown of one meeting. */
  readonly most: number
  /** Of thresholds whose F1 is less than the best by at most `within`, the lowest or the highest is taken. */
  readonly prefer: 'recall' | 'precision'
  readonly within: number
  /**
   * Five lines around an item lie near enough to find it, and mostly one of them says it: what the others count, as a share of a
   * line, in each round after the first. The line that says it is the one that scored best before.
   */
  readonly besides: number
  readonly rounds: number
  /** What a meeting counts that was misheard. */
  readonly misheard: number
  /** Of lines that stand this close only the best counts; 0 for no such rule. */
  readonly apart: number
  /** The best of a meeting may score less: see `sure`. */
  readonly spareBest: boolean
  /** Scored again by what the first scores say of the lines around. */
  readonly looksAgain: boolean
}

export interface HeldOut {
  readonly f1: number
  readonly precision: number
  readonly recall: number
}

export interface Fitted {
  readonly weights: Weights
  /** The same fitted without one group of people, and others with it. */
  weightsWithout(group: string): Weights
  /** On groups of people who were not fitted on. */
  readonly heldOut: HeldOut
  /** The same, misheard, by the share of words. */
  readonly misheard: ReadonlyMap<number, HeldOut>
}

/** A meeting's candidates as numbers; `finds`: which of its items each lies near. */
interface Rows {
  readonly meeting: Meeting
  readonly x: readonly (readonly number[])[]
  readonly finds: readonly (readonly number[])[]
}

/**
 * Fits the weights of candidate lines against annotated items, and the thresholds that gave the best F1 on groups of people
 * who were not fitted on.
 */
export function fitItems(meetings: readonly Meeting[], prior: Weights, choices: Choices): Fitted {
  const drawn = new Set([FROM, FROM_BARE, SHORT_TALK])
  const names = [
    ...new Set([
      'bias', ...Object.keys(prior), ...meetings.flatMap(({ candidates }) => candidates.flatMap(({ features }) => features.names)),
      ...(choices.looksAgain ? secondLook([0], [0]).flatMap((found) => found.map(([name]) => name)) : []),
    ]),
  ].filter((name) => !drawn.has(name))
  const rows = meetings.map((meeting): Rows => ({
    meeting,
    x: meeting.candidates.map(({ features }) => names.map((name) => (name === 'bias' ? 1 : (features.get(name) ?? 0)))),
    finds: meeting.candidates.map(({ segments }) => meeting.items.flatMap((item, at) => (near(item, segments) ? [at] : []))),
  }))
  const belief = {
    mean: names.map((name) => prior[name] ?? 0),
    strength: names.map((name) => (name === 'bias' ? 1e-3 : (choices.held[name] ?? choices.strength))),
  }
  const fitOnce = (of: readonly Rows[], start: readonly number[]): number[] => {
    let weights = fitLogistic(of.flatMap((one) => examplesOf(one, choices, null)), belief, start)
    for (let round = 0; round < choices.rounds; round++) {
      const before = weights
      weights = fitLogistic(of.flatMap((one) => examplesOf(one, choices, before)), belief, before)
    }
    return weights
  }
  const again = (one: Rows, weights: readonly number[]): Rows => (choices.looksAgain ? lookedAgain(one, weights, names) : one)
  const fit = (of: readonly Rows[]): number[] => {
    const weights = fitOnce(of, belief.mean)
    return choices.looksAgain ? fitOnce(of.map((one) => again(one, weights)), weights) : weights
  }
  const groups = [...new Set(meetings.map(({ group }) => group))]
  const foldOf = (group: string): number => groups.indexOf(group) % FOLDS
  const without = Array.from({ length: FOLDS }, (_, fold) => fit(rows.filter(({ meeting }) => foldOf(meeting.group) !== fold)))
  const scored = rows.map((one) => {
    const weights = without[foldOf(one.meeting.group)] ?? []
    return picksOf(again(one, weights), weights, choices.apart)
  })
  const spoken = scored.filter(({ noise }) => noise === null)
  const best = bestOf([spoken], choices, false, 1)
  const noises = [...new Set(meetings.flatMap(({ noise }) => noise ?? []))]
  const heard = noises.map((noise) => scored.filter((one) => one.noise === noise))
  const bestHeard = heard.length === 0 ? null : bestOf(heard, choices, true, heard.flat().length / spoken.length)
  const named = (weights: readonly number[]): Weights => ({
    [FROM]: best.from,
    ...(bestHeard === null ? {} : { [FROM_BARE]: bestHeard.from }),
    ...(prior[SHORT_TALK] === undefined ? {} : { [SHORT_TALK]: prior[SHORT_TALK] }),
    ...Object.fromEntries(names.map((name, i): [string, number] => [name, round(weights[i] ?? 0)])),
  })
  return {
    weights: named(fit(rows)),
    weightsWithout: (group) => named(without[foldOf(group)] ?? []),
    heldOut: f1(spoken, best.from, choices, false),
    misheard: new Map(noises.map((noise, at) => [noise, f1(heard[at] ?? [], bestHeard?.from ?? 0, choices, true)])),
  }
}

/** The same with what the first scores say of the lines around each. */
function lookedAgain({ meeting, x, finds }: Rows, weights: readonly number[], names: readonly string[]): Rows {
  const second = secondLook(meeting.candidates.map(({ at }) => at), x.map((row) => dot(row, weights)))
  const seen = x.map((row, at) => {
    const found = new Map(second[at])
    return row.map((value, column) => found.get(names[column] ?? '') ?? value)
  })
  return { meeting, x: seen, finds }
}

/** `before`: weights that say which of the lines near an item is the one that says it; null counts all. */
function examplesOf({ meeting: { noise }, x, finds }: Rows, { besides, misheard }: Choices, before: readonly number[] | null): Example[] {
  const counts = noise === null ? 1 : misheard
  if (before === null) return x.map((row, at) => ({ x: row, y: (finds[at]?.length ?? 0) > 0 ? 1 : 0, weight: counts }))
  const scores = x.map((row) => dot(row, before))
  // Lines near one item share one line's weight, by how likely each is to say it.
  const total = new Map<number, number>()
  finds.forEach((items, at) => { for (const item of items) total.set(item, (total.get(item) ?? 0) + Math.exp(scores[at] ?? 0)) })
  return x.map((row, at) => {
    const items = finds[at] ?? []
    const shares = items.map((item) => Math.exp(scores[at] ?? 0) / (total.get(item) ?? 1))
    return { x: row, y: items.length > 0 ? 1 : 0, weight: counts * (items.length > 0 ? Math.max(besides, ...shares) : 1) }
  })
}

interface Pick {
  readonly candidate: Candidate
  readonly finds: readonly number[]
  readonly score: number
}

interface Scored {
  readonly noise: number | null
  readonly items: number
  readonly picks: readonly Pick[]
}

function picksOf({ meeting: { candidates, items, noise }, x, finds }: Rows, weights: readonly number[], apart: number): Scored {
  const best = candidates
    .map((candidate, at) => ({ candidate, finds: finds[at] ?? [], score: dot(x[at] ?? [], weights) }))
    .toSorted((a, b) => b.score - a.score)
  const picks: Pick[] = []
  for (const pick of best) {
    if (picks.length >= DEEP) break
    if (!picks.some((one) => Math.abs(one.candidate.at - pick.candidate.at) <= apart && apart > 0)) picks.push(pick)
  }
  return { noise, items: items.length, picks }
}

/**
 * The curve is flat at its top, so of thresholds that are as good, the one that misses least or the one that errs least. The more
 * `copies` of each meeting, the less is chance.
 */
function bestOf(sets: readonly (readonly Scored[])[], choices: Choices, bare: boolean, copies: number): { readonly from: number } {
  const tried = THRESHOLDS.map((from) => ({ from, f1: sets.reduce((sum, scored) => sum + f1(scored, from, choices, bare).f1, 0) / sets.length }))
  const highest = Math.max(...tried.map((one) => one.f1))
  const asGood = tried.filter((one) => one.f1 >= highest - choices.within / Math.sqrt(copies))
  return asGood.at(choices.prefer === 'recall' ? 0 : -1) ?? { from: 0 }
}

function f1(scored: readonly Scored[], from: number, { most, spareBest }: Choices, bare: boolean): HeldOut {
  let [right, shown, found, all] = [0, 0, 0, 0]
  for (const { items, picks } of scored) {
    const passes = (score: number, place: number): boolean => (spareBest ? sure(score, place, from, bare) : score >= from)
    const chosen = picks.slice(0, EIGHT).filter(({ candidate, score }, place) => (bare || candidate.mayBeSure) && passes(score, place)).slice(0, most)
    shown += chosen.length
    right += chosen.filter(({ finds }) => finds.length > 0).length
    all += items
    found += new Set(chosen.flatMap(({ finds }) => finds)).size
  }
  const [precision, recall] = [shown === 0 ? 0 : right / shown, all === 0 ? 0 : found / all]
  return { f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), precision, recall }
}

const dot = (x: readonly number[], weights: readonly number[]): number => x.reduce((sum, value, i) => (value === 0 ? sum : sum + value * (weights[i] ?? 0)), 0)
export const round = (value: number): number => Math.round(value * 100) / 100
