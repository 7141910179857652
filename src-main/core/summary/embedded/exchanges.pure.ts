import type { Line } from './line.pure.ts'

/** A meeting has so many items at most, unless more are beyond doubt. */
export const SURE = 5
const SHOWN = 8
const SHOWN_CERTAIN = 12
/** In lines: so near, what shares words is mostly the same matter, and what shares two of them is. */
const SAME_REACH = 40
const SAME_SHARE = 0.7
const MATTER_REACH = 12
const MATTER_WORDS = 2
/** In segments: the places of two lines that belong to one exchange. */
const APART = 6
/** Lines cited besides the item's own. */
const MOST_BESIDE = 5

/** Where in the talk something stands, and its content words. */
type Place = Pick<Line, 'index' | 'segments' | 'stems'>

/** What may be shown, seen as places in the talk. */
interface Reading<T, Quote> {
  readonly task: (item: T) => Place
  /** Whose work it is, where that was said. */
  readonly owners: (item: T) => readonly number[]
  /** Beyond doubt: gives its place only to what says the same. */
  readonly certain: (item: T) => boolean
  /** How it reads; null for what cannot be shown. */
  readonly quote: (item: T) => Quote | null
}

interface Shown<T, Quote> {
  readonly item: T
  readonly quote: Quote
  /** Segments of other lines of its exchange that hand out work as well: said again, said in more than one sentence. */
  readonly beside: readonly number[]
}

/**
 * Of items from the best on, those that are shown, each with what else of its exchange is cited. Two that say the same are one; in
 * long talk, so are two that speak of the same matter a few lines apart and, behind the first five, two that stand together: unless
 * they are different people's work. What could not be shown takes nobody's place.
 */
export function exchangesOf<T, Quote>(ordered: readonly T[], isLong: boolean, { task, owners, certain, quote }: Reading<T, Quote>): Shown<T, Quote>[] {
  interface Kept extends Shown<T, Quote> {
    readonly line: Place
    readonly stems: ReadonlySet<string>
    readonly beside: number[]
  }
  const kept: Kept[] = []
  const anothers = (one: T, other: T): boolean => {
    const [these, those] = [owners(one), owners(other)]
    return these.length > 0 && those.length > 0 && !these.some((owner) => those.includes(owner))
  }
  for (const item of ordered) {
    const line = task(item)
    const stems = new Set(line.stems)
    const beyondDoubt = certain(item)
    const joins = (one: Kept): boolean => {
      if (one.line === line) return true
      const shared = sharedBy(stems, one.stems)
      const least = Math.min(stems.size, one.stems.size)
      const lines = Math.abs(one.line.index - line.index)
      if (shared > 1 && shared === least) return true
      if (shared > 0 && shared >= SAME_SHARE * least && lines < SAME_REACH) return true
      if (!isLong || beyondDoubt) return false
      const oneMatter = (shared >= MATTER_WORDS && lines <= MATTER_REACH) || (kept.length >= SURE && standTogether(one.line, line))
      return oneMatter && !anothers(one.item, item)
    }
    const exchange = kept.find(joins)
    if (exchange !== undefined) {
      const near = Math.abs(exchange.line.index - line.index) < SAME_REACH
      if (near && exchange.line !== line && exchange.beside.length < MOST_BESIDE) exchange.beside.push(...line.segments)
      continue
    }
    if (kept.length >= (beyondDoubt ? SHOWN_CERTAIN : SHOWN)) continue
    const reads = quote(item)
    if (reads !== null) kept.push({ item, quote: reads, beside: [], line, stems })
  }
  return kept
}

function sharedBy(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0
  for (const one of some) if (others.has(one)) shared++
  return shared
}

const standTogether = (one: Place, other: Place): boolean => one.segments.some((at) => other.segments.some((there) => Math.abs(at - there) <= APART))
