/** Sparse, unit-length TF-IDF rows over one shared set of terms. All rows stand end to end: arrays of their own cost more than what is in them. */
export interface Vectors {
  readonly rowCount: number
  readonly termCount: number
  /** Where each row begins in `ids` and `weights`, and behind the last, where that ends. */
  readonly starts: Uint32Array
  /** Term numbers in order of first appearance, and their weights. */
  readonly ids: Uint32Array
  readonly weights: Float64Array
  /** The term number of every stem, as said, repeats kept; `saidStarts` as `starts`. */
  readonly said: Uint32Array
  readonly saidStarts: Uint32Array
}

/** @param documents stems of each row, repeats kept */
export function vectorsOf(documents: readonly (readonly string[])[]): Vectors {
  const rowCount = documents.length
  const saidStarts = new Uint32Array(rowCount + 1)
  for (let row = 0, size = 0; row < rowCount; row++) saidStarts[row + 1] = size += documents[row]?.length ?? 0
  const said = new Uint32Array(saidStarts[rowCount] ?? 0)
  const starts = new Uint32Array(rowCount + 1)
  const ids = new Uint32Array(said.length)
  const weights = new Float64Array(said.length)
  const numbers = new Map<string, number>()
  /** Of each term: how many rows have it, and where in `ids` it stands last. */
  const [frequency, places]: [number[], number[]] = [[], []]
  let size = 0
  let spoken = 0
  for (let row = 0; row < rowCount; row++) {
    const start = size
    for (const stem of documents[row] ?? []) {
      let id = numbers.get(stem)
      if (id === undefined) {
        id = frequency.push(0) - 1
        numbers.set(stem, id)
        places.push(-1)
      }
      said[spoken++] = id
      const place = places[id] ?? -1
      if (place >= start) weights[place] = (weights[place] ?? 0) + 1
      else {
        places[id] = size
        frequency[id] = (frequency[id] ?? 0) + 1
        ids[size] = id
        weights[size++] = 1
      }
    }
    starts[row + 1] = size
  }
  const idf = Float64Array.from(frequency, (df) => Math.log((rowCount + 1) / (df + 0.5)))
  for (let row = 0; row < rowCount; row++) {
    const from = starts[row] ?? 0
    const to = starts[row + 1] ?? 0
    for (let at = from; at < to; at++) weights[at] = (1 + Math.log(weights[at] ?? 1)) * (idf[ids[at] ?? 0] ?? 0)
    const length = lengthOf(weights, from, to) || 1
    for (let at = from; at < to; at++) weights[at] = (weights[at] ?? 0) / length
  }
  return { rowCount, termCount: frequency.length, starts, ids: ids.subarray(0, size), weights: weights.subarray(0, size), said, saidStarts }
}

/** `Math.hypot` of a part: as exact (Kahan 1965), without an array for each row. */
function lengthOf(values: Float64Array, from: number, to: number): number {
  let most = 0
  for (let at = from; at < to; at++) most = Math.max(most, values[at] ?? 0)
  if (most === 0) return 0
  let sum = 0
  let lost = 0
  for (let at = from; at < to; at++) {
    const share = (values[at] ?? 0) / most
    const next = share * share - lost
    const further = sum + next
    lost = further - sum - next
    sum = further
  }
  return Math.sqrt(sum) * most
}

/** Cosine of a row with a dense vector of term weights. */
export function dot({ starts, ids, weights }: Vectors, row: number, dense: Float64Array): number {
  let sum = 0
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) sum += (weights[at] ?? 0) * (dense[ids[at] ?? 0] ?? 0)
  return sum
}

/** Adds `times` a row to a dense vector of term weights. */
export function addRow({ starts, ids, weights }: Vectors, row: number, dense: Float64Array, times: number): void {
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
    const id = ids[at] ?? 0
    dense[id] = (dense[id] ?? 0) + times * (weights[at] ?? 0)
  }
}

const ROUNDS = 30
const DAMPING = 0.85

/**
 * LexRank (Erkan and Radev 2004) without a threshold: the random walk over the sentence similarities S = X·Xᵀ. S is never
 * built; each step goes sentence → terms → sentence, so the cost is that of reading the text, not its square.
 */
export function centrality(vectors: Vectors): Float64Array {
  const { rowCount } = vectors
  const sums = new Float64Array(vectors.termCount)
  const ones = new Float64Array(rowCount).fill(1)
  toTerms(vectors, ones, ones, sums)
  const degree = ones.map((_, row) => dot(vectors, row, sums))
  const rank = ones.map((one) => one / rowCount)
  for (let round = 0; round < ROUNDS; round++) {
    toTerms(vectors, rank, degree, sums)
    fromTerms(vectors, sums, rank)
  }
  return rank
}

// One loop a function: of two, V8 compiles the first for itself and throws that away in the second, at every step.

/** What each row has goes to its terms. */
function toTerms(vectors: Vectors, rank: Float64Array, degree: Float64Array, sums: Float64Array): void {
  sums.fill(0)
  for (let row = 0; row < rank.length; row++) addRow(vectors, row, sums, (degree[row] ?? 0) > 0 ? (rank[row] ?? 0) / (degree[row] ?? 1) : 0)
}

/** What terms have goes to every row that has them. */
function fromTerms(vectors: Vectors, sums: Float64Array, rank: Float64Array): void {
  for (let row = 0; row < rank.length; row++) rank[row] = (1 - DAMPING) / rank.length + DAMPING * dot(vectors, row, sums)
}
