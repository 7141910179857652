/** Sparse, unit-length TF-IDF rows over one shared set of terms. */
export interface Vectors {
  readonly terms: readonly string[]
  readonly idf: Float64Array
  /** Per row: term numbers in order of first appearance, and their weights. */
  readonly rows: readonly { readonly ids: Uint32Array; readonly weights: Float64Array }[]
  /** Per row: the term number of every stem, as said, repeats kept. */
  readonly said: readonly Uint32Array[]
}

/** @param documents stems of each row, repeats kept */
export function vectorsOf(documents: readonly (readonly string[])[]): Vectors {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const frequency: number[] = []
  const said: Uint32Array[] = []
  const counted = documents.map((stems) => {
    const ids: number[] = []
    const counts: number[] = []
    const all = new Uint32Array(stems.length)
    stems.forEach((stem, place) => {
      let id = numbers.get(stem)
      if (id === undefined) {
        id = terms.length
        numbers.set(stem, id)
        terms.push(stem)
        frequency.push(0)
      }
      all[place] = id
      const at = ids.indexOf(id)
      if (at === -1) {
        ids.push(id)
        counts.push(1)
        frequency[id] = (frequency[id] ?? 0) + 1
      } else counts[at] = (counts[at] ?? 0) + 1
    })
    said.push(all)
    return { ids: new Uint32Array(ids), counts }
  })
  const idf = Float64Array.from(frequency, (df) => Math.log((documents.length + 1) / (df + 0.5)))
  const rows = counted.map(({ ids, counts }) => {
    const raw = counts.map((count, i) => (1 + Math.log(count)) * (idf[ids[i] ?? 0] ?? 0))
    const length = Math.hypot(...raw) || 1
    return { ids, weights: new Float64Array(raw.map((weight) => weight / length)) }
  })
  return { terms, idf, rows, said }
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
  // All rows end to end: thirty rounds over two thousand small arrays cost more than the sums.
  const ends = new Uint32Array(count)
  let size = 0
  for (let row = 0; row < count; row++) ends[row] = size += rows[row]?.ids.length ?? 0
  const ids = new Uint32Array(size)
  const weights = new Float64Array(size)
  for (let row = 0, from = 0; row < count; from = ends[row++] ?? 0) {
    ids.set(rows[row]?.ids ?? [], from)
    weights.set(rows[row]?.weights ?? [], from)
  }
  const spread = (amounts: Float64Array): Float64Array => {
    through.fill(0)
    for (let row = 0, i = 0; row < count; row++) {
      const amount = amounts[row] ?? 0
      for (const end = ends[row] ?? 0; i < end; i++) through[ids[i] ?? 0] = (through[ids[i] ?? 0] ?? 0) + (weights[i] ?? 0) * amount
    }
    const reached = new Float64Array(count)
    for (let row = 0, i = 0; row < count; row++) {
      let sum = 0
      for (const end = ends[row] ?? 0; i < end; i++) sum += (weights[i] ?? 0) * (through[ids[i] ?? 0] ?? 0)
      reached[row] = sum
    }
    return reached
  }
  const degree = spread(new Float64Array(count).fill(1))
  const rank = new Float64Array(count).fill(1 / Math.max(1, count))
  const amounts = new Float64Array(count)
  for (let round = 0; round < ROUNDS; round++) {
    for (let row = 0; row < count; row++) amounts[row] = (degree[row] ?? 0) > 0 ? (rank[row] ?? 0) / (degree[row] ?? 1) : 0
    const moved = spread(amounts)
    for (let row = 0; row < count; row++) rank[row] = (1 - DAMPING) / Math.max(1, count) + DAMPING * (moved[row] ?? 0)
  }
  return rank
}
