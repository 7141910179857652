import { knownStems, stemsIn, wordsIn } from './words.pure.ts'

/** How much each stem says about a place in a meeting: much where few segments have it. */
export type Rarity = (stem: string) => number

interface Spoken {
  readonly speaker: string | null
  readonly text: string
}

const made = new WeakMap<readonly Spoken[], Rarity>()
/** A word never said weighs a little less than one said once: notes have words of their own ("the group discussed"). */
const UNHEARD = 0.8

/** Inverse document frequency over a meeting's segments; counted once for each array of them. */
export function rarityIn(segments: readonly Spoken[]): Rarity {
  const before = made.get(segments)
  if (before !== undefined) return before
  const counts = new Map<string, number>()
  const known = knownStems(segments)
  for (const { speaker, text } of segments) {
    for (const stem of new Set(stemsIn(wordsIn(`${speaker ?? ''} ${text}`), known))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  const weigh = (count: number): number => Math.log((segments.length + 1) / (count + 0.5))
  const most = UNHEARD * weigh(0)
  const rarity: Rarity = (stem) => Math.min(most, weigh(counts.get(stem) ?? 0))
  made.set(segments, rarity)
  return rarity
}
