import type { Span } from '../../../src-shared/domain/pii.ts'
import { makeToken } from '../../../src-shared/domain/token.ts'
import { createPiiFinder } from '../../../src-shared/pii/index.ts'
import { isGivenName } from '../../../src-shared/pii/names/everyday.ts'
import { knownNamesFinder } from '../../../src-shared/pii/names/known.ts'
import { resolve } from '../../../src-shared/pii/resolve.ts'
import { compileRules, type UserRules } from './rules.ts'

export interface ScanOptions {
  readonly lang?: string
  readonly participants: readonly string[]
  readonly rules?: UserRules
  /** Finds names the meeting's token book already knows; see `names-in-book.ts`. */
  readonly namesOfBook?: (text: string) => Span[]
  /** What a model found in one of the texts, disjoint and sorted. */
  readonly foundByModel?: ((text: string) => readonly Span[]) | undefined
}

type Find = (text: string) => Span[]

/**
 * Spans of every text of one meeting, given in order. First what the recognisers find, then every other mention of the
 * names they found, so that a name is hidden everywhere or nowhere.
 */
export function scanTexts(texts: readonly string[], options: ScanOptions): Span[][] {
  const rules = compileRules(options.rules)
  const find = createPiiFinder({ participants: options.participants, ...(options.lang === undefined ? {} : { lang: options.lang }) })
  const findAt = (at: number) => (masked: string): Span[] =>
    resolve(
      masked,
      rules.apply(masked, [...find(masked, texts[at - 1]), ...(options.namesOfBook?.(masked) ?? []), ...(options.foundByModel?.(masked) ?? [])]),
    )
  const found = texts.map((text, at) => {
    const spans = settle(text, findAt(at))
    const proposed = options.foundByModel?.(text) ?? []
    return proposed.length === 0 ? spans : withRemainders(text, spans, rules.apply(text, proposed))
  })
  const ordinary = lowerCaseWords(texts)
  found.forEach((spans, at) => {
    found[at] = spans.filter((span) => !isOrdinaryWord(span, (texts[at] ?? '').slice(span.start, span.end), ordinary))
  })
  const surfaces = found.flatMap((spans, at) => spans.filter((span) => span.type === 'PERSON').map((span) => (texts[at] ?? '').slice(span.start, span.end)))
  const findKnown = knownNamesFinder(surfaces)
  return texts.map((text, at) => {
    const before = found[at] ?? []
    const all = settle(text, (masked) => resolve(masked, rules.apply(masked, findKnown(masked))), before)
    if (all.length === before.length) return all
    // A name hidden now may have hidden something else from the first look.
    const again = (masked: string): Span[] => findAt(at)(masked).filter((span) => !isOrdinaryWord(span, masked.slice(span.start, span.end), ordinary))
    return settle(text, again, all)
  })
}

/** What a model found and an overlap took a part of: the rest is hidden, too. */
function withRemainders(text: string, spans: readonly Span[], proposed: readonly Span[]): Span[] {
  const rest = proposed.flatMap((span) => {
    const free: Span[] = []
    let at = span.start
    for (const taken of [...spans.filter((other) => other.start < span.end && span.start < other.end), { start: span.end, end: span.end }]) {
      const piece = text.slice(at, taken.start)
      const start = at + piece.search(/[\p{L}\p{N}]/u)
      if (/[\p{L}\p{N}]/u.test(piece)) free.push({ ...span, start, end: at + piece.trimEnd().length })
      at = Math.max(at, taken.end)
    }
    return free
  })
  return [...spans, ...rest].sort((a, b) => a.start - b.start)
}

/** A word that this very meeting also writes in lower case is a word; only its capital made it look like a name. */
function isOrdinaryWord(span: Span, surface: string, ordinary: ReadonlySet<string>): boolean {
  return span.recognizer === 'name' && DOUBTFUL.has(span.cue ?? '') && /^\p{Lu}[\p{L}\p{M}]*$/u.test(surface) &&
    !isGivenName(surface.toLowerCase()) && ordinary.has(surface.toLowerCase())
}
const DOUBTFUL = new Set(['capital', 'word before', 'word behind', 'addressed'])

function lowerCaseWords(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const text of texts) for (const [word] of text.matchAll(/(?<![\p{L}\p{M}'’@._/-])\p{Ll}[\p{L}\p{M}]+(?![\p{L}\p{M}@_/-])/gu)) words.add(word)
  return words
}

/** Two looks find nearly everything; what overlaps of overlaps leave is bounded here. */
const MAX_LOOKS = 12

/**
 * Looks again at what is left once the finds are replaced by tokens: the loser of an overlap may have a part that nobody
 * hides, and a name glued to a number shows only when the number is gone. Ends when a look finds nothing, which is also
 * what makes redacting twice the same as redacting once.
 */
function settle(text: string, find: Find, known: readonly Span[] = []): Span[] {
  let spans = [...known]
  for (let look = 0; look < MAX_LOOKS; look++) {
    const masked = mask(text, spans)
    const more = find(masked.text).map((span) => ({ ...span, start: masked.toSource(span.start), end: masked.toSource(span.end - 1) + 1 }))
    if (more.length === 0) break
    spans = [...spans, ...more].sort((a, b) => a.start - b.start)
  }
  return spans
}

/** The text with its spans replaced by tokens, and the way back for places outside them. */
function mask(text: string, spans: readonly Span[]): { text: string; toSource: (at: number) => number } {
  if (spans.length === 0) return { text, toSource: (at) => at }
  const parts: string[] = []
  const pieces: { masked: number; source: number }[] = []
  let masked = 0
  let source = 0
  for (const span of spans) {
    pieces.push({ masked, source })
    const token = makeToken(span.type, 1)
    parts.push(text.slice(source, span.start), token)
    masked += span.start - source + token.length
    source = span.end
  }
  pieces.push({ masked, source })
  parts.push(text.slice(source))
  return {
    text: parts.join(''),
    toSource(at) {
      let low = 0
      let high = pieces.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((pieces[middle]?.masked ?? Infinity) <= at) low = middle
        else high = middle - 1
      }
      const piece = pieces[low] ?? { masked: 0, source: 0 }
      return piece.source + at - piece.masked
    },
  }
}
