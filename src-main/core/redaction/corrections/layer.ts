import type { Span } from '../../../../src-shared/domain/pii.ts'
import { rawText } from '../../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../../src-shared/domain/raw-text/open.ts'
import type { RawText } from '../../../../src-shared/domain/raw-text/raw-text.ts'
import { redactedTextSchema, type RedactedText } from '../../../../src-shared/domain/text.ts'
import { escapeTokens, tokensIn, unescapeTokens, type Token } from '../../../../src-shared/domain/token.ts'
import type { TimedPiece } from '../../../../src-shared/domain/transcript.ts'
import type { Hidden, RedactedUnit } from '../unit.ts'

/** A stored text with the words behind its tokens: what corrections are applied to. */
export interface Layer {
  readonly text: RedactedText
  /** Behind each token in order, where it was said or typed there; null for text that was made from other text. */
  readonly words: readonly RawText[] | null
  /** Why each is hidden, in order; may be shorter or empty. */
  readonly spans: readonly Span[]
  readonly times: readonly TimedPiece[] | null
}

/** A fresh redaction as a layer. */
export const layerOf = ({ text, hidden }: RedactedUnit, times: readonly TimedPiece[] | null = null): Layer => ({
  text,
  words: hidden.map(({ surface }) => surface),
  spans: hidden.map(({ span }) => span),
  times,
})

/** What a layer hides, as the vault takes it. */
export function hiddenIn({ text, words, spans }: Layer): Hidden[] {
  return Array.from(tokensIn(text), ({ token, type }, ordinal) => {
    const surface = words?.[ordinal]
    if (surface === undefined) throw new Error('what a text hides is known where it was said')
    const { length } = wordsOf(surface)
    return { token, ordinal, surface, span: spans[ordinal] ?? { start: 0, end: Math.max(1, length), type, score: 1, recognizer: 'earlier' } }
  })
}

/** Something hidden, in the offsets of the words themselves. */
export interface Held {
  readonly start: number
  readonly end: number
  readonly token: Token
  readonly span?: Span | undefined
  /** Set for a token whose words are not known; nothing is looked for in it, and it is written back as it stands. */
  readonly isOpaque?: boolean
}

/** A stretch of the source and where it stands in the redacted text. A token's stretch goes only as a whole. */
interface Stretch {
  readonly start: number
  readonly end: number
  readonly at: number
  readonly to: number
  readonly isToken: boolean
}

/** Stands for a token whose words nobody knows (U+FFFC, object replacement); no phrase matches over it. */
const OPAQUE = '\uFFFC'

/** The words of a text, and what of them is hidden. */
export function openLayer(layer: Pick<Layer, 'text' | 'words' | 'spans'>, display: (token: Token) => RawText | undefined): { source: string; held: Held[] } {
  let source = ''
  let at = 0
  const held: Held[] = []
  for (const { token, start, end } of tokensIn(layer.text)) {
    source += unescapeTokens(layer.text.slice(at, start))
    const words = layer.words?.[held.length] ?? display(token)
    const from = source.length
    source += words === undefined ? OPAQUE : wordsOf(words)
    held.push({ start: from, end: source.length, token, span: layer.spans[held.length], ...(words === undefined ? { isOpaque: true } : {}) })
    at = end
  }
  return { source: source + unescapeTokens(layer.text.slice(at)), held }
}

/** Writes the words again with other things hidden; `held` is disjoint and sorted. */
export function writeLayer(before: Layer, source: string, held: readonly Held[], was: readonly Held[]): Layer {
  const { text, stretches } = written(source, held)
  const times = before.times === null ? null : retimed(before.times, written(source, was).stretches, stretches)
  return {
    text,
    words: before.words === null ? null : held.map(({ start, end }) => rawText(source.slice(start, end))),
    spans: held.map(({ start, end, token, span }) => ({ ...(span ?? unexplained(token)), start, end })),
    times,
  }
}

function written(source: string, held: readonly Held[]): { text: RedactedText; stretches: Stretch[] } {
  let text = ''
  let at = 0
  const stretches: Stretch[] = []
  const add = (start: number, end: number, out: string, isToken: boolean): void => {
    stretches.push({ start, end, at: text.length, to: text.length + out.length, isToken })
    text += out
  }
  for (const { start, end, token } of held) {
    if (at < start) add(at, start, escapeTokens(source.slice(at, start)), false)
    add(start, end, token, true)
    at = end
  }
  if (at < source.length) add(at, source.length, escapeTokens(source.slice(at)), false)
  return { text: redactedTextSchema.parse(text), stretches }
}

/** A token found earlier whose reasons are not kept any more. */
const unexplained = (token: Token): Omit<Span, 'start' | 'end'> => {
  for (const { type } of tokensIn(token)) return { type, score: 1, recognizer: 'earlier' }
  throw new Error('a token without a type')
}

/**
 * Times of words follow them to where they stand now; words that went into one token share one time, from the first to the last,
 * so that it can be muted whole.
 */
function retimed(times: readonly TimedPiece[], before: readonly Stretch[], after: readonly Stretch[]): TimedPiece[] {
  const moved = times.flatMap((piece) => {
    const first = before.find((stretch) => piece.start < stretch.to)
    const last = before.findLast((stretch) => piece.end > stretch.at)
    if (first === undefined || last === undefined) return []
    const from = first.isToken ? first.start : first.start + piece.start - first.at
    const to = last.isToken ? last.end : last.start + piece.end - last.at
    const start = after.find((stretch) => from < stretch.end)
    const end = after.findLast((stretch) => to > stretch.start)
    if (start === undefined || end === undefined) return []
    const place = {
      start: start.isToken ? start.at : start.at + from - start.start,
      end: end.isToken ? end.to : end.at + to - end.start,
    }
    return place.start < place.end ? [{ ...piece, ...place }] : []
  })
  return moved.reduce<TimedPiece[]>((pieces, piece) => {
    const before = pieces.at(-1)
    if (before === undefined || piece.start >= before.end) return [...pieces, piece]
    const joined = { start: before.start, end: Math.max(before.end, piece.end), startMs: before.startMs, endMs: Math.max(before.endMs, piece.endMs) }
    return [...pieces.slice(0, -1), joined]
  }, [])
}
