import { contentStems } from '../../src-main/core/summary/evidence/words.pure.ts'
import { overviewCandidates } from '../../src-main/core/summary/embedded/overview.pure.ts'
import { vectorsOf } from '../../src-main/core/summary/embedded/vectors.pure.ts'
import type { Annotated } from './ami.ts'
import { round, type Weights } from './items.ts'
import { fitRidge, type Example } from '../../src-main/core/summary/refit/solve.pure.ts'

const STRENGTH = 20
/** Half of what is kept, half of what the abstract says: either alone is right about one and wrong about the other. */
const KEPT_SHARE = 0.5
/** Half fitted, half hand-set: fitted on one kind of talk alone, the weights lose on others. */
const FITTED_SHARE = 0.5

/** Fits what an overview's line is worth: how much of it the abstract says, and whether a person kept it. */
export function fitOverview(meetings: readonly Annotated[], prior: Weights, register: Weights): Weights {
  const names = Object.keys(prior)
  const rows = meetings.map((meeting) => standardised(meeting, names, register))
  const fitted = fitRidge(rows.flat(), { mean: names.map(() => 0), strength: names.map(() => STRENGTH) })
  const hand = names.map((name) => prior[name] ?? 0)
  const [ofFitted, ofHand] = [spread(rows.flat(), fitted), spread(rows.flat(), hand)]
  // Both on the scale of the hand-set weights.
  return Object.fromEntries(
    names.map((name, i): [string, number] => [
      name,
      round(FITTED_SHARE * ((fitted[i] ?? 0) / ofFitted) * ofHand + (1 - FITTED_SHARE) * (hand[i] ?? 0)),
    ]),
  )
}

/** Within one meeting, features about their mean and the target in standard deviations: meetings differ in both. */
function standardised({ lines, abstract, kept }: Annotated, names: readonly string[], register: Weights): Example[] {
  const candidates = overviewCandidates(lines, vectorsOf(lines.map(({ stems }) => stems)), register)
  const said = new Set(contentStems(abstract))
  const shares = inDeviations(candidates.map(({ line: { stems } }) => stems.filter((stem) => said.has(stem)).length / stems.length))
  const marks = inDeviations(candidates.map(({ line }) => (line.segments.some((at) => kept.has(at)) ? 1 : 0)))
  const columns = names.map((name) => aboutMean(candidates.map(({ features }) => features.get(name) ?? 0)))
  return candidates.map((_, row) => ({
    x: columns.map((column) => column[row] ?? 0),
    y: (1 - KEPT_SHARE) * (shares[row] ?? 0) + KEPT_SHARE * (marks[row] ?? 0),
  }))
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

function aboutMean(values: readonly number[]): number[] {
  const mean = meanOf(values)
  return values.map((value) => value - mean)
}

function inDeviations(values: readonly number[]): number[] {
  const centred = aboutMean(values)
  const deviation = Math.sqrt(meanOf(centred.map((value) => value * value))) || 1
  return centred.map((value) => value / deviation)
}

const spread = (rows: readonly Example[], weights: readonly number[]): number =>
  Math.sqrt(meanOf(rows.map(({ x }) => x.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) ** 2))) || 1
