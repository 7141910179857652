interface Spoken {
  readonly text: string
}

/**
 * Words as a recogniser might have misheard them: no case, no punctuation, and `share` of the words gone or
 * swapped for others of the same meeting. The same words every time, others in each `hearing`.
 */
export function withNoise<Segment extends Spoken>(segments: readonly Segment[], share: number, hearing = 0): Segment[] {
  const next = generator(segments.length + 1 + 7919 * hearing)
  const bare = segments.map(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}' ]+/gu, ' ').split(' ').filter((word) => word !== ''))
  const all = bare.flat()
  const other = (): string => all[Math.floor(next() * all.length)] ?? ''
  return segments.map((segment, at) => {
    const words = (bare[at] ?? []).flatMap((word) => (next() >= share ? [word] : next() < 0.5 ? [] : [other()]))
    return { ...segment, text: words.join(' ') || (bare[at]?.[0] ?? segment.text) }
  })
}

/** 0 to 1, mulberry32. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
