/** Why something was chosen: a feature's name and what it added to the score. */
export interface Reason {
  readonly feature: string
  readonly weight: number
}

export type Weights = Readonly<Record<string, number>>

/**
 * Values of the features that are present, in the order in which they were first set; absent means 0. Two lists, since a map for each
 * of thousands of candidates costs several times as much.
 */
export class Features {
  readonly names: string[] = []
  readonly values: number[] = []

  get size(): number {
    return this.names.length
  }

  set(name: string, value: number): void {
    const at = this.names.indexOf(name)
    if (at === -1) {
      this.names.push(name)
      this.values.push(value)
    } else this.values[at] = value
  }

  /** What the other has, too, stands as it does there. */
  setAll({ names, values }: Features): void {
    for (let at = 0; at < names.length; at++) this.set(names[at] ?? '', values[at] ?? 0)
  }

  setPresent(names: readonly string[]): void {
    for (let at = 0; at < names.length; at++) this.set(names[at] ?? '', 1)
  }

  get(name: string): number | undefined {
    return this.values[this.names.indexOf(name)]
  }

  has(name: string): boolean {
    return this.names.includes(name)
  }
}

const SHOWN_REASONS = 4

/** A linear score. Features without a weight count nothing. */
export function score({ names, values }: Features, weights: Weights): number {
  let sum = weights['bias'] ?? 0
  for (let at = 0; at < names.length; at++) sum += (weights[names[at] ?? ''] ?? 0) * (values[at] ?? 0)
  return sum
}

/** The features that moved a score most; asked for what is shown only. */
export function reasonsOf(features: Features, weights: Weights): Reason[] {
  const parts: Reason[] = []
  for (const [at, feature] of features.names.entries()) {
    const weight = (weights[feature] ?? 0) * (features.values[at] ?? 0)
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
