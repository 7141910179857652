import { tokensIn } from '../domain/token.ts'
import type { Span } from '../domain/pii.ts'

/**
 * Makes of all candidates one list of spans: disjoint, sorted, inside the text, on grapheme borders, without blanks at
 * their ends and never touching a token that already stands in the text. Overlaps go to the longest, then the strongest.
 */
export function resolve(text: string, candidates: readonly Span[]): Span[] {
  if (candidates.length === 0) return []
  const tokens = [...tokensIn(text)]
  const borders = graphemeBorders(text)
  const whole: Span[] = []
  for (const candidate of candidates) {
    for (const piece of outsideTokens(candidate, tokens)) {
      // Outwards, but never into a token: a mark behind its bracket makes one grapheme with it.
      const start = behindToken(borders.before(piece.start), tokens, borders)
      const end = beforeToken(borders.after(piece.end), tokens, borders)
      const span = start < end ? trimmed(text, { ...piece, start, end }, borders) : null
      if (span !== null) whole.push(span)
    }
  }
  whole.sort((a, b) => b.end - b.start - (a.end - a.start) || b.score - a.score || a.start - b.start)
  return disjoint(text.length, whole)
}

/** Greedy in the order given; a taken-map keeps it linear in covered characters. */
function disjoint(length: number, ordered: readonly Span[]): Span[] {
  const taken = new Uint8Array(length)
  const kept: Span[] = []
  for (const span of ordered) {
    // Spans come longest first, so one that overlaps a kept span has an end of its own inside it.
    if (taken[span.start] === 1 || taken[span.end - 1] === 1) continue
    taken.fill(1, span.start, span.end)
    kept.push(span)
  }
  return kept.sort((a, b) => a.start - b.start)
}

function* outsideTokens(span: Span, tokens: readonly { start: number; end: number }[]): Generator<Span> {
  let start = span.start
  for (let i = firstEndingAfter(tokens, start); i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined || token.start >= span.end) break
    if (token.start > start) yield { ...span, start, end: token.start }
    start = token.end
  }
  if (start < span.end) yield { ...span, start }
}

type Places = readonly { readonly start: number; readonly end: number }[]

function behindToken(at: number, tokens: Places, borders: Borders): number {
  const token = tokens[firstEndingAfter(tokens, at)]
  return token !== undefined && token.start <= at ? borders.after(token.end) : at
}

function beforeToken(at: number, tokens: Places, borders: Borders): number {
  const token = tokens[firstEndingAfter(tokens, at - 1)]
  return token !== undefined && token.start < at ? borders.before(token.start) : at
}

function firstEndingAfter(tokens: readonly { end: number }[], at: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** By whole graphemes: a blank may carry a combining mark. */
function trimmed(text: string, span: Span, borders: Borders): Span | null {
  let { start, end } = span
  while (start < end && BLANK.test(text.charAt(start))) start = borders.after(start + 1)
  while (end > start && BLANK.test(text.charAt(borders.before(end - 1)))) end = borders.before(end - 1)
  return start < end && WORDLIKE.test(text.slice(start, end)) ? { ...span, start, end } : null
}

const BLANK = /\s/
const WORDLIKE = /[\p{L}\p{N}]/u

interface Borders {
  before(at: number): number
  after(at: number): number
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const PLAIN_BORDERS: Borders = { before: (at) => at, after: (at) => at }

/** Below U+0300 every code unit but CR LF is a grapheme of its own, and blanks are trimmed anyway. */
function graphemeBorders(text: string): Borders {
  if (!/[^\u0000-\u02ff]/.test(text)) return PLAIN_BORDERS
  const segments = graphemes.segment(text)
  return {
    before: (at) => segments.containing(at)?.index ?? at,
    after: (at) => {
      const last = segments.containing(at - 1)
      return last === undefined ? at : last.index + last.segment.length
    },
  }
}
