/** Sparse, unit-length TF-IDF rows over one shared set of terms. */
export interface Vectors {
  readonly terms: readonly string[]
  readonly idf: Float64Array
  /** Per row: term numbers ascending in order of first appearance, and their weights. */
  readonly rows: readonly { readonly ids: Uint32Array; readonly weights: Float64Array }[]
}

/** @param documents stems of each row, repeats kept */
export function vectorsOf(documents: readonly (readonly string[])[]): Vectors {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const frequency: number[] = []
  const counted = documents.map((stems) => {
    const counts = new Map<number, number>()
    for (const stem of stems) {
      let id = numbers.get(stem)
      if (id === undefined) {
        id = terms.length
        numbers.set(stem, id)
        terms.push(stem)
        frequency.push(0)
      }
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    for (const id of counts.keys()) frequency[id] = (frequency[id] ?? 0) + 1
    return counts
  })
  const idf = Float64Array.from(frequency, (df) => Math.log((documents.length + 1) / (df + 0.5)))
  const rows = counted.map((counts) => {
    const ids = Uint32Array.from(counts.keys())
    const weights = Float64Array.from(counts, ([id, count]) => (1 + Math.log(count)) * (idf[id] ?? 0))
    const length = Math.hypot(...weights) || 1
    return { ids, weights: weights.map((weight) => weight / length) }
  })
  return { terms, idf, rows }
}

/** Cosine of a row with a dense vector of term weights. */
export function dot(row: Vectors['rows'][number], dense: Float64Array): number {
  let sum = 0
  for (let i = 0; i < row.ids.length; i++) sum += (row.weights[i] ?? 0) * (dense[row.ids[i] ?? 0] ?? 0)
  return sum
}

const ROUNDS = 30
const DAMPING = 0.85

/**
 * LexRank (Erkan and Radev 2004) without a threshold: the random walk over the sentence similarities S = X·Xᵀ. S is never
 * built; each step goes sentence → terms → sentence, so the cost is that of reading the text, not its square.
 */
export function centrality({ terms, rows }: Vectors): Float64Array {
  const count = rows.length
  const through = new Float64Array(terms.length)
  const spread = (from: (row: number) => number): Float64Array => {
    through.fill(0)
    rows.forEach(({ ids, weights }, row) => {
      const amount = from(row)
      for (let i = 0; i < ids.length; i++) through[ids[i] ?? 0] = (through[ids[i] ?? 0] ?? 0) + (weights[i] ?? 0) * amount
    })
    return Float64Array.from(rows, (row) => dot(row, through))
  }
  const degree = spread(() => 1)
  let rank = new Float64Array(count).fill(1 / Math.max(1, count))
  for (let round = 0; round < ROUNDS; round++) {
    const current = rank
    const moved = spread((row) => ((degree[row] ?? 0) > 0 ? (current[row] ?? 0) / (degree[row] ?? 1) : 0))
    rank = moved.map((value) => (1 - DAMPING) / Math.max(1, count) + DAMPING * value)
  }
  return rank
}
