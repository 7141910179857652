import { lookedOver } from '../embedded/actions.pure.ts'
import { readMeeting } from '../embedded/meeting.pure.ts'
import { score, type Features, type Weights } from '../embedded/scoring.pure.ts'
import { FROM, FROM_BARE, SHORT_TALK, thresholdFor } from '../embedded/tiers.pure.ts'
import type { SummaryInput } from '../engine.ts'
import { fitLogistic, type Example } from './solve.pure.ts'

/** What a person said of one line of action items: kept (accepted or reworded) or not. */
export interface Label {
  readonly text: string
  readonly evidence: readonly string[]
  readonly kept: boolean
}

export interface LabelledMeeting extends Pick<SummaryInput, 'segments' | 'participants' | 'date'> {
  readonly labels: readonly Label[]
}

export interface Change {
  readonly feature: string
  readonly from: number
  readonly to: number
}

export interface Refit {
  /** `too-few`: not enough was said. `no-better`: other weights would not have agreed better with words that were left out of the fit. */
  readonly outcome: 'refitted' | 'too-few' | 'no-better'
  readonly kept: number
  readonly dropped: number
  /** Labels on lines that the engine does not see as candidates (a model's own findings, words that changed): nothing can be learnt from them. */
  readonly unmatched: number
  /** Lines judged as the person judged them, on folds that were not fitted on: with the weights before, and with fitted ones. */
  readonly agreement: { readonly before: number; readonly after: number; readonly of: number }
  readonly weights: Weights
  /** The largest first. */
  readonly changes: readonly Change[]
}

/** Fewer say more about the person's day than about action items. */
export const FEWEST_LABELS = 20
export const FEWEST_OF_A_KIND = 4
/** As in scripts/fit/tasks.ts: so many examples' worth of belief stand behind each shipped weight. */
const STRENGTH = 12
/** No weight moves further than this from where it was shipped. */
const FURTHEST = 1.5
const FOLDS = 5
/** These say where the line is drawn; what moves instead is the bias. */
const FIXED = new Set([FROM, FROM_BARE, SHORT_TALK])
const SAME_WORDS = 0.5

interface Judged {
  readonly features: Features
  /** The score a line needs in its meeting. */
  readonly from: number
  readonly kept: boolean
  readonly fold: number
}

/**
 * Fits the weights of action items to a person's words on them, held at the shipped ones. The same labels give the same weights.
 * They are taken only if they would have agreed better with labels they were not fitted on.
 */
export function refitActions(meetings: readonly LabelledMeeting[], shipped: Weights): Refit {
  const all = meetings.map((meeting) => ({ labels: meeting.labels.length, judged: judgedIn(meeting, shipped) }))
  const judged = all.flatMap(({ judged: of }) => of).map((one, at) => ({ ...one, fold: at % FOLDS }))
  const kept = judged.filter((one) => one.kept).length
  const counts = { kept, dropped: judged.length - kept, unmatched: all.reduce((sum, { labels }) => sum + labels, 0) - judged.length }
  const asBefore = agreed(judged, shipped)
  const unchanged = { ...counts, weights: shipped, changes: [], agreement: { before: asBefore, after: asBefore, of: judged.length } }
  if (judged.length < FEWEST_LABELS || Math.min(counts.kept, counts.dropped) < FEWEST_OF_A_KIND) return { outcome: 'too-few', ...unchanged }
  const agreement = { before: 0, after: 0, of: judged.length }
  const loss = { before: 0, after: 0 }
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const [seen, held] = [judged.filter((one) => one.fold !== fold), judged.filter((one) => one.fold === fold)]
    const fitted = fit(seen, shipped)
    agreement.before += agreed(held, shipped)
    agreement.after += agreed(held, fitted)
    loss.before += lossOf(held, shipped)
    loss.after += lossOf(held, fitted)
  }
  if (agreement.after < agreement.before || loss.after >= loss.before) return { outcome: 'no-better', ...unchanged, agreement }
  const weights = fit(judged, shipped)
  return { outcome: 'refitted', ...counts, agreement, weights, changes: changesBetween(shipped, weights) }
}

/** What was said of the lines the engine considers, one word a line: a later one counts. */
function judgedIn({ segments, participants, date, labels }: LabelledMeeting, weights: Weights): Judged[] {
  const { lines, bare } = readMeeting({ segments, participants })
  const candidates = lookedOver(lines, { date, weights }).map(({ candidate: { line, task }, features }) => ({
    features,
    ids: new Set([...task.segments, ...line.segments].flatMap((at) => segments[at]?.id ?? [])),
    words: wordsOf([...task.words, ...line.words].join(' ')),
  }))
  const from = thresholdFor(lines.length, weights, bare)
  const said = new Map<Features, boolean>()
  for (const { text, evidence, kept } of labels) {
    const words = wordsOf(text)
    const share = (of: ReadonlySet<string>): number => [...words].filter((word) => of.has(word)).length / Math.max(1, words.size)
    const near = candidates.filter(({ ids }) => evidence.some((id) => [...ids].some((one) => one === id)))
    const [best] = near.map((candidate) => ({ candidate, share: share(candidate.words) })).toSorted((a, b) => b.share - a.share)
    if (best !== undefined && best.share >= SAME_WORDS) said.set(best.candidate.features, kept)
  }
  return [...said].map(([features, kept]) => ({ features, kept, from, fold: 0 }))
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu))

function fit(judged: readonly Judged[], shipped: Weights): Weights {
  const names = Object.keys(shipped).filter((name) => !FIXED.has(name))
  // The last column is how much a line needs; its weight stays at 1.
  const examples = judged.map(({ features, from, kept }): Example => ({
    x: [...names.map((name) => (name === 'bias' ? 1 : (features.get(name) ?? 0))), -from],
    y: kept ? 1 : 0,
  }))
  const mean = [...names.map((name) => shipped[name] ?? 0), 1]
  const fitted = fitLogistic(examples, { mean, strength: [...names.map(() => STRENGTH), 1e9] })
  const moved = new Map(names.map((name, at) => [name, within(shipped[name] ?? 0, fitted[at] ?? 0)]))
  return Object.fromEntries(Object.entries(shipped).map(([name, weight]) => [name, moved.get(name) ?? weight]))
}

const within = (from: number, to: number): number => {
  const step = Math.max(-FURTHEST, Math.min(FURTHEST, to - from))
  return Math.round((from + step) * 100) / 100
}

/** How far a line is over what it needs. */
const marginOf = ({ features, from }: Judged, weights: Weights): number => score(features, weights) - from
const agreed = (judged: readonly Judged[], weights: Weights): number => judged.filter((one) => marginOf(one, weights) >= 0 === one.kept).length
const lossOf = (judged: readonly Judged[], weights: Weights): number =>
  judged.reduce((sum, one) => sum + Math.log1p(Math.exp(one.kept ? -marginOf(one, weights) : marginOf(one, weights))), 0)

function changesBetween(before: Weights, after: Weights): Change[] {
  return Object.entries(after)
    .map(([feature, to]) => ({ feature, from: before[feature] ?? 0, to }))
    .filter(({ from, to }) => from !== to)
    .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from) || (a.feature < b.feature ? -1 : 1))
}
