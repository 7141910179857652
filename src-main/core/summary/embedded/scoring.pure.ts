/** Why something was chosen: a feature's name and what it added to the score. */
export interface Reason {
  readonly feature: string
  readonly weight: number
}

export type Weights = Readonly<Record<string, number>>
/** Values of the features that are present; absent means 0. */
export type Features = ReadonlyMap<string, number>

const SHOWN_REASONS = 4

/** A linear score. Features without a weight count nothing. */
export function score(features: Features, weights: Weights): number {
  let sum = weights['bias'] ?? 0
  features.forEach((value, feature) => {
    sum += (weights[feature] ?? 0) * value
  })
  return sum
}

/** The features that moved a score most; asked for what is shown only. */
export function reasonsOf(features: Features, weights: Weights): Reason[] {
  const parts: Reason[] = []
  for (const [feature, value] of features) {
    const weight = (weights[feature] ?? 0) * value
    if (weight !== 0) parts.push({ feature, weight: round(weight) })
  }
  return parts.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1)).slice(0, SHOWN_REASONS)
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Each value's rank as a share of the field, 0 (least) to 1 (most); equals share a rank. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const sorted = new Float64Array(values).sort()
  const last = Math.max(1, values.length - 1)
  return new Float64Array(values).map((value) => placeOf(value, sorted) / last)
}

/** The first place of a value among sorted ones. */
function placeOf(value: number, sorted: Float64Array): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? 0) < value) from = middle + 1
    else to = middle
  }
  return from
}
