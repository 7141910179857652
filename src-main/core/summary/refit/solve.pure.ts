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
  for (const { x, y } of examples) accumulate(a, b, present(x), 1, y)
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
  const rows = examples.map(({ x, y, weight = 1 }): Row => ({ ...present(x), y, weight }))
  let weights = start
  let loss = lossOf(rows, prior, weights)
  for (let round = 0; round < ROUNDS; round++) {
    const a = matrix(size)
    const b = new Float64Array(size)
    for (const row of rows) {
      const { y, weight } = row
      const p = 1 / (1 + Math.exp(-product(row, weights)))
      const certainty = weight * Math.max(p * (1 - p), 1e-6)
      accumulate(a, b, row, certainty, certainty === 0 ? 0 : (weight * (y - p)) / certainty)
    }
    for (let i = 0; i < size; i++) {
      a[i * size + i] = (a[i * size + i] ?? 0) + (strength[i] ?? 0)
      b[i] = (b[i] ?? 0) - (strength[i] ?? 0) * ((weights[i] ?? 0) - (mean[i] ?? 0))
    }
    const step = solve(a, b)
    // Far from the answer a whole step overshoots and never comes back.
    let length = 1
    let next = stepped(weights, step, length)
    let better = lossOf(rows, prior, next)
    while (better > loss && length > 1e-4) {
      next = stepped(weights, step, (length /= 2))
      better = lossOf(rows, prior, next)
    }
    if (!(better < loss - 1e-9)) break
    weights = next
    loss = better
  }
  return [...weights]
}

/** What is not 0 in a row, and in which columns: of some hundred features a line has a dozen. */
interface Present {
  readonly columns: readonly number[]
  readonly values: readonly number[]
}
interface Row extends Present {
  readonly y: number
  readonly weight: number
}

function present(x: readonly number[]): Present {
  const columns = x.flatMap((value, column) => (value === 0 ? [] : [column]))
  return { columns, values: columns.map((column) => x[column] ?? 0) }
}

function product({ columns, values }: Present, weights: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < columns.length; i++) sum += (values[i] ?? 0) * (weights[columns[i] ?? 0] ?? 0)
  return sum
}
const stepped = (from: readonly number[], step: Float64Array, length: number): number[] => from.map((weight, i) => weight + length * (step[i] ?? 0))

function lossOf(rows: readonly Row[], { mean, strength }: Prior, weights: readonly number[]): number {
  let loss = 0
  for (const row of rows) {
    const { y, weight } = row
    const z = product(row, weights) * (y === 1 ? 1 : -1)
    loss += weight * (z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z)
  }
  return loss + weights.reduce((sum, weight, i) => sum + 0.5 * (strength[i] ?? 0) * (weight - (mean[i] ?? 0)) ** 2, 0)
}

const matrix = (size: number): Float64Array => new Float64Array(size * size)

/** Adds weight·x·xᵀ to `a` and weight·y·x to `b`. */
function accumulate(a: Float64Array, b: Float64Array, { columns, values }: Present, weight: number, y: number): void {
  const size = b.length
  for (let i = 0; i < columns.length; i++) {
    const row = columns[i] ?? 0
    const left = weight * (values[i] ?? 0)
    b[row] = (b[row] ?? 0) + left * y
    for (let j = 0; j < columns.length; j++) {
      const at = row * size + (columns[j] ?? 0)
      a[at] = (a[at] ?? 0) + left * (values[j] ?? 0)
    }
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
