/**
 * Linear models with a prior: the hand-set weights stand where the data say nothing, and `strength` says how much the data
 * have to say before they move. No randomness: the same examples in the same order give the same weights.
 */

/** One example: its features by column (0 where absent) and what is wanted of it. */
export interface Example {
  readonly x: readonly number[]
  readonly y: number
  /** How much it counts; 1 where left out. Logistic regression only. */
  readonly weight?: number
}

export interface Prior {
  readonly mean: readonly number[]
  /** Per column: how strongly the weight is held at its mean. */
  readonly strength: readonly number[]
}

/** Least squares, held at the prior. Returns one weight a column. */
export function fitRidge(examples: readonly Example[], { mean, strength }: Prior): number[] {
  const size = mean.length
  const a = matrix(size)
  const b = new Float64Array(size)
  for (const { x, y } of examples) accumulate(a, b, x, 1, y)
  for (let i = 0; i < size; i++) {
    a[i * size + i] = (a[i * size + i] ?? 0) + (strength[i] ?? 0)
    b[i] = (b[i] ?? 0) + (strength[i] ?? 0) * (mean[i] ?? 0)
  }
  return [...solve(a, b)]
}

const ROUNDS = 25

/** Logistic regression by Newton's method with halved steps, held at the prior, from `start` on. `y` is 0 or 1. Returns one weight a column. */
export function fitLogistic(examples: readonly Example[], prior: Prior, start: readonly number[] = prior.mean): number[] {
  const { mean, strength } = prior
  const size = mean.length
  let weights = start
  let loss = lossOf(examples, prior, weights)
  for (let round = 0; round < ROUNDS; round++) {
    const a = matrix(size)
    const b = new Float64Array(size)
    for (const { x, y, weight = 1 } of examples) {
      const p = 1 / (1 + Math.exp(-product(x, weights)))
      const certainty = weight * Math.max(p * (1 - p), 1e-6)
      accumulate(a, b, x, certainty, certainty === 0 ? 0 : (weight * (y - p)) / certainty)
    }
    for (let i = 0; i < size; i++) {
      a[i * size + i] = (a[i * size + i] ?? 0) + (strength[i] ?? 0)
      b[i] = (b[i] ?? 0) - (strength[i] ?? 0) * ((weights[i] ?? 0) - (mean[i] ?? 0))
    }
    const step = solve(a, b)
    // Far from the answer a whole step overshoots and never comes back.
    let length = 1
    let next = stepped(weights, step, length)
    while (lossOf(examples, prior, next) > loss && length > 1e-4) next = stepped(weights, step, (length /= 2))
    const better = lossOf(examples, prior, next)
    if (!(better < loss - 1e-9)) break
    weights = next
    loss = better
  }
  return [...weights]
}

const product = (x: readonly number[], weights: readonly number[]): number => x.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)
const stepped = (from: readonly number[], step: Float64Array, length: number): number[] => from.map((weight, i) => weight + length * (step[i] ?? 0))

function lossOf(examples: readonly Example[], { mean, strength }: Prior, weights: readonly number[]): number {
  let loss = 0
  for (const { x, y, weight = 1 } of examples) {
    const z = product(x, weights) * (y === 1 ? 1 : -1)
    loss += weight * (z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z)
  }
  return loss + weights.reduce((sum, weight, i) => sum + 0.5 * (strength[i] ?? 0) * (weight - (mean[i] ?? 0)) ** 2, 0)
}

const matrix = (size: number): Float64Array => new Float64Array(size * size)

/** Adds weight·x·xᵀ to `a` and weight·y·x to `b`. */
function accumulate(a: Float64Array, b: Float64Array, x: readonly number[], weight: number, y: number): void {
  const size = b.length
  const present = x.flatMap((value, i) => (value === 0 ? [] : [i]))
  for (const i of present) {
    const left = weight * (x[i] ?? 0)
    b[i] = (b[i] ?? 0) + left * y
    for (const j of present) a[i * size + j] = (a[i * size + j] ?? 0) + left * (x[j] ?? 0)
  }
}

/** Gaussian elimination with pivots; `a` is square, row by row, and both are used up. */
function solve(a: Float64Array, b: Float64Array): Float64Array {
  const size = b.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(a[row * size + column] ?? 0) > Math.abs(a[pivot * size + column] ?? 0)) pivot = row
    }
    const largest = a[pivot * size + column] ?? 0
    if (Math.abs(largest) < 1e-12) continue // a feature that never occurs and has no prior
    if (pivot !== column) swapRows(a, b, pivot, column)
    for (let row = column + 1; row < size; row++) {
      const factor = (a[row * size + column] ?? 0) / largest
      if (factor === 0) continue
      for (let i = column; i < size; i++) a[row * size + i] = (a[row * size + i] ?? 0) - factor * (a[column * size + i] ?? 0)
      b[row] = (b[row] ?? 0) - factor * (b[column] ?? 0)
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = b[row] ?? 0
    for (let i = row + 1; i < size; i++) sum -= (a[row * size + i] ?? 0) * (b[i] ?? 0)
    const diagonal = a[row * size + row] ?? 0
    b[row] = Math.abs(diagonal) < 1e-12 ? 0 : sum / diagonal
  }
  return b
}

function swapRows(a: Float64Array, b: Float64Array, one: number, other: number): void {
  const size = b.length
  for (let i = 0; i < size; i++) [a[one * size + i], a[other * size + i]] = [a[other * size + i] ?? 0, a[one * size + i] ?? 0]
  ;[b[one], b[other]] = [b[other] ?? 0, b[one] ?? 0]
}
