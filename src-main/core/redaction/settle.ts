import type { Span } from '../../../src-shared/domain/pii.ts'
import { makeToken } from '../../../src-shared/domain/token.ts'
import { borderBefore, borderBehind } from '../../../src-shared/pii/borders.ts'
import { PREVIOUS_CHARS } from '../../../src-shared/pii/recogniser.ts'

export interface Place {
  readonly start: number
  readonly end: number
}

/** Looks at a text, or at a part of one; `previous` is what stands before it. */
export type Find = (text: string, previous: string | undefined, isPart: boolean) => Span[]

/** Two looks find nearly everything; what overlaps of overlaps leave is bounded here. */
const MAX_LOOKS = 12

/**
 * Looks again at what is left once the finds are replaced by tokens: the loser of an overlap may have a part that nobody
 * hides, and a name glued to a number shows only when the number is gone. Ends when a look finds nothing, which is also
 * what makes redacting twice the same as redacting once. A later look reads only what the finds before can bear on.
 * @param known what is hidden already; the result has it too
 * @param changed where a first look is due; everywhere if not given
 */
export function settle(
  text: string,
  find: Find,
  { known = [], previous, changed }: { known?: readonly Span[]; previous?: string | undefined; changed?: readonly Place[] | undefined } = {},
): Span[] {
  let spans = [...known]
  let fresh = changed
  for (let look = 0; look < MAX_LOOKS; look++) {
    const masked = mask(text, spans)
    const more = stretchesAround(masked.text, fresh?.map(masked.toMasked)).flatMap(({ start, end, from, to }) => {
      const isPart = end - start < masked.text.length
      const before = start > 0 ? masked.text.slice(Math.max(0, start - PREVIOUS_CHARS), start) : isPart && previous !== undefined ? `${previous}\n` : previous
      return find(masked.text.slice(start, end), before, isPart)
        .filter((span) => start + span.start < to && start + span.end > from)
        .map((span) => ({ ...span, start: masked.toSource(start + span.start), end: masked.toSource(start + span.end - 1) + 1 }))
    })
    if (more.length === 0) break
    spans = [...spans, ...more].sort((a, b) => a.start - b.start)
    fresh = more
  }
  return spans
}

/** How far a find bears on what stands before it (an address, a name that goes on) and behind it (the cue of a value). */
const BEFORE = 70
const BEHIND = 90
/** What is read beside that: at the edge of a stretch a word seems to begin or to end what it stands in. */
const EDGE = 48
/** Shorter texts are read whole: there is little to save. */
const SHORT = 1_000

/** What is read, and where what is found there counts. */
interface Stretch extends Place {
  readonly from: number
  readonly to: number
}

/** From the border of a line on where one is near, since it is the one that recognisers know; what overlaps is one stretch. */
function stretchesAround(text: string, places: readonly Place[] | undefined): Stretch[] {
  if (places === undefined || text.length <= SHORT) return [{ start: 0, end: text.length, from: 0, to: text.length }]
  const stretches: Stretch[] = []
  for (const place of places) {
    const [from, to] = [spelledBefore(text, place.start - BEFORE), place.end + BEHIND + roomBehind(text, place.end)]
    const [start, end] = [borderBefore(text, from - EDGE), borderBehind(text, to + EDGE)]
    const last = stretches.at(-1)
    if (last === undefined || start > last.end) stretches.push({ start, end, from, to })
    else stretches[stretches.length - 1] = { ...last, end: Math.max(last.end, end), to: Math.max(last.to, to) }
  }
  return stretches
}

/** What is spelled takes more room behind a place than it counts for: read as what it stands for, a cue reaches over it. */
function roomBehind(text: string, at: number): number {
  let room = 0
  for (const spelled of text.slice(at, at + 2 * BEHIND).match(WIDE) ?? []) room += spelled.length
  return room
}
/** "F as in Foxtrot, V as in Victor", "1 1 1 1", marks over marks. */
const WIDE = /(?<!\p{L})\p{L} (?:as in|for|like|wie|comme|como|som|de) \p{L}{2,12}|(?:(?<![\p{L}\p{N}])[\p{L}\p{N}] ){4,40}|\p{M}{3,40}/gu

/** Where what is spelled around a place begins: cut in two, half of it may be no value. */
function spelledBefore(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < SPELLED) {
    const sign = LAST_SIGN.exec(text.slice(Math.max(0, start - 6), start))
    if (sign === null) break
    start -= sign[0].length
  }
  return start
}
/** As much as is spelled at most: a bank account with a word for each of its letters. */
const SPELLED = 300
const LAST_SIGN = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,2}[^\p{L}\p{N}]{0,3}$/u

interface Masked {
  readonly text: string
  /** The way back, for places outside the spans. */
  toSource(at: number): number
  toMasked(place: Place): Place
}

/** The text with its spans replaced by tokens. */
function mask(text: string, spans: readonly Span[]): Masked {
  if (spans.length === 0) return { text, toSource: (at) => at, toMasked: (place) => place }
  const parts: string[] = []
  /** Where stretches between the spans begin, in both texts. */
  const pieces: { masked: number; source: number }[] = [{ masked: 0, source: 0 }]
  let masked = 0
  let source = 0
  for (const span of spans) {
    const token = makeToken(span.type, 1)
    parts.push(text.slice(source, span.start), token)
    masked += span.start - source + token.length
    source = span.end
    pieces.push({ masked, source })
  }
  parts.push(text.slice(source))
  const pieceOf = (at: number, side: 'masked' | 'source'): { masked: number; source: number } => {
    let low = 0
    let high = pieces.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((pieces[middle]?.[side] ?? Infinity) <= at) low = middle
      else high = middle - 1
    }
    return pieces[low] ?? { masked: 0, source: 0 }
  }
  const moved = (at: number, from: 'masked' | 'source', to: 'masked' | 'source'): number => {
    const piece = pieceOf(at, from)
    return piece[to] + at - piece[from]
  }
  return {
    text: parts.join(''),
    toSource: (at) => moved(at, 'masked', 'source'),
    // A hidden place is where its token is: its end is the beginning of what follows.
    toMasked: ({ start, end }) => ({ start: moved(start, 'source', 'masked'), end: moved(end, 'source', 'masked') }),
  }
}
